"""By which channel each recipient will be reached: the officer sees how many, and looks at what they will see."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import datetime

from bot.actions.quotas import closed_for
from bot.announcements.send import best_route
from bot.clock import local_date
from bot.domain.announcements import Recipient
from bot.domain.quotas import Purpose
from storage.transaction import Transaction

Reach = dict[tuple[str, str], list[Recipient]]
"""By (channel, bot), the one that reaches most first."""


def reach(tx: Transaction, recipients: Sequence[Recipient], served: Container[tuple[str, str]], now: datetime) -> Reach:
    """As a drain would choose at this moment; whoever has no channel that is served is not among them."""
    not_at = closed_for(tx, Purpose.ANNOUNCEMENT, local_date(now))
    routes = tx.routes.of([each.person.id for each in recipients])
    found: Reach = {}
    for recipient in recipients:
        route = best_route(routes.get(recipient.person.id, []), served, not_at=not_at, now=now)
        if route is not None:
            found.setdefault((route.address.channel, route.address.bot), []).append(recipient)
    return dict(sorted(found.items(), key=lambda each: -len(each[1])))
