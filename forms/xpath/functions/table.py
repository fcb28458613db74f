"""How a function is declared: its name, what it takes, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from forms.xpath.values import Value


class Takes(Enum):
    """What an argument is turned into before the function sees it."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    NODES = "nodes"
    ALL_NODES = "all nodes"
    """Nodes, also those that are not relevant now: for the functions that ask where a node is."""

    ANY = "any"
    LATER = "later"
    """Not evaluated: the function gets something to call with its focus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function; `call` gets the focus and then the arguments."""

    name: str
    call: Callable[..., Value]
    takes: tuple[Takes, ...]
    least: int
    most: int | None
    """None: the last of `takes` goes on for ever."""

    reads_item: bool
    """Without arguments, its answer may differ from one item of a predicate to the next."""

    gives_nodes: bool

    @property
    def allowed(self) -> str:
        """How many arguments it takes, in words."""
        if self.most is None:
            return f"at least {self.least} argument{'' if self.least == 1 else 's'}"
        if self.most == 0:
            return "no arguments"
        span = str(self.least) if self.least == self.most else f"{self.least} to {self.most}"
        return f"{span} argument{'' if self.most == 1 else 's'}"


def function(
    name: str,
    call: Callable[..., Value],
    *takes: Takes,
    least: int | None = None,
    more: bool = False,
    reads_item: bool = False,
    gives_nodes: bool = False,
) -> Function:
    """Declares a function; all of `takes` are needed unless `least` says fewer, and `more` lets the last one repeat."""
    return Function(
        name=name,
        call=call,
        takes=takes,
        least=len(takes) if least is None else least,
        most=None if more else len(takes),
        reads_item=reads_item,
        gives_nodes=gives_nodes,
    )


Functions = Mapping[str, Function]


def by_name(*families: tuple[Function, ...]) -> dict[str, Function]:
    """One table out of several; no name may occur twice."""
    table: dict[str, Function] = {}
    for family in families:
        for one in family:
            if one.name in table:
                raise ValueError(f"{one.name}() is declared twice")
            table[one.name] = one
    return table
