"""The menu: who the person is, what is due, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from bot.actions import carried_cases, confirming, entering, forms
from bot.actions.periods import Due, due_for
from bot.conversation import naming, paper
from bot.conversation.beginnings import begun
from bot.conversation.courtesy import meant
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.words import ASKING, action
from bot.domain.access import Permission, units_where
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Status, Submission, SubmissionId
from bot.messages import Choice, Reply
from bot.texts import carrying, dates, entrusting, periods, posts
from bot.texts import conversation as say
from forms.values.empties import read_blank
from forms.values.fold import fold

NAME = "home"
STATES = {
    Status.DRAFT: say.STATE_DRAFT,
    Status.SUBMITTED: say.STATE_SENT,
    Status.RETURNED: say.STATE_RETURNED,
    Status.APPROVED: say.STATE_APPROVED,
    Status.LOCKED: say.STATE_LOCKED,
    Status.WITHDRAWN: say.STATE_WITHDRAWN,
}
THANKS = {fold(word): True for word in say.THANKS_WORDS}


def greet(turn: Turn, before: str | None = None, above: Sequence[tuple[Choice, ...]] = ()) -> None:
    """The menu, after a greeting or (`before`, which may be empty) a sentence on what has just been done.

    `above`: rows of lasting choices that belong to that sentence.
    """
    turn.session.go(NAME)
    dues = due_for(turn.tx, turn.who, turn.today)
    lines = [due_line(turn, due) for due in dues]
    waiting = _waiting(turn, dues)
    lines += [carrying.MENU_LINE.format(count=count) for _, count in waiting]
    sent = [due.submission for due in dues if due.submission and due.submission.status is not Status.DRAFT]
    if any(submission.is_being_corrected for submission in sent):
        lines.append(say.NOT_SENT_AGAIN)
    elif lines and len(sent) == len(dues):
        lines.append(say.ALL_SENT)
    entered = confirming.pending(turn.tx, turn.who)
    lines += _news(turn, len(entered))
    opening = say.GREETING.format(whom=naming.whom(turn.who)) if before is None else before
    if not turn.who.posts:
        lines.append(posts.NO_POST.by(turn.who.called))
    text = "\n".join(filter(None, (opening, *lines, say.MENU_QUESTION)))
    entries = ((choice,) for choice in (*_to_confirm(entered), *_entries(turn, dues, waiting)))
    turn.ask(Reply(text=text, rows=(*above, *entries)))


def _news(turn: Turn, unconfirmed: int) -> list[str]:
    """What lies with the person: entries of the ward to be confirmed, or answers that khóm have left to the ward."""
    if unconfirmed:
        return [entrusting.PENDING_LINE]
    if not units_where(turn.who, Permission.ENTER_FOR):
        return []
    asked = sum(each.load.asked > 0 for each in entering.waiting(turn.tx, turn.who))
    return [entrusting.MENU_LINE.format(count=asked)] if asked else []


def _to_confirm(entered: Sequence[tuple[SubmissionId, int]]) -> list[Choice]:
    return [
        Choice(id=f"@confirm:{submission}:see:{moment}", label=entrusting.PENDING_CHOICE)
        for submission, moment in entered[:1]
    ]


def stay(turn: Turn) -> None:
    """Back at the menu without showing it: an answer is still to come."""
    turn.session.go(NAME)


def due_line(turn: Turn, due: Due) -> str:
    """One report that is owed, with its date and how far it has come."""
    return say.DUE_LINE.format(
        label=report_label(due), due=dates.day(due.period.khom_due_on), state=state_of(turn, due)
    )


def report_choice(turn: Turn, due: Due) -> Choice:
    """Opens that report."""
    return Choice(id=f"@report:{due.period.id}:{due.unit.id}", label=report_label(due), told=due_line(turn, due))


def state_of(turn: Turn, due: Due) -> str:
    """How far a report has come, in a few words."""
    is_late = turn.today > due.period.khom_due_on and not due.period.closed
    if due.submission is not None:
        begun = due.submission.status is Status.DRAFT
        return say.STATE_DRAFT_LATE if begun and is_late else state(due.submission)
    if due.period.closed:
        return say.STATE_CLOSED
    return say.STATE_LATE if is_late else say.STATE_NOT_BEGUN


def state(submission: Submission) -> str:
    """Where a submission is in its life, in a few words."""
    return say.STATE_CORRECTING if submission.is_being_corrected else STATES[submission.status]


def report_label(due: Due) -> str:
    """Báo cáo quý IV năm 2020."""
    return periods.REPORT_OF.format(period=dates.period(due.period.span))


def title_of(turn: Turn, submission: Submission, period: ReportingPeriod | None) -> str:
    """Báo cáo quý IV năm 2020; of a case what it is, with its code."""
    if period is not None and submission.is_report:
        return periods.REPORT_OF.format(period=dates.period(period.span))
    return entrusting.CASE.format(title=forms.title(turn.tx, submission), code=submission.case_code)


def _waiting(turn: Turn, dues: Sequence[Due]) -> list[tuple[Due, int]]:
    """The first report due in whose period cases wait to be confirmed, with how many; none where none wait."""
    counted = ((due, carried_cases.unconfirmed(turn.tx, turn.who, due.unit, due.period)) for due in dues)
    return list(islice((found for found in counted if found[1]), 1))


def _entries(turn: Turn, dues: Sequence[Due], waiting: Sequence[tuple[Due, int]]) -> list[Choice]:
    reports = [report_choice(turn, due) for due in dues]
    # What is due stands in the menu itself, so the entry that leads to it would only say the same twice.
    cases = [Choice(id=f"@carried:{due.period.id}:{due.unit.id}", label=carrying.MENU_CHOICE) for due, _ in waiting]
    return [*reports, *cases, *(entry for entry in turn.menu() if not (reports and entry.id == "@report"))]


def open_(turn: Turn, argument: str) -> None:
    """/start, "menu"."""
    del argument
    greet(turn)


def choose(turn: Turn, action: str) -> None:
    """The menu has only lasting choices; anything else is answered with the menu."""
    del action
    greet(turn)


def read(turn: Turn) -> None:
    """The beginning of what the menu offers, or nothing that it knows; a file belongs to a report, chosen first."""
    files = any(file.kind.is_file for file in turn.incoming.attachments)
    if files and units_where(turn.who, Permission.FILL):
        greet(turn, entrusting.CHOOSE_FIRST)
    elif paper.is_asked_for(turn.incoming.text) and units_where(turn.who, Permission.FILL):
        greet(turn, entrusting.MAY_SEND_FIRST)
    elif (choice := begun(turn.incoming.text, turn.session.offered)) is not None:
        turn.open(choice)
    elif meant(turn.incoming.text, THANKS):
        greet(turn, say.WELCOME.by(turn.who.called))
    else:
        greet(turn, say.ONLY_IN_A_FORM if _is_for_a_form(turn.incoming.text) else say.NOT_UNDERSTOOD)


def _is_for_a_form(text: str) -> bool:
    """Whether the help tells people to type it, but where a question is open."""
    return action(text, ASKING) is not None or read_blank(text) is not None


def again(turn: Turn) -> None:
    """The menu once more, below what was just said."""
    greet(turn, "")


HANDLER = Handler(
    name=NAME,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    command="start",
    words=say.HOME_WORDS,
    words_anywhere=say.HOME_WORDS_ANYWHERE,
)
