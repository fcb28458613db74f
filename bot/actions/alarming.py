"""Tells the ward's officers that something is out of order which only whoever runs the bot can mend."""

from __future__ import annotations

from datetime import datetime

from bot.actions.standings import places_of
from bot.clock import local_date
from bot.conversation.pushing import push
from bot.domain.people import Role
from bot.messages import Reply, Served
from storage.transaction import Transaction


def tell_officers(tx: Transaction, text: str, *, served: Served, at: datetime) -> None:
    """A message for each officer who has one of these channels; the one out of order is none of them."""
    officers = [person.id for person in tx.people.everybody(local_date(at)) if person.units_with(Role.WARD_OFFICER)]
    for officer, (first, *_) in places_of(tx, officers, at, served).items():
        push(tx, officer, first, Reply(text=text), at)
