"""Saying something to somebody who has not just spoken: a reminder, the officer's morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.conversation.session import Session
from bot.domain.people import PersonId
from bot.messages import Outgoing, Reply, Route
from storage.transaction import Transaction


def push(tx: Transaction, person: PersonId, place: Route, reply: Reply, at: datetime) -> Outgoing:
    """Put it into the outbox; its choices must be lasting ones, for whoever is busy keeps the question that is open.

    Where its channel does not take it, it is moved to the person's next (bot/conversation/moving.py).
    """
    return tx.outbox.add(place.address, place.account, offered(tx, person, reply, at), at, to=person)


def offered(tx: Transaction, person: PersonId, reply: Reply, at: datetime) -> Reply:
    """The reply as the person may choose from it: by numbers, else (a number being an answer) by words alone."""
    if not reply.rows:
        return reply
    session = Session.from_json(tx.sessions.take(person, at))
    shown = offered_in(session, reply)
    tx.sessions.put(person, session.to_json(), at)
    return shown


def offered_in(session: Session, reply: Reply) -> Reply:
    """The same, where the session is at hand."""
    if session.is_free and reply.options:
        return session.offer_besides(reply)
    session.remember(choice for row in reply.rows for choice in row)
    return unnumbered(reply)


def unnumbered(reply: Reply) -> Reply:
    """The reply with its choices as words, where nothing can be pressed."""
    return replace(reply, rows=tuple(tuple(replace(choice, way_out=True) for choice in row) for row in reply.rows))
