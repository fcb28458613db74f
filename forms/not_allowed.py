"""What a question does not take: an empty state, or the end of what has not begun; and what may be said instead."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.submissions import Empty
from bot.texts import answers
from bot.texts import forms as texts
from forms.prompt import Rejected

_SENTENCES = {Empty.NOTHING: texts.NOTHING_NOT_ALLOWED, Empty.UNKNOWN: texts.UNKNOWN_NOT_ALLOWED}


def not_allowed(given: Empty, allowed: Collection[Empty]) -> Rejected:
    """Why it is not kept."""
    instead = texts.SAY_UNKNOWN if Empty.UNKNOWN in allowed else texts.SAY_LATER
    return Rejected(text=_SENTENCES[given].format(instead=instead))


def nothing_gathered(type: str) -> Rejected:
    """Somebody says to be done with choosing several, or with sending files, before there is any."""
    files = answers.FILES.get(type)
    return Rejected(text=files.needed if files else texts.NOTHING_CHOSEN)
