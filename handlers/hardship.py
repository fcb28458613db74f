"""Recording a household in need."""

from __future__ import annotations

from bot.texts import report as words
from handlers.cases import case_handler

HANDLER = case_handler(
    name="hardship",
    family="hoan_canh_kho_khan",
    label=words.HARDSHIP_LABEL,
    command="khokhan",
    spoken=words.HARDSHIP_WORDS,
)
