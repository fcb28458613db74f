"""A sent report as a text that can be passed on, for the neighbourhood's Zalo group for example."""

from __future__ import annotations

from bot.actions import entrusting, forms
from bot.actions import filling as acts
from bot.actions.filling import Interview
from bot.clock import local
from bot.conversation import cards
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.errors import Invalid
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Revision, Status, SubmissionId
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import report as words

NAME = "copy"
MOST = 20
"""Submissions among which the newest sent report is looked for."""


def offer(interview: Interview) -> Choice | None:
    """The button that asks for a copy of a report, while its figures are those that the ward has."""
    changed = interview.submission.status is Status.DRAFT or _differs(interview)
    return None if changed else offer_sent(interview)


def offer_sent(interview: Interview) -> Choice | None:
    """The same of a report that has just been sent; a household in need, or a good deed, is nobody's news."""
    if interview.is_trial or not interview.submission.is_report:
        return None
    return Choice(id=f"@{NAME}:{interview.submission.id}", label=words.COPY_LABEL, way_out=True)


def open_(turn: Turn, argument: str) -> None:
    """ "@copy:12"; typed without a number the report that was sent last. The open question stays as it is."""
    if argument and not is_key(argument):
        raise Invalid("draft")
    wanted = SubmissionId(int(argument)) if argument else _newest(turn)
    if wanted is None:
        _say(turn, words.COPY_NOT_SENT)
        return
    opened = acts.open_interview(turn.tx, turn.who, wanted, turn.now)
    submission, period = opened.submission, opened.period
    sent = acts.sendings(turn.tx, turn.who, [submission]).get(submission.id)
    if period is None or not submission.is_report:
        _say(turn, words.COPY_PRIVATE.format(code=submission.case_code))
    elif sent is None:
        _say(turn, words.COPY_NOT_SENT)
    elif _differs(opened):
        _say(turn, words.COPY_IN_CORRECTION)
    else:
        turn.say(Reply(text=_text(turn, opened, period, sent), shareable=True))
        _say(turn, words.COPY_HINT)


def _differs(opened: Interview) -> bool:
    """Whether the answers are not those that were sent."""
    return opened.submission.is_being_corrected or opened.submission.status is Status.RETURNED


def _newest(turn: Turn) -> SubmissionId | None:
    found = acts.recent(turn.tx, turn.who, MOST)
    return next((each.id for each in found if each.is_report and each.status is not Status.DRAFT), None)


def _text(turn: Turn, opened: Interview, period: ReportingPeriod, sent: Revision) -> str:
    at = local(sent.sent_at)
    title = words.COPY.format(
        title=forms.title(turn.tx, opened.submission),
        unit=opened.unit.name,
        period=dates.period(period.span),
        code=opened.submission.code,
        revision=sent.number,
        time=dates.time(at),
        day=dates.day(at.date()),
        name=sent.sent_by_name,
    )
    public = [line for line in entrusting.review(turn.tx, opened) if not line.private]
    return "\n\n".join((title, cards.listing(public, numbered=False)))


def _say(turn: Turn, text: str) -> None:
    turn.say(Reply(text=text, rows=((Choice(id="@home", label=words.COPY_HOME, way_out=True),),)))


HANDLER = Handler(
    name=NAME,
    permission=Permission.FILL,
    words=words.COPY_WORDS,
    words_anywhere=(words.COPY_LABEL,),
    open=open_,
)
