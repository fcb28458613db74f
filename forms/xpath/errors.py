"""What can be wrong with an expression, found when it is compiled and said with the place."""

from __future__ import annotations


class XPathError(ValueError):
    """An expression that cannot be used; `position` is the offset of the offending character."""

    def __init__(self, position: int, message: str) -> None:
        super().__init__(message)
        self.position = position
        self.message = message


class XPathSyntaxError(XPathError):
    """Not an XPath 1.0 expression."""


class UnknownFunction(XPathError):
    """A function that ODK does not have."""

    def __init__(self, position: int, name: str) -> None:
        super().__init__(position, f"There is no function {name}().")
        self.name = name


class WrongArity(XPathError):
    """A function called with too few or too many arguments."""

    def __init__(self, position: int, name: str, *, given: int, allowed: str) -> None:
        super().__init__(position, f"{name}() takes {allowed}, not {given}.")
        self.name = name
        self.given = given


class NodesExpected(XPathError):
    """A number or a text where only a path makes sense, as in count(5)."""
