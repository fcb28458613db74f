"""An empty state that the question does not take, and what may be said instead."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.submissions import Empty
from bot.texts import forms as texts
from forms.prompt import Rejected

_SENTENCES = {Empty.NOTHING: texts.NOTHING_NOT_ALLOWED, Empty.UNKNOWN: texts.UNKNOWN_NOT_ALLOWED}


def not_allowed(given: Empty, allowed: Collection[Empty]) -> Rejected:
    """Why it is not kept."""
    instead = texts.SAY_UNKNOWN if Empty.UNKNOWN in allowed else texts.SAY_LATER
    return Rejected(text=_SENTENCES[given].format(instead=instead))
