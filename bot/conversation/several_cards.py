"""How several answers that were given at once look as replies, and how a figure stands beside the last period's."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.messages import Choice, Reply
from bot.texts import interview
from bot.texts import several as say
from forms.prompt import Change
from forms.together import Answered, Left, Together
from forms.values.numerals import show_number

FINEST = Decimal("0.1")
"""Of a percentage."""


def compared(understood: str, change: Change) -> str:
    """How an answer was understood, with what has changed since the last period."""
    if change.of:
        return say.DIFFERS.format(shown=understood, period=change.of, previous=change.previous)
    percent = abs(change.percent).quantize(FINEST) if abs(change.percent) >= FINEST else None
    wording = say.ROSE if change.percent > 0 else say.FELL
    return wording.format(
        shown=understood,
        previous=change.previous,
        percent=say.LITTLE if percent is None else show_number(percent),
    )


def proposal(proposed: Together) -> Reply:
    """What a message with several answers was read as: is it right?"""
    answered = say.PROPOSED.format(count=len(proposed.answered), lines=_lines(proposed.answered))
    return Reply(
        text="\n\n".join(filter(None, (answered, _not_kept(proposed)))),
        hint=say.PROPOSED_HINT,
        rows=(
            (
                Choice(id="take_all", label=interview.YES_RIGHT, way_out=True),
                Choice(id="retype", label=interview.TYPE_AGAIN, way_out=True),
            ),
        ),
    )


def nothing_proposed(proposed: Together) -> str:
    """Why nothing of a message with several answers could be read."""
    return "\n".join(filter(None, (say.PROPOSED_NONE, _not_kept(proposed))))


def taken(together: Together) -> str:
    """That the confirmed answers are kept, above the next question: their list stands already above."""
    count = say.TAKEN.format(count=len(together.answered)) if together.answered else say.PROPOSED_NONE
    return "\n".join(filter(None, (count, _not_kept(together))))


def kept_all(together: Together, of: str = "") -> str:
    """What was kept of the last period, or `of` another report, as a list above the next question."""
    lines = _lines(together.answered, masked=True)
    wording = say.KEPT_ALL_OF if of else say.KEPT_ALL
    kept = wording.format(count=len(together.answered), lines=lines, period=of) if lines else say.KEPT_NONE
    return "\n".join(filter(None, (kept, _not_kept(together))))


def settled(together: Together) -> str:
    """What becomes of the list whose button was pressed."""
    return _lines(together.answered, masked=True) or say.PROPOSED_NONE


def sheet(labels: Sequence[str]) -> Reply:
    """A text to copy, fill in and send back."""
    return Reply(text="\n".join(say.SHEET_LINE.format(label=label) for label in labels))


def _lines(answered: Sequence[Answered], *, masked: bool = False) -> str:
    return "\n".join(
        (say.LINE_PRIVATE if masked and one.private else say.LINE).format(label=one.label, shown=one.shown)
        for one in answered
    )


def _not_kept(together: Together) -> str:
    left = say.LEFT.format(lines="\n".join(map(_left, together.left))) if together.left else ""
    parts = ", ".join(say.UNCLEAR_PART.format(part=part) for part in together.unclear)
    return "\n".join(filter(None, (left, say.UNCLEAR.format(parts=parts) if parts else "")))


def _left(left: Left) -> str:
    return say.LINE_LEFT.format(label=left.label, why=left.why or say.WILL_ASK)
