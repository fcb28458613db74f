"""What an expression may read while it is evaluated; nothing else reaches it, so that forms stay pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from random import Random

from forms.tree import Node


def _no_text(*_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The surroundings of an expression.

    `root` is the document node: `/data/age` is the child `age` of its child `data`. So is each of the `instances`:
    `instance('ward')/root/item` begins at the node that has the child `root`.
    """

    node: Node
    """The context node, `.` and current(), unless another one is named when an expression is evaluated."""

    root: Node
    now: datetime
    """Aware; its zone is the local one."""

    random: Callable[[], Random]
    """Where random(), uuid() and randomize() draw from; called only by them, because few forms do."""

    instances: Mapping[str, Node] = field(default_factory=dict)
    places: Mapping[str, Node] = field(default_factory=dict)
    """Nodes of the root's tree that are alone at their path, so that `/data/age` is found without a walk."""

    position: int = 1
    size: int = 1
    itext: Callable[[str], str] = _no_text
    """The text for an id in the language of the conversation: jr:itext()."""

    choice_label: Callable[[str, str], str] = _no_text
    """The label of a value among the choices of a question, given by its path: jr:choice-name()."""

    properties: Mapping[str, str] = field(default_factory=dict)
    """What property() knows: deviceid, username ..."""

    zone: tzinfo = field(init=False)

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("Scope.now must be aware of its zone")
        object.__setattr__(self, "zone", self.now.tzinfo)


class Focus:
    """The item that a predicate looks at, inside a scope; made often, so it is a bare class."""

    __slots__ = ("current", "node", "position", "scope", "size", "zone")

    def __init__(self, scope: Scope, current: Node, node: Node, position: int, size: int) -> None:
        self.scope = scope
        self.current = current
        """Where the whole expression stands: current()."""
        self.node = node
        self.position = position
        self.size = size
        self.zone = scope.zone

    @classmethod
    def of(cls, scope: Scope, node: Node | None) -> Focus:
        """Where evaluation starts."""
        start = scope.node if node is None else node
        return cls(scope, start, start, scope.position, scope.size)
