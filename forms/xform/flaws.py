"""What can be wrong inside an XForm, collected so that an author hears everything at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from forms.xpath import Expression, XPathError, compile_expression

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing that is wrong: where in the form (a node's path and the XLSForm column), the text, and why."""

    path: str
    column: str
    text: str
    error: Exception


class XFormError(ValueError):
    """The XForm cannot run; `flaws` says why."""

    def __init__(self, message: str, flaws: tuple[Flaw, ...] = ()) -> None:
        super().__init__(message)
        self.flaws = flaws


class Compiler:
    """Compiles the expressions of one form, and keeps the flaws of those that cannot be."""

    def __init__(self) -> None:
        self.flaws: list[Flaw] = []
        self._compiled: dict[str, Expression] = {}
        self._nothing = compile_expression("''")

    def compile(self, text: str, path: str, column: str) -> Expression:
        """The expression; a blank one stands in for what cannot be compiled."""
        known = self._compiled.get(text)
        if known is not None:
            return known
        try:
            expression = compile_expression(text.strip())
        except XPathError as error:
            self.flaws.append(Flaw(path=path, column=column, text=text.strip(), error=error))
            return self._nothing
        self._compiled[text] = expression
        return expression

    def word(self, allowed: type[Word], text: str, path: str, column: str) -> Word | None:
        """One of the words that a column takes."""
        try:
            return allowed(text.strip())
        except ValueError:
            words = ", ".join(word.value for word in allowed)
            self.flaws.append(Flaw(path=path, column=column, text=text.strip(), error=ValueError(words)))
            return None

    def optional(self, text: str | None, path: str, column: str) -> Expression | None:
        """The expression, if there is one."""
        return None if text is None or not text.strip() else self.compile(text, path, column)
