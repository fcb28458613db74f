"""The officer sees which khóm has sent."""

from __future__ import annotations

from bot.actions import figures as acts
from bot.actions import periods
from bot.actions.figures import UnitReport
from bot.clock import local
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.units import Unit
from bot.texts import dates
from bot.texts import figures as words
from handlers import export, home

NAME = "progress"


def open_(turn: Turn, argument: str) -> None:
    """Which period; "@progress:3" shows one at once."""
    ward = units_where(turn.who, Permission.READ_FIGURES)[0]
    offered = [period for period in periods.opened(turn.tx, ward) if not period.closed][: export.MOST]
    if is_key(argument):
        _show(turn, ward, periods.get(turn.tx, PeriodId(int(argument))))
    elif not offered:
        home.greet(turn, words.NO_PERIOD)
    elif len(offered) == 1:
        _show(turn, ward, offered[0])
    else:
        export.offer_periods(turn, NAME, offered)


def _show(turn: Turn, ward: Unit, period: ReportingPeriod) -> None:
    reports = acts.reports_of(turn.tx, by=turn.who, ward=ward, period=period)
    title = words.PROGRESS_TITLE.format(
        period=dates.period(period.span),
        sent=sum(report.revision is not None for report in reports),
        total=len(reports),
        due=dates.day(period.khom_due_on),
    )
    lines = [words.PROGRESS_LINE.format(unit=report.unit.name, state=_state(report)) for report in reports]
    home.greet(turn, "\n".join((title, *lines)))


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
