"""How it looks that somebody else of the unit has the report in hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.clock import local
from bot.conversation.way_home import HOME
from bot.domain.submissions import Status, Submission
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import sharing as say

LONGEST = 40
"""Letters of a typed answer that are repeated: enough for any figure."""


def held(submission: Submission, name: str, now: datetime, *, refused: str = "") -> Reply:
    """Who ("cô Lan") has it in hand and since when; `refused` says that something was not taken because of that."""
    at = submission.held_at or submission.updated_at
    if submission.holder is not None:
        wording = say.HELD
    else:
        wording = say.SENT if submission.status is Status.SUBMITTED else say.LEFT
    return Reply(
        heading=refused,
        text=wording.format(Name=name[0].upper() + name[1:], when=_when(at, now)),
        hint=say.HINT.format(name=name),
        rows=(
            (Choice(id="take", label=say.TAKE, way_out=True),),
            (Choice(id="look", label=say.LOOK, way_out=True), HOME),
        ),
    )


def not_taken(text: str) -> str:
    """That what was typed, perhaps for a question that has changed, was not kept."""
    return say.NOT_TAKEN.format(text=_short(text)) if text else say.NOT_TAKEN_PLAIN


def typed_before(text: str) -> str:
    """What was typed for this question before somebody else had it."""
    return say.TYPED_BEFORE.format(text=_short(text))


def take_typed(text: str) -> str:
    """The words of the button that takes it after all."""
    return say.TAKE_TYPED.format(text=_short(text))


def with_typed(question: Reply, text: str) -> Reply:
    """The open question with one more button: what was typed for it before."""
    choice = Choice(id="typed", label=take_typed(text), way_out=True)
    return replace(question, rows=((choice,), *question.rows))


def _when(at: datetime, now: datetime) -> str:
    then = local(at)
    time = dates.time(then)
    return time if then.date() == local(now).date() else say.ON_DAY.format(time=time, day=dates.day(then.date()))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
