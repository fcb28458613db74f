"""Recording a good deed worth being known."""

from __future__ import annotations

from bot.texts import report as words
from handlers.cases import case_handler

HANDLER = case_handler(
    name="good_deed",
    family="guong_ntvt",
    label=words.GOOD_DEED_LABEL,
    command="viectot",
    spoken=words.GOOD_DEED_WORDS,
)
