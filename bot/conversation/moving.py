"""A message that a channel did not take goes on over the person's next one, and to none of them twice."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.pushing import offered
from bot.messages import Outgoing, Served
from storage.transaction import Transaction


def moved(tx: Transaction, key: int, served: Served, at: datetime) -> list[Outgoing]:
    """The message of that key, given up just now, once more in the outbox for another chat of the same person.

    Nothing where it was an answer to what somebody just did, which belongs to its chat, or where no chat is left. It
    comes to an end: each try adds an account to those that are not tried again.
    """
    lost = tx.outbox.undelivered(key)
    if lost is None:
        return []
    routes = tx.routes.of_one(lost.to)
    tried = {*lost.tried, *(route.account for route in routes if route.address == lost.address)}
    for route in routes:
        if route.account not in tried and (route.address.channel, route.address.bot) in served:
            reply = offered(tx, lost.to, lost.reply, at)
            return [tx.outbox.add(route.address, route.account, reply, at, to=lost.to, tried=sorted(tried))]
    return []
