"""The cases of earlier periods, one by one: still so, changed, or over and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import carried_cases, carrying
from bot.actions import filling as acts
from bot.actions.carried_cases import Case
from bot.actions.periods import due_for
from bot.conversation import words
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.router import option_typed
from bot.conversation.session import ALWAYS
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.domain.carrying import Reason, Standing
from bot.domain.errors import Missing
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.submissions import Status, SubmissionId
from bot.domain.units import Unit
from bot.messages import Reply
from bot.texts import carrying as say
from bot.texts import dates, interview
from handlers import carried_cards as cards
from handlers import home, submission

NAME = "carried"
CARD, REASON, WORDS, LIST = "card", "reason", "words", "list"
NUMBERED = re.compile(r"(?P<kind>case|reason)(?P<number>\d{1,4})", re.ASCII)
TYPED = {CARD: words.CASE, REASON: words.CASE_REASON, WORDS: words.CASE_REASON, LIST: words.CASE_LIST}


def open_(turn: Turn, argument: str) -> None:
    """The first case that waits, else the list; "@carried:3:7": of period 3 in unit 7."""
    if not argument:
        _open_due(turn)
        return
    period, _, unit = argument.partition(":")
    if not (is_key(period) and is_key(unit)):
        raise Missing("period")
    begin(turn, _unit(turn, int(unit)), turn.tx.periods.get(PeriodId(int(period))))


def begin(turn: Turn, unit: Unit, period: ReportingPeriod, before: str = "") -> None:
    """The cases that the unit is asked about in the period."""
    found = carried_cases.cases(turn.tx, turn.who, unit, period)
    turn.session.go(NAME, unit=unit.id, period=period.id, mode=LIST, case="", seen="")
    waiting = [case for case in found if case.standing is Standing.UNCONFIRMED]
    if waiting:
        _show(turn, waiting[0], before)
    elif found:
        _list(turn, before)
    else:
        home.greet(turn, before or say.NONE)


def _open_due(turn: Turn) -> None:
    """Of the period that is due first and has cases that wait; else of any that has cases."""
    dues = due_for(turn.tx, turn.who, turn.today)
    waiting = [due for due in dues if carried_cases.unconfirmed(turn.tx, turn.who, due.unit, due.period)]
    asked = [due for due in dues if carried_cases.cases(turn.tx, turn.who, due.unit, due.period)]
    for due in (*waiting, *asked):
        begin(turn, due.unit, due.period)
        return
    home.greet(turn, say.NONE)


def choose(turn: Turn, action: str) -> None:
    """A button of the open card, or its word."""
    numbered = NUMBERED.fullmatch(action)
    if numbered is None:
        ACTIONS.get(action, again)(turn)
    elif numbered["kind"] == "case":
        _show_number(turn, int(numbered["number"]))
    else:
        _give_reason(turn, int(numbered["number"]))


def read(turn: Turn) -> None:
    """A way out, one of the choices, a number of the list, or a reason."""
    mode, text = turn.session.place["mode"], turn.incoming.text.strip()
    named = words.action(text, TYPED[mode])
    option = option_typed(text, turn.session.offered) if mode != WORDS else None
    if named is None and option is not None and not option.startswith(ALWAYS):
        named = turn.session.action_of(option)
    if named is not None:
        choose(turn, named)
    elif mode in {REASON, WORDS} and text:
        _close(turn, Reason.OTHER, text)
    elif mode == LIST and text.isdecimal():
        _show_number(turn, int(text))
    else:
        turn.say(Reply(text=say.NOT_UNDERSTOOD))
        again(turn)


def again(turn: Turn) -> None:
    """The open card once more, as things are now."""
    case = next((case for case in _cases(turn) if case.code == turn.session.place["case"]), None)
    mode = turn.session.place["mode"]
    if case is None or mode == LIST:
        _list(turn)
    elif mode == CARD or case.version != turn.session.place["seen"]:
        _show(turn, case)
    else:
        turn.ask(cards.reasons(case) if mode == REASON else cards.own_words())


def explain(turn: Turn) -> str:
    """What the open card wants."""
    return say.HOW_REASON if turn.session.place["mode"] in {REASON, WORDS} else say.HOW


def _unit(turn: Turn, wanted: int) -> Unit:
    for unit in units_where(turn.who, Permission.FILL):
        if unit.id == wanted:
            return unit
    raise Missing("unit")


def _where(turn: Turn) -> tuple[Unit, ReportingPeriod]:
    place = turn.session.place
    return _unit(turn, place["unit"]), turn.tx.periods.get(PeriodId(place["period"]))


def _cases(turn: Turn) -> list[Case]:
    return carried_cases.cases(turn.tx, turn.who, *_where(turn))


def _case(turn: Turn) -> Case:
    return carried_cases.case(turn.tx, turn.who, *_where(turn), turn.session.place["case"])


def _show(turn: Turn, case: Case, before: str = "") -> None:
    found = _cases(turn)
    place = next(place for place, each in enumerate(found, start=1) if each.code == case.code)
    waiting = sum(each.standing is Standing.UNCONFIRMED for each in found)
    turn.session.place |= {"mode": CARD, "case": case.code, "seen": case.version}
    turn.ask(cards.card(case, place=place, count=len(found), waiting=waiting, before=before))


def _show_number(turn: Turn, number: int) -> None:
    found = _cases(turn)
    if 1 <= number <= len(found):
        _show(turn, found[number - 1])
    else:
        _list(turn, say.NO_SUCH_LINE.format(number=number, last=len(found)))


def _list(turn: Turn, before: str = "") -> None:
    unit, period = _where(turn)
    turn.session.place |= {"mode": LIST, "case": "", "seen": ""}
    label, goes_on = dates.period(period.span), _report_in_hand(turn) is not None
    turn.ask(cards.listing(_cases(turn), unit=unit.name, period=label, before=before, goes_on=goes_on))


def _go_on(turn: Turn, before: str) -> None:
    """The next case that waits, after the one just answered; the report or the menu once there is none."""
    found, code = _cases(turn), turn.session.place["case"]
    waiting = [case for case in found if case.standing is Standing.UNCONFIRMED and case.draft is None]
    if waiting:
        _show(turn, next((case for case in waiting if case.code > code), waiting[0]), before)
    elif any(case.standing is Standing.UNCONFIRMED for case in found):
        _list(turn, before)
    else:
        _leave(turn, "\n".join((before, say.FINISHED.by(turn.who.called))))


def _leave(turn: Turn, before: str) -> None:
    """Back to the report that the person has in hand, else to the menu."""
    report = _report_in_hand(turn)
    if report is None:
        home.greet(turn, before)
    else:
        submission.begin(turn, report, before)


def _report_in_hand(turn: Turn) -> SubmissionId | None:
    unit, _ = _where(turn)
    held = (draft for draft in acts.drafts(turn.tx, turn.who, unit) if draft.holder == turn.who.id)
    return next((draft.id for draft in held if draft.is_report and draft.status is Status.DRAFT), None)


def _keep(turn: Turn) -> None:
    case = _case(turn)
    if not carrying.keep(turn.tx, turn.who, case, turn.session.place["seen"], turn.now):
        turn.say(Reply(text=say.ASKS_MORE))
        _open_change(turn, case)
        return
    turn.settle(interview.SETTLED.format(label=cards.named(case), shown=say.KEEP))
    _go_on(turn, say.KEPT.format(named=case.named, code=case.code))


def _change(turn: Turn) -> None:
    turn.say(Reply(text=say.CHANGING))
    _open_change(turn, _case(turn))


def _open_change(turn: Turn, case: Case) -> None:
    submission.begin(turn, carrying.change(turn.tx, turn.who, case, turn.session.place["seen"], turn.now))


def _ask_reason(turn: Turn) -> None:
    turn.session.place["mode"] = REASON
    turn.ask(cards.reasons(_case(turn)))


def _give_reason(turn: Turn, place: int) -> None:
    chosen = list(Reason)
    if place >= len(chosen):
        again(turn)
    elif chosen[place] is Reason.OTHER:
        turn.session.place["mode"] = WORDS
        turn.ask(cards.own_words())
    else:
        _close(turn, chosen[place])


def _close(turn: Turn, reason: Reason, typed: str = "") -> None:
    case, seen = _case(turn), turn.session.place["seen"]
    carrying.close(turn.tx, turn.who, case, seen, reason=reason, words=typed, at=turn.now)
    closed = _case(turn)
    shown = cards.reason(closed.closing) if closed.closing else say.CLOSE
    turn.settle(interview.SETTLED.format(label=cards.named(case), shown=shown))
    _go_on(turn, say.CLOSED.format(named=case.named, code=case.code, reason=shown))


def _keep_all(turn: Turn) -> None:
    kept, left = carrying.keep_all(turn.tx, turn.who, *_where(turn), turn.now)
    turn.settle(say.KEEP_ALL)
    said = cards.kept_all(kept, left)
    if left:
        _list(turn, said)
    else:
        _leave(turn, said or say.FINISHED.by(turn.who.called))


def _details(turn: Turn) -> None:
    """All of it, for somebody who asked: by its masked name alone not everybody knows the household."""
    case = _case(turn)
    turn.say(Reply(text=cards.answers(carried_cases.answers(turn.tx, turn.who, case, turn.now))))
    _show(turn, case)


def _back(turn: Turn) -> None:
    before = [case for case in _cases(turn) if case.code < turn.session.place["case"]]
    if before:
        _show(turn, before[-1])
    else:
        _show(turn, _case(turn), say.NO_CASE_BEFORE)


def _later(turn: Turn) -> None:
    waiting = carried_cases.unconfirmed(turn.tx, turn.who, *_where(turn))
    _leave(turn, say.LATER.format(count=waiting) if waiting else say.FINISHED.by(turn.who.called))


ACTIONS: Mapping[str, Callable[[Turn], None]] = MappingProxyType(
    {
        "keep": _keep,
        "change": _change,
        "close": _ask_reason,
        "keep_all": _keep_all,
        "details": _details,
        "list": _list,
        "back": _back,
        "again": lambda turn: _show(turn, _case(turn)),
        "later": _later,
    }
)

HANDLER = Handler(
    name=NAME,
    permission=Permission.FILL,
    words=say.WORDS,
    words_anywhere=say.WORDS,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    explain=explain,
    reads_first=True,
)
