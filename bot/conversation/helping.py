"""What an open question wants, in words for somebody who is stuck."""

from __future__ import annotations

from bot.domain.submissions import Empty
from bot.texts import helping as say
from forms.prompt import Accepts, Prompt
from forms.questions.money import Money

TYPED = frozenset({Accepts.TEXT, Accepts.NUMBER, Accepts.DATE, Accepts.TIME, Accepts.MOMENT})
"""What has to be typed and read on a small screen; to the rest a tap is enough."""
WAYS = {Empty.NOTHING: say.WAY_NOTHING, Empty.UNKNOWN: say.WAY_UNKNOWN}


def about(prompt: Prompt) -> str:
    """The form's own guidance, what may be typed, and the ways past the question."""
    return "\n".join(filter(None, (prompt.guidance, how(prompt), *ways(prompt))))


def how(prompt: Prompt) -> str:
    """What an answer looks like."""
    if prompt.ranked:
        return say.HOW_RANKED
    if prompt.multiple:
        return say.HOW_SEVERAL
    if prompt.unit == Money.unit:
        return say.HOW_MONEY
    return say.HOW.get(prompt.type) or say.HOW[prompt.accepts.value]


def ways(prompt: Prompt) -> list[str]:
    """How to get past the question without an answer of one's own; there is always one."""
    standing = prompt.answer_shown is not None or prompt.previous is not None
    return [
        *([say.WAY_KEEP] if standing and not prompt.files else []),
        *(WAYS[empty] for empty in prompt.empties),
        *([say.WAY_SKIP] if prompt.skippable else []),
        *([say.WAY_PHOTO] if prompt.accepts in TYPED else []),
        say.WAY_LATER,
    ]
