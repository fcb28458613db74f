"""What a person is told of a form that has been sent: that it has come, when, under which code, and what follows."""

from __future__ import annotations

from bot.actions import entrusting as left_to_ward
from bot.actions import forms
from bot.actions.filling import Interview
from bot.clock import local
from bot.conversation import cards
from bot.conversation.turn import Turn
from bot.domain.submissions import Revision
from bot.messages import Reply
from bot.texts import interview as say
from handlers import copy, home


def receipt(turn: Turn, interview: Interview, revision: Revision) -> Reply:
    """For a revision that was just sent."""
    submission = interview.submission
    is_report = submission.is_report
    title = home.title_of(turn, submission, interview.period) if is_report else forms.title(turn.tx, submission)
    return cards.sent(
        left_to_ward.review(turn.tx, interview),
        title=say.SENT_TITLE.format(title=title, unit=interview.unit.name),
        code=say.SENT_CODE.format(code=submission.case_code, revision=revision.number),
        at=local(revision.sent_at),
        following=say.SENT_NEXT if is_report else say.SENT_CASE_NEXT,
        who=turn.who.called,
        copy=copy.offer_sent(interview),
    )
