"""Tells the ward's officers that something is out of order which only whoever runs the bot can mend."""

from __future__ import annotations

from datetime import datetime

from bot.actions.standings import places_of
from bot.clock import local_date
from bot.conversation.pushing import push
from bot.domain.people import Role
from bot.messages import Reply
from storage.transaction import Transaction


def tell_officers(tx: Transaction, text: str, *, not_on: str, at: datetime) -> None:
    """A message for each officer who has another channel than `not_on`, which is the one out of order."""
    officers = [person.id for person in tx.people.everybody(local_date(at)) if person.units_with(Role.WARD_OFFICER)]
    for officer, places in places_of(tx, officers, at).items():
        place = next((each for each in places if each.address.channel != not_on), None)
        if place is not None:
            push(tx, officer, place, Reply(text=text), at)
