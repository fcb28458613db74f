"""The forms that are walked through: all that ship, and those that were written to be nasty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyxform.xls2xform import convert

from forms.library import SHIPPED
from forms.xform import Form, parse_xform

NASTY = Path(__file__).parent.parent / "nasty"
MEDIA = NASTY / "media"
FROZEN = Path(__file__).parent / "frozen"

GIVEN: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "khom_dinh_ky": (
        {"ky_loai": "quarter", "ky_so": "1"},
        {"ky_loai": "quarter", "ky_so": "4"},
        {"ky_loai": "half", "ky_so": "1"},
        {"ky_loai": "year", "ky_so": "1"},
    ),
}
"""What the product supplies to a form, a walk each; ODK's engine finds it as a static default."""
WALKS = 4
_PRIVACY = re.compile(r' khom:privacy="[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A form as both engines get it."""

    name: str
    source: str

    @property
    def file(self) -> Path:
        """Where its walks are frozen."""
        return FROZEN / f"{self.name}.json"

    def xform(self, walk: int) -> str:
        """The XForm of one of its walks."""
        given = GIVEN.get(self.name, ({},))
        return _supplied(_converted(self.source), given[walk % len(given)])


def subjects() -> Iterator[Subject]:
    """All of them, by name."""
    for shipped in SHIPPED:
        yield Subject(name=shipped.family, source=shipped.source())
    for path in sorted(NASTY.glob("*.md")):
        yield Subject(name=path.stem, source=path.read_text(encoding="utf-8"))


@cache
def parsed(xform: str) -> Form:
    """The form of an XForm, with the tables beside it."""
    return parse_xform(xform, {path.name: path.read_text(encoding="utf-8") for path in MEDIA.iterdir()})


@cache
def _converted(source: str) -> str:
    """Without our rule that hidden personal answers are erased, which other tools do not know."""
    xform: str = convert(source.encode(), file_type=".md", form_name="data", validate=False).xform
    return _PRIVACY.sub("", xform)


def _supplied(xform: str, given: Mapping[str, str]) -> str:
    for name, value in given.items():
        xform = xform.replace(f"<{name}/>", f"<{name}>{value}</{name}>", 1)
    return xform
