"""A month's messages ended in the middle of a conversation: nothing is lost, and the person gets to know of it."""

from __future__ import annotations

from datetime import datetime

from bot.clock import local_date
from bot.conversation.session import Session
from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.domain.quotas import month_of
from bot.messages import UNSEEN, Address, Outgoing, Reply, Route, Served
from bot.texts import quotas as words
from bot.texts.channel_names import called
from storage.transaction import Transaction


def fell_silent(tx: Transaction, at: Address, now: datetime, served: Served) -> list[Outgoing]:
    """A message to this address was refused because there are no more this month.

    The person is told on another channel, once a month; without one at the next word, wherever it comes from.
    """
    month = month_of(local_date(now))
    caller = tx.people.by_account(at, local_date(now))
    person = None if caller is None else caller.person
    if person is None:
        return []
    session = Session.from_json(tx.sessions.take(person.id, now))
    other = _other_route(tx, person, month, served)
    if other is None:
        session.unsaid = at.channel
    elif session.sent_away == month:
        return []
    else:
        session.sent_away = month
    tx.sessions.put(person.id, session.to_json(), now)
    return [] if other is None else [_invited(tx, person, other, at, now)]


def break_silence(turn: Turn) -> bool:
    """Say what happened, if something could not be said; whether what came now must not be taken for an answer.

    The person has not seen the question that was asked last, so would answer another one.
    """
    if not turn.session.unsaid or turn.person is None:
        return False
    text = words.UNSAID.by(turn.who.called, name=called(turn.session.unsaid))
    turn.session.unsaid = ""
    if turn.session.is_free or turn.incoming.choice:
        turn.say(Reply(text=text))
        return False
    turn.say(Reply(text="\n".join((text, words.ANSWER_AGAIN))))
    return True


def _other_route(tx: Transaction, person: Person, month: str, served: Served) -> Route | None:
    over = {(usage.channel, usage.bot) for usage in tx.quotas.usages(month) if usage.is_over}
    for route in tx.routes.of_one(person.id):
        place = route.address.channel, route.address.bot
        if route.address.channel not in UNSEEN and place in served and place not in over:
            return route
    return None


def _invited(tx: Transaction, person: Person, other: Route, silent: Address, now: datetime) -> Outgoing:
    text = words.GO_ON_HERE.by(person.called, name=called(silent.channel))
    return tx.outbox.add(other.address, other.account, Reply(text=text), now)
