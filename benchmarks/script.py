"""What every head says: the quarterly report in 13 updates, the same for every bot that is measured."""

from __future__ import annotations

from dataclasses import dataclass

from bot.texts import interview, report

UPDATES = 13
BEGIN = report.WORDS[0]
SKIP = interview.SKIP
SEND = interview.SEND


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that a head does: types a text, or presses the button of that label on the last message."""

    text: str = ""
    press: str = ""


def steps(head: int) -> list[Step]:
    """The head's updates in order; figures differ a little from head to head."""
    households = 400 + head % 50
    figures = (households, households * 4, households - 2, 3, 2_000_000, 1_200_000, 850_000, 1, 5, 4)
    return [
        Step(text=BEGIN),
        *(Step(text=str(figure)) for figure in figures),
        Step(press=SKIP),
        Step(press=SEND),
    ]
