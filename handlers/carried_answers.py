"""What can be said of a case of an earlier period: still so, changed, over and why; and the ways around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import carried_cases, carrying
from bot.actions.carried_cases import Case
from bot.conversation.turn import Turn
from bot.domain.carrying import Reason
from bot.messages import Reply
from bot.texts import carrying as say
from bot.texts import interview
from handlers import carried_cards as cards
from handlers import carried_place as place
from handlers import submission


def _keep(turn: Turn) -> None:
    case = place.case(turn)
    if not carrying.keep(turn.tx, turn.who, case, turn.session.place["seen"], turn.now):
        _open_change(turn, case, say.ASKS_MORE)
        return
    turn.settle(interview.SETTLED.format(label=cards.named(case), shown=say.KEEP))
    place.go_on(turn, say.KEPT.format(named=case.named, code=case.code))


def _change(turn: Turn) -> None:
    _open_change(turn, place.case(turn), say.CHANGING)


def _open_change(turn: Turn, case: Case, how: str) -> None:
    opened = carrying.change(turn.tx, turn.who, case, turn.session.place["seen"], turn.now)
    if opened.holder in {None, turn.who.id}:
        turn.say(Reply(text=how))
    submission.begin(turn, opened.id)


def _ask_reason(turn: Turn) -> None:
    turn.session.place["mode"] = place.REASON
    turn.ask(cards.reasons(place.case(turn)))


def give_reason(turn: Turn, number: int) -> None:
    """One of the reasons was chosen, by its place."""
    chosen = list(Reason)
    if number >= len(chosen):
        place.show(turn, place.case(turn))
    elif chosen[number] is Reason.OTHER:
        turn.session.place["mode"] = place.WORDS
        turn.ask(cards.own_words())
    else:
        close(turn, chosen[number])


def close(turn: Turn, reason: Reason, typed: str = "") -> None:
    """The case is over."""
    case, seen = place.case(turn), turn.session.place["seen"]
    carrying.close(turn.tx, turn.who, case, seen, reason=reason, words=typed, at=turn.now)
    closed = place.case(turn)
    shown = say.reason(closed.closing) if closed.closing else say.CLOSE
    turn.settle(interview.SETTLED.format(label=cards.named(case), shown=shown))
    place.go_on(turn, say.CLOSED.format(named=case.named, code=case.code, reason=shown))


def _keep_all(turn: Turn) -> None:
    kept, left = carrying.keep_all(turn.tx, turn.who, *place.where(turn), turn.now)
    turn.settle(say.KEEP_ALL)
    said = cards.kept_all(kept, left)
    if left:
        place.show_list(turn, said)
    else:
        place.leave(turn, said or say.FINISHED.by(turn.who.called))


def _details(turn: Turn) -> None:
    """All of it, for somebody who asked: by its masked name alone not everybody knows the household."""
    case = place.case(turn)
    turn.say(Reply(text=cards.answers(carried_cases.answers(turn.tx, turn.who, case, turn.now))))
    place.show(turn, case)


def _back(turn: Turn) -> None:
    before = [case for case in place.cases(turn) if case.code < turn.session.place["case"]]
    if before:
        place.show(turn, before[-1])
    else:
        place.show(turn, place.case(turn), say.NO_CASE_BEFORE)


def _later(turn: Turn) -> None:
    waiting = carried_cases.unconfirmed(turn.tx, turn.who, *place.where(turn))
    place.leave(turn, say.LATER.format(count=waiting) if waiting else say.FINISHED.by(turn.who.called))


ACTIONS: Mapping[str, Callable[[Turn], None]] = MappingProxyType(
    {
        "keep": _keep,
        "change": _change,
        "close": _ask_reason,
        "keep_all": _keep_all,
        "details": _details,
        "list": place.show_list,
        "back": _back,
        "again": lambda turn: place.show(turn, place.case(turn)),
        "later": _later,
    }
)
