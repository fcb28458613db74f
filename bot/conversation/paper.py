"""Somebody asks whether the paper itself may be sent: "gửi ảnh được không em", "chụp hình"."""

from __future__ import annotations

import re

from bot.conversation.courtesy import meant
from bot.conversation.helping import TYPED
from bot.texts import entrusting as say
from forms.prompt import Prompt
from forms.values.fold import fold

_NAMED = {fold(word): True for word in say.PAPER_WORDS}
_DOING, _THINGS, _ASKING = (
    "|".join(map(fold, words)) for words in (say.PAPER_DOING, say.PAPER_THINGS, say.PAPER_ASKING)
)
# In this order: "hôm qua không gửi được giấy" asks nothing.
_QUESTION = re.compile(rf"(.*\b)?({_DOING})\b.*\b({_THINGS})\b.*\b({_ASKING})\b( \w+){{0,2}}\W*", re.ASCII)


def may_be_sent(prompt: Prompt | None, text: str) -> bool:
    """Whether that is asked where an answer has to be typed, so may be left to the ward."""
    return prompt is not None and prompt.accepts in TYPED and is_asked_for(text)


def is_asked_for(text: str) -> bool:
    """Whether it asks for that, so is no answer: sending is named alone, or in a question."""
    return meant(text, _NAMED) is not None or _QUESTION.fullmatch(fold(text)) is not None
