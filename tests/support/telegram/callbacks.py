"""Presses on inline buttons: each wants an answer, or the button keeps spinning."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import limits
from .clock import Clock
from .wire import JsonObject, bad_request


@dataclass(slots=True, kw_only=True)
class Press:
    """One press, and what the bot said to it."""

    callback_id: str
    user_id: int
    label: str
    pressed_at: float
    answer: JsonObject | None = None


@dataclass(slots=True)
class PressBook:
    """All presses by their id."""

    clock: Clock
    presses: dict[str, Press] = field(default_factory=dict)

    def add(self, user_id: int, label: str) -> Press:
        press = Press(
            callback_id=str(4_000_000_000_000_000_000 + len(self.presses) + 1),
            user_id=user_id,
            label=label,
            pressed_at=self.clock.now(),
        )
        self.presses[press.callback_id] = press
        return press

    def answer(self, callback_id: str, answer: JsonObject) -> Press:
        """A press takes one answer, and only while it is fresh."""
        press = self.presses.get(callback_id)
        too_old = press and self.clock.now() - press.pressed_at > limits.CALLBACK_ANSWER_SECONDS
        if press is None or too_old or press.answer is not None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        press.answer = answer
        return press

    def spinning(self, user_id: int) -> list[Press]:
        return [press for press in self.presses.values() if press.user_id == user_id and press.answer is None]
