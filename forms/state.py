"""What a filling remembers between turns; everything else is worked out anew from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeVar

from bot.domain.submissions import Empty
from forms.keys import renumbered

T = TypeVar("T")

REVIEW = ""
"""The cursor once nothing is left to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A doubtful answer that waits for a word of confirmation."""

    key: str
    value: str
    unusual: bool = False
    """A soft check asks, not the reading; a reason is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said to a question: a value, or why there is none."""

    value: str = ""
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A value that a soft check found unusual and the person confirmed."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where in a long list of choices somebody is looking."""

    key: str
    words: str = ""
    """What was typed to find a choice."""
    first: int = 0
    """The place of the first choice that is shown."""


@dataclass(slots=True, kw_only=True)
class State:
    """The remembered part of a filling, by key: a node's path with row numbers inside repeats.

    Hidden answers stay here, so that they are back when a condition turns again; only sending leaves them out.
    """

    values: dict[str, str] = field(default_factory=dict)
    empties: dict[str, Empty] = field(default_factory=dict)
    settled: dict[str, None] = field(default_factory=dict)
    """What the person has answered or skipped, in that order; a default alone settles nothing."""
    confirmed: dict[str, Confirmation] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    """How many rows a repeat has, by the repeat's key; of a counted one, how many it has ever had."""
    computed: dict[str, str] = field(default_factory=dict)
    """The last result of a calculation whose question may be typed over."""
    cursor: str = REVIEW
    pending: Pending | None = None
    proposed: dict[str, Said] = field(default_factory=dict)
    """Several answers of one message, by key, that wait together for a word of confirmation."""
    view: View | None = None
    language: str = ""
    seed: str = ""
    """What random() and uuid() of this filling begin with."""

    def copy(self) -> Self:
        """An independent copy to try something on."""
        return replace(
            self,
            values=dict(self.values),
            empties=dict(self.empties),
            settled=dict(self.settled),
            confirmed=dict(self.confirmed),
            rows=dict(self.rows),
            computed=dict(self.computed),
            proposed=dict(self.proposed),
        )

    def put(self, key: str, value: str) -> None:
        """Keep a value; a blank one removes what was there."""
        self.empties.pop(key, None)
        if value:
            self.values[key] = value
        else:
            self.values.pop(key, None)

    def put_empty(self, key: str, empty: Empty) -> None:
        """Keep the reason why there is no value."""
        self.values.pop(key, None)
        self.empties[key] = empty

    def drop_doubts(self) -> None:
        """Nothing waits to be confirmed any more."""
        self.pending = None
        self.proposed = {}

    def remembers(self, key: str) -> bool:
        """Whether anything was answered there."""
        return key in self.values or key in self.empties or key in self.confirmed

    def forget(self, key: str) -> None:
        """Remove everything that was answered there."""
        for part in (self.values, self.empties, self.settled, self.confirmed, self.computed):
            part.pop(key, None)

    def drop_row(self, repeat: str, number: int) -> None:
        """Take a row out with all that was answered in it; the rows behind it move up."""
        self.rows[repeat] -= 1
        self.values = _renumbered(self.values, repeat, number)
        self.empties = _renumbered(self.empties, repeat, number)
        self.settled = _renumbered(self.settled, repeat, number)
        self.confirmed = _renumbered(self.confirmed, repeat, number)
        self.rows = _renumbered(self.rows, repeat, number)
        self.computed = _renumbered(self.computed, repeat, number)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON; what is blank is left out."""
        pending = self.pending
        parts: dict[str, Any] = {
            "values": dict(self.values),
            "empties": {key: empty.value for key, empty in self.empties.items()},
            "settled": list(self.settled),
            "confirmed": {key: [one.value, one.reason] for key, one in self.confirmed.items()},
            "rows": dict(self.rows),
            "computed": dict(self.computed),
            "pending": pending and [pending.key, pending.value, pending.unusual],
            "proposed": {
                key: [said.value, said.empty.value if said.empty else ""] for key, said in self.proposed.items()
            },
            "view": self.view and [self.view.key, self.view.words, self.view.first],
            "language": self.language,
            "seed": self.seed,
        }
        return {"cursor": self.cursor} | {name: part for name, part in parts.items() if part}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """What `to_json` wrote."""
        pending, view = stored.get("pending"), stored.get("view")
        return cls(
            values=dict(stored.get("values", {})),
            empties={key: Empty(word) for key, word in stored.get("empties", {}).items()},
            settled=dict.fromkeys(stored.get("settled", ())),
            confirmed={
                key: Confirmation(value=value, reason=reason)
                for key, (value, reason) in stored.get("confirmed", {}).items()
            },
            rows=dict(stored.get("rows", {})),
            computed=dict(stored.get("computed", {})),
            cursor=stored.get("cursor", REVIEW),
            pending=pending and Pending(key=pending[0], value=pending[1], unusual=pending[2]),
            proposed={
                key: Said(value=value, empty=Empty(empty) if empty else None)
                for key, (value, empty) in stored.get("proposed", {}).items()
            },
            view=view and View(key=view[0], words=view[1], first=view[2]),
            language=stored.get("language", ""),
            seed=stored.get("seed", ""),
        )


def _renumbered(part: Mapping[str, T], repeat: str, dropped: int) -> dict[str, T]:
    """The same by the keys that are right once a row is gone."""
    moved = ((renumbered(key, repeat, dropped), value) for key, value in part.items())
    return {key: value for key, value in moved if key is not None}
