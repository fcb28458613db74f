"""A text with places to fill in: labels, hints and messages that show what was answered ("... đăng ký 120 hộ")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms.media import NO_MEDIA, Media, Medium, beside

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
_NO_LANGUAGES: Mapping[str, Media] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A text in every language of the form; the default language stands in for a missing translation."""

    wordings: Mapping[str, Wording] = field(default_factory=lambda: MappingProxyType({}))
    default: str = ""
    media: Mapping[str, Media] = field(default_factory=lambda: _NO_LANGUAGES)
    """The pictures and sounds beside the text, by language."""

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

    def beside(self, language: str) -> tuple[Medium, ...]:
        """The pictures and sounds in that language, those of the default language where it has none."""
        if not self.media:
            return ()
        return beside(self.media.get(self.default, NO_MEDIA), self.media.get(language, NO_MEDIA))

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
