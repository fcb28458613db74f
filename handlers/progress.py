"""The officer sees which khóm has sent."""

from __future__ import annotations

from collections.abc import Mapping

from bot.actions import entering
from bot.actions import figures as acts
from bot.actions.figures import UnitReport
from bot.actions.quotas import used
from bot.clock import local
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission, may
from bot.domain.entrustments import Load
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import SubmissionId
from bot.domain.units import Unit
from bot.messages import Choice
from bot.texts import dates, entrusting
from bot.texts import figures as words
from bot.texts.reminders import REMIND_UNSENT
from handlers import home, received
from handlers.period_choice import choose_period

NAME = "progress"
IN_ROW = 2
"""Khóm beside each other on a small phone."""


def open_(turn: Turn, argument: str) -> None:
    """Which period; "@progress:3" shows one at once."""
    choose_period(turn, NAME, argument, _show, only_open=True)


def _show(turn: Turn, ward: Unit, period: ReportingPeriod) -> None:
    reports = acts.reports_of(turn.tx, by=turn.who, ward=ward, period=period)
    title = words.PROGRESS_TITLE.format(
        period=dates.period(period.span),
        sent=sum(report.revision is not None for report in reports),
        total=len(reports),
        due=dates.day(period.khom_due_on),
    )
    loads = entering.loads_of(turn.tx, [report.submission for report in reports if report.submission is not None])
    lines = [words.PROGRESS_LINE.format(unit=report.unit.name, state=_with_load(report, loads)) for report in reports]
    sent = [
        Choice(id=f"@{received.NAME}:{report.submission.id}", label=report.unit.name, told=line)
        for report, line in zip(reports, lines, strict=True)
        if report.submission is not None and report.revision is not None
    ]
    hint = (*used(turn.tx, turn.today, turn.previews), *((words.PROGRESS_HINT,) if sent else ()))
    rows = [tuple(sent[start : start + IN_ROW]) for start in range(0, len(sent), IN_ROW)]
    if len(sent) < len(reports) and may(turn.who, Permission.REMIND, ward):
        rows.append((Choice(id="@reminding:now", label=REMIND_UNSENT),))
    home.greet(turn, "\n".join((title, *lines, *hint)), above=rows)


def _with_load(report: UnitReport, loads: Mapping[SubmissionId, Load]) -> str:
    """How far it has come, and what of it the ward is to enter or the khóm has not confirmed."""
    state = _state(report)
    load = loads.get(report.submission.id, Load()) if report.submission is not None else Load()
    if load.asked and load.unconfirmed:
        return entrusting.PROGRESS_BOTH.format(state=state, asked=load.asked, unconfirmed=load.unconfirmed)
    if load.asked:
        return entrusting.PROGRESS_ASKED.format(state=state, count=load.asked)
    return entrusting.PROGRESS_UNCONFIRMED.format(state=state, count=load.unconfirmed) if load.unconfirmed else state


def _state(report: UnitReport) -> str:
    if report.revision is not None:
        sent_at = local(report.revision.sent_at)
        return words.PROGRESS_SENT.format(
            day=dates.day(sent_at.date()), time=dates.time(sent_at), revision=report.revision.number
        )
    return words.PROGRESS_NOTHING if report.submission is None else words.PROGRESS_DRAFT


HANDLER = Handler(
    name=NAME,
    label=words.PROGRESS_LABEL,
    permission=Permission.READ_FIGURES,
    command="tinhhinh",
    words=words.PROGRESS_WORDS,
    open=open_,
)
