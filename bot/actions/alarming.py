"""Tells the ward's officers that something is out of order which only whoever runs the bot can mend."""

from __future__ import annotations

from datetime import datetime

from bot.clock import local_date
from bot.domain.people import Role
from bot.messages import Reply
from storage.transaction import Transaction


def tell_officers(tx: Transaction, text: str, *, not_on: str, at: datetime) -> int:
    """A message for each on the channel last used but for `not_on`, which is the one out of order; to how many."""
    officers = [person.id for person in tx.people.everybody(local_date(at)) if person.units_with(Role.WARD_OFFICER)]
    told = 0
    for routes in tx.routes.of(officers).values():
        route = next((each for each in routes if each.address.channel != not_on), None)
        if route is not None:
            tx.outbox.add(route.address, route.account, Reply(text=text), at)
            told += 1
    return told
