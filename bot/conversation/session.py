"""Where a person is in the conversation: plain JSON, one per person, whatever the channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.messages import Choice, Reply
from forms.values.fold import fold

ALWAYS = "@"
"""Choice ids that begin so stay valid for ever; all others belong to the question that offered them."""
FREE = ("", "home")
"""Where nobody is in the middle of something: there a number that is typed may choose from what was just said."""
MOST_STANDING = 20
"""Choices that stay valid by their words: what a person may still have before his eyes."""


@dataclass(slots=True)
class Session:
    """The kept part of a conversation.

    `at` names the handler that has the floor, `place` is what that handler remembers, `serial` counts what was asked:
    a button of an earlier serial is stale. `offered` are the options of the last question, which a typed number chooses
    from; `ways` its ways out, which are typed as words.
    """

    at: str = ""
    place: dict[str, Any] = field(default_factory=dict)
    serial: int = 0
    offered: list[tuple[str, str]] = field(default_factory=list)
    ways: list[tuple[str, str]] = field(default_factory=list)
    standing: list[tuple[str, str]] = field(default_factory=list)
    """Lasting choices that were said by the way, the newest first: ids and labels. They may be typed, not counted."""

    unsaid: str = ""
    """The channel that could not say something, for its month's messages were used up, until that is told."""
    sent_away: str = ""
    """The month (2020-12) in which the person was asked to go on elsewhere for that reason."""

    @property
    def is_free(self) -> bool:
        """Whether the person is in the middle of nothing."""
        return self.at in FREE

    @property
    def card(self) -> str:
        """The argument with which the handler opens the card once more that the person stands at."""
        card: str = self.place.get("card", "")
        return card

    def go(self, handler: str, *, card: str = "", **place: Any) -> None:
        """Give the floor to a handler; `card` is for its `open`, of which nothing else may come than that card."""
        self.at = handler
        self.place = {**place, "card": card} if card else place

    def offer(self, reply: Reply) -> Reply:
        """Stamp the reply's choices as the ones in force, and remember them for typed answers."""
        self.serial += 1
        stamped = replace(reply, rows=tuple(tuple(self._stamp(choice) for choice in row) for row in reply.rows))
        self.offered = [(choice.id, choice.label) for choice in stamped.options]
        self.ways = [(choice.id, choice.label) for choice in stamped.ways_out]
        return stamped

    def offer_besides(self, reply: Reply) -> Reply:
        """Offer lasting choices to somebody who is in the middle of nothing: numbers choose from these alone.

        What was offered before can still be chosen by its words, and so can these later on.
        """
        before = [Choice(id=key, label=label) for key, label in (*self.offered, *self.ways)]
        shown = self.offer(reply)
        self.remember((*(choice for row in shown.rows for choice in row), *before))
        return shown

    def remember(self, choices: Iterable[Choice]) -> None:
        """Let the lasting choices be chosen by their words from now on; a later one takes the words of an earlier."""
        said = {fold(choice.label): (choice.id, choice.label) for choice in choices if choice.id.startswith(ALWAYS)}
        before = {fold(label): (key, label) for key, label in self.standing}
        self.standing = list((said | {word: it for word, it in before.items() if word not in said}).values())
        del self.standing[MOST_STANDING:]

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
        kept = {"at": self.at, "place": self.place, "serial": self.serial, "offered": self.offered}
        seldom = {
            "ways": self.ways,
            "standing": self.standing,
            "unsaid": self.unsaid,
            "sent_away": self.sent_away,
        }
        return kept | {name: value for name, value in seldom.items() if value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Session:
        """What `to_json` wrote; an empty mapping is a new session."""
        return cls(
            at=data.get("at", ""),
            place=dict(data.get("place", {})),
            serial=data.get("serial", 0),
            offered=[(key, label) for key, label in data.get("offered", [])],
            ways=[(key, label) for key, label in data.get("ways", [])],
            standing=[(key, label) for key, label in data.get("standing", [])],
            unsaid=data.get("unsaid", ""),
            sent_away=data.get("sent_away", ""),
        )
