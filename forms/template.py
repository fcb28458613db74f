"""A text with places to fill in: labels, hints and messages that show what was answered ("... đăng ký 120 hộ")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.xpath import Expression

MISSING = "-"
"""What pyxform writes where a translation is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A place to fill in: the expression, as `<output value="…"/>` has it."""

    expression: Expression


Wording = tuple[str | Output, ...]
"""One language's text, with its places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A text in every language of the form; the default language stands in for a missing translation."""

    wordings: Mapping[str, Wording] = field(default_factory=lambda: MappingProxyType({}))
    default: str = ""

    def wording(self, language: str) -> Wording:
        """The parts in that language, else in the form's default language, else nothing."""
        chosen = self.wordings.get(language)
        if chosen is None or chosen == (MISSING,):
            chosen = self.wordings.get(self.default, ())
        return () if chosen == (MISSING,) else chosen

    def render(self, language: str, fill: Callable[[Output], str]) -> str:
        """The whole text; pyxform pads places with spaces, so runs of spaces become one."""
        parts = self.wording(language)
        if len(parts) == 1 and isinstance(parts[0], str):
            return parts[0]
        return _tidy("".join(part if isinstance(part, str) else fill(part) for part in parts))

    @property
    def has_places(self) -> bool:
        """Whether anything is filled in, in any language."""
        return any(isinstance(part, Output) for wording in self.wordings.values() for part in wording)

    def __bool__(self) -> bool:
        return any(self.wordings.values())


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.strip().splitlines())
    return "\n".join(lines)


NO_TEXT = Template()
