"""Where a person is told things: which of his channels comes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import Missing
from bot.domain.people import AccountId, Person
from bot.messages import UNSEEN, Route, Served
from storage.transaction import Transaction


def routes_of(tx: Transaction, who: Person, served: Served) -> Sequence[Route]:
    """The channels on which the person can be told something, in the order in which they are tried."""
    routes = [route for route in tx.routes.of_one(who.id) if route.address.channel not in UNSEEN]
    return [route for route in routes if (route.address.channel, route.address.bot) in served]


def choose_route(tx: Transaction, who: Person, account: AccountId | None, at: datetime) -> None:
    """Try that one first from now on; None: whichever is used last. Missing("route") if it is not the person's."""
    if not tx.routes.choose(who.id, account, at):
        raise Missing("route")
    tx.audit.record(at, who.id, "route_chosen", f"person:{who.id}", {"account": account})
