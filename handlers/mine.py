"""What a khóm has done: every submission with its state, to look at or to correct."""

from __future__ import annotations

from collections.abc import Mapping

from bot.actions import carried_cases, forms, periods
from bot.actions import filling as acts
from bot.actions.periods import Due
from bot.clock import local
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission
from bot.domain.submissions import Revision, Status, Submission, SubmissionId
from bot.messages import Choice, Reply
from bot.texts import conversation as states
from bot.texts import dates
from bot.texts import report as words
from handlers import home

NAME = "mine"
MOST = 8
"""Two years of quarters, and as many cases; older ones are in the officer's workbooks."""

Sendings = Mapping[SubmissionId, Revision]
Entry = tuple[str, str, str]
"""Its label, its state in words, and the choice that opens it; none where there is nothing to open."""


def open_(turn: Turn, argument: str) -> None:
    """The list, the newest first."""
    del argument
    reports = periods.reports_for(turn.tx, turn.who, MOST)
    cases = carried_cases.newest([each for each in acts.recent(turn.tx, turn.who, MOST) if not each.is_report])
    if not reports and not cases:
        home.greet(turn, words.MINE_EMPTY)
        return
    turn.session.go(NAME)
    begun = [due.submission for due in reports if due.submission is not None]
    sent = acts.sendings(turn.tx, turn.who, [*begun, *cases])
    entries = [*(_report(turn, due, sent) for due in reports), *(_case(turn, case, sent) for case in cases)]
    lines = [words.MINE_LINE.format(label=label, state=state) for label, state, _ in entries]
    rows = [
        (Choice(id=choice, label=label, told=line),)
        for (label, _, choice), line in zip(entries, lines, strict=True)
        if choice
    ]
    turn.ask(Reply(text="\n".join((words.MINE_TITLE, *lines)), hint=words.MINE_HINT, rows=(*rows, (HOME,))))


def _report(turn: Turn, due: Due, sent: Sendings) -> Entry:
    """To be begun, gone on with or corrected; once review has begun, or the period is closed, only to be read."""
    label, submission = home.report_label(due), due.submission
    if submission is None:
        return label, home.state_of(turn, due), "" if due.period.closed else f"@report:{due.period.id}:{due.unit.id}"
    verb = "interview" if acts.is_open(submission, due.period) else "copy"
    return label, _state(submission, sent), f"@{verb}:{submission.id}"


def _case(turn: Turn, case: Submission, sent: Sendings) -> Entry:
    label = words.CASE_LABEL.format(title=forms.title(turn.tx, case), code=case.case_code)
    return label, _state(case, sent), f"@interview:{case.id}"


def _state(submission: Submission, sent: Sendings) -> str:
    revision = sent.get(submission.id)
    if submission.status is not Status.SUBMITTED or submission.is_being_corrected or revision is None:
        return home.state(submission)
    at = local(revision.sent_at)
    return states.STATE_SENT_AT.format(time=dates.time(at), day=dates.day(at.date()))


HANDLER = Handler(
    name=NAME,
    label=words.MINE_LABEL,
    permission=Permission.FILL,
    command="cuatoi",
    words=words.MINE_WORDS,
    open=open_,
)
