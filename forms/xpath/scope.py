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
    """The context node: `.` and current()."""

    root: Node
    now: datetime
    """Aware; its zone is the local one."""

    random: Random
    """Where random(), uuid() and randomize() draw from."""

    instances: Mapping[str, Node] = field(default_factory=dict)
    position: int = 1
    size: int = 1
    itext: Callable[[str], str] = _no_text
    """The text for an id in the language of the conversation: jr:itext()."""

    choice_label: Callable[[str, str], str] = _no_text
    """The label of a value among the choices of a question, given by its path: jr:choice-name()."""

    properties: Mapping[str, str] = field(default_factory=dict)
    """What property() knows: deviceid, username ..."""


class Focus:
    """The item that a predicate looks at, inside a scope; made often, so it is a bare class."""

    __slots__ = ("node", "position", "scope", "size", "zone")

    def __init__(self, scope: Scope, node: Node, position: int, size: int, zone: tzinfo) -> None:
        self.scope = scope
        self.node = node
        self.position = position
        self.size = size
        self.zone = zone

    @classmethod
    def of(cls, scope: Scope) -> Focus:
        """Where evaluation starts."""
        zone = scope.now.tzinfo
        if zone is None:
            raise ValueError("Scope.now must be aware of its zone")
        return cls(scope, scope.node, scope.position, scope.size, zone)
