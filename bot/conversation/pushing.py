"""Saying something to somebody who has not just spoken: a reminder, the officer's morning."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.session import Session
from bot.domain.people import AccountId, PersonId
from bot.messages import Address, Outgoing, Reply
from storage.transaction import Transaction

FREE = ("", "home")
"""Where nobody is in the middle of something: there a number that is typed may choose from what was pushed."""


def push(tx: Transaction, person: PersonId, place: tuple[AccountId, Address], reply: Reply, at: datetime) -> Outgoing:
    """Put it into the outbox; its choices must be lasting ones, for whoever is busy keeps the question that is open."""
    session = Session.from_json(tx.sessions.take(person, at))
    if session.at in FREE:
        reply = session.offer(reply)
        tx.sessions.put(person, session.to_json(), at)
    account, address = place
    return tx.outbox.add(address, account, reply, at)
