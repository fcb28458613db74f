"""A household in need, recorded without a conversation."""

from __future__ import annotations

from datetime import datetime

from bot.actions import filling
from bot.domain.people import Person
from bot.domain.units import Unit
from storage.transaction import Transaction
from tests.support.shipped import ANSWERS as shipped_answers

HARDSHIP = "hoan_canh_kho_khan"
ANSWERS = shipped_answers[HARDSHIP]


def records(tx: Transaction, head: Person, khom: Unit, at: datetime) -> None:
    """From the first question to the sending."""
    begun = filling.start_case(tx, head, HARDSHIP, khom, at)
    opened = filling.open_interview(tx, head, begun.id, at)
    while (prompt := opened.filling.prompt()) is not None:
        opened.filling.answer(ANSWERS[prompt.name])
    filling.save(tx, head, opened, "mo_ta_ngan", at)
    filling.send(tx, head, opened, at)
