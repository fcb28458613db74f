"""The officer sees how many households are in need in a period, of how many nobody knows yet, and which are over."""

from __future__ import annotations

from bot.actions import ward_cases
from bot.actions.ward_cases import WardCases
from bot.clock import local_date
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.carrying import Standing
from bot.domain.periods import ReportingPeriod
from bot.domain.units import Unit
from bot.texts import carrying as say
from bot.texts import dates
from handlers import home
from handlers.period_choice import choose_period

NAME = "ward_hardship"


def open_(turn: Turn, argument: str) -> None:
    """Which period; "@ward_hardship:3" shows one at once."""
    choose_period(turn, NAME, argument, _show)


def _show(turn: Turn, ward: Unit, period: ReportingPeriod) -> None:
    found = ward_cases.ward_cases(turn.tx, by=turn.who, ward=ward, period=period)
    if not found.cases:
        home.greet(turn, say.WARD_NONE)
        return
    whole = ward_cases.counted(found.cases)
    lines = [say.WARD_TITLE.format(period=dates.period(period.span), count=say.counted(whole))]
    lines += [
        say.WARD_LINE.format(unit=khom.unit.name, count=say.counted(khom.count)) for khom in found.khoms if khom.cases
    ]
    unconfirmed = [case.submission.case_code for case in found.cases if case.standing is Standing.UNCONFIRMED]
    lines += [say.WARD_UNCONFIRMED.format(codes=", ".join(unconfirmed))] if unconfirmed else []
    lines += _closed(found, whole.closed) if whole.closed else []
    home.greet(turn, "\n".join(lines))


def _closed(found: WardCases, closed: int) -> list[str]:
    """Those that are over, each with its reason for whoever may know it."""
    lines = [say.WARD_CLOSED.format(closed=closed)]
    if found.may_see_names:
        lines += [
            say.WARD_CLOSED_LINE.format(
                code=case.submission.case_code,
                unit=case.unit.name,
                reason=say.reason(case.closing),
                name=case.closing.by_name,
                day=dates.day(local_date(case.closing.at)),
            )
            for case in found.cases
            if case.closing is not None
        ]
    return lines


HANDLER = Handler(
    name=NAME,
    label=say.WARD_LABEL,
    permission=Permission.READ_FIGURES,
    command="khokhanphuong",
    words=say.WARD_WORDS,
    open=open_,
)
