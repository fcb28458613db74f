"""Where somebody is among the cases of earlier periods, and what is shown there."""

from __future__ import annotations

from bot.actions import carried_cases, periods
from bot.actions import filling as acts
from bot.actions.carried_cases import Case
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.domain.carrying import Standing
from bot.domain.errors import Missing
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.submissions import Status, SubmissionId
from bot.domain.units import Unit
from bot.messages import Reply
from bot.texts import carrying as say
from bot.texts import dates
from handlers import carried_cards as cards
from handlers import home, submission

NAME = "carried"
CARD, REASON, WORDS, LIST = "card", "reason", "words", "list"
"""The modes: one case is open, the reason why it is over is asked for, then in words; the list is open."""


def begin(turn: Turn, unit: Unit, period: ReportingPeriod, before: str = "") -> None:
    """The cases that the unit is asked about in the period."""
    found = carried_cases.cases(turn.tx, turn.who, unit, period)
    turn.session.go(NAME, unit=unit.id, period=period.id, mode=LIST, case="", seen="")
    waiting = [case for case in found if case.standing is Standing.UNCONFIRMED]
    if waiting:
        show(turn, waiting[0], before)
    elif found:
        show_list(turn, before)
    else:
        home.greet(turn, before or say.NONE)


def unit_of(turn: Turn, wanted: int) -> Unit:
    """The unit of that number, if the person fills in its forms."""
    for unit in units_where(turn.who, Permission.FILL):
        if unit.id == wanted:
            return unit
    raise Missing("unit")


def where(turn: Turn) -> tuple[Unit, ReportingPeriod]:
    """The unit and the period that are asked about."""
    kept = turn.session.place
    return unit_of(turn, kept["unit"]), periods.get(turn.tx, PeriodId(kept["period"]))


def cases(turn: Turn) -> list[Case]:
    """What is asked about there, as it is now."""
    return carried_cases.cases(turn.tx, turn.who, *where(turn))


def case(turn: Turn) -> Case:
    """The case that is open."""
    return carried_cases.case(turn.tx, turn.who, *where(turn), turn.session.place["case"])


def show(turn: Turn, case: Case, before: str = "") -> None:
    """Open a case."""
    found = cases(turn)
    place = next(place for place, each in enumerate(found, start=1) if each.code == case.code)
    waiting = sum(each.standing is Standing.UNCONFIRMED for each in found)
    turn.session.place |= {"mode": CARD, "case": case.code, "seen": case.version}
    turn.ask(cards.card(case, place=place, count=len(found), waiting=waiting, before=before))


def show_number(turn: Turn, number: int) -> None:
    """Open the case of that number in the list."""
    found = cases(turn)
    if 1 <= number <= len(found):
        show(turn, found[number - 1])
    else:
        show_list(turn, say.NO_SUCH_LINE.format(number=number, last=len(found)))


def show_list(turn: Turn, before: str = "") -> None:
    """All cases with what is said of them."""
    unit, period = where(turn)
    turn.session.place |= {"mode": LIST, "case": "", "seen": ""}
    label, goes_on = dates.period(period.span), report_in_hand(turn) is not None
    turn.ask(cards.listing(cases(turn), unit=unit.name, period=label, before=before, goes_on=goes_on))


def go_on(turn: Turn, before: str) -> None:
    """The next case that waits, after the one just answered; the report or the menu once there is none."""
    found, code = cases(turn), turn.session.place["case"]
    waiting = [case for case in found if case.standing is Standing.UNCONFIRMED and case.draft is None]
    if waiting:
        show(turn, next((case for case in waiting if case.code > code), waiting[0]), before)
    elif any(case.standing is Standing.UNCONFIRMED for case in found):
        show_list(turn, before)
    else:
        leave(turn, "\n".join((before, say.FINISHED.by(turn.who.called))))


def leave(turn: Turn, before: str) -> None:
    """Back to the report that the person has in hand, else to the menu."""
    report = report_in_hand(turn)
    if report is None:
        home.greet(turn, before)
    else:
        turn.say(Reply(text=before))
        submission.begin(turn, report)


def report_in_hand(turn: Turn) -> SubmissionId | None:
    """The report that the person has begun in that unit, and that waits until the cases are through."""
    unit, _ = where(turn)
    held = (draft for draft in acts.drafts(turn.tx, turn.who, unit) if draft.holder == turn.who.id)
    return next((draft.id for draft in held if draft.is_report and draft.status is Status.DRAFT), None)
