"""Where a person is in the conversation: plain JSON, one per person, whatever the channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.messages import Choice, Reply

ALWAYS = "@"
"""Choice ids that begin so stay valid for ever; all others belong to the question that offered them."""


@dataclass(slots=True)
class Session:
    """The kept part of a conversation.

    `at` names the handler that has the floor, `place` is what that handler remembers, `serial` counts what was asked:
    a button of an earlier serial is stale. `offered` are the numbered options of the last message, for typed numbers.
    """

    at: str = ""
    place: dict[str, Any] = field(default_factory=dict)
    serial: int = 0
    offered: list[tuple[str, str]] = field(default_factory=list)

    def go(self, handler: str, **place: Any) -> None:
        """Give the floor to a handler."""
        self.at = handler
        self.place = place

    def offer(self, reply: Reply) -> Reply:
        """Stamp the reply's choices as the ones in force, and remember them for typed answers."""
        self.serial += 1
        stamped = replace(reply, rows=tuple(tuple(self._stamp(choice) for choice in row) for row in reply.rows))
        self.offered = [(choice.id, choice.label) for choice in (*stamped.options, *stamped.ways_out)]
        return stamped

    def action_of(self, choice_id: str) -> str | None:
        """The action behind a stamped choice id; None if it belongs to an earlier question."""
        serial, _, action = choice_id.partition(".")
        return action if serial == str(self.serial) else None

    def _stamp(self, choice: Choice) -> Choice:
        if choice.id.startswith(ALWAYS):
            return choice
        return replace(choice, id=f"{self.serial}.{choice.id}")

    def to_json(self) -> dict[str, Any]:
        """As the database keeps it."""
        return {"at": self.at, "place": self.place, "serial": self.serial, "offered": self.offered}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Session:
        """What `to_json` wrote; an empty mapping is a new session."""
        return cls(
            at=data.get("at", ""),
            place=dict(data.get("place", {})),
            serial=data.get("serial", 0),
            offered=[(key, label) for key, label in data.get("offered", [])],
        )
