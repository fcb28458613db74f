"""Whether an announcement fits into what is left of a month's messages, and what becomes of those for whom it does not.

The officer reads it before she confirms: a drain stops there, and takes the next channel of each person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.actions.announcements import Preview, period_of
from bot.announcements.kinds import render
from bot.announcements.kinds.base import Addressee
from bot.announcements.send import best_route
from bot.clock import local_date
from bot.conversation.channel import Previews
from bot.domain.announcements import Recipient
from bot.domain.quotas import Closed, Purpose, month_of
from bot.messages import Route
from storage.transaction import Transaction

Place = tuple[str, str]
"""(channel, bot)"""


@dataclass(slots=True, kw_only=True)
class Shortage:
    """One channel whose month has too few messages left."""

    channel: str
    left: int
    """How many of its messages announcements may still take."""
    needed: int = 0
    """How many this one would, if all whom it reaches first there got it there."""
    elsewhere: list[Recipient] = field(default_factory=list)
    """Who gets it by another channel instead."""
    unreached: list[Recipient] = field(default_factory=list)
    """Who has no other, and is to be called."""

    def counts(self, recipient: Recipient, messages: int, then: Place | None) -> None:
        """Somebody whom it would reach here first gets it there."""
        self.needed += messages
        if then is None:
            self.unreached.append(recipient)
        elif then[0] != self.channel:
            self.elsewhere.append(recipient)


def shortages_of(tx: Transaction, found: Preview, previews: Previews, at: datetime) -> list[Shortage]:
    """Where the month's messages do not suffice for an announcement that begins at that moment."""
    ward, period = tx.units.get(found.announcement.ward), period_of(tx, found.announcement)

    def messages(place: Place, to: Recipient) -> int:
        addressee = Addressee(ward=ward, person=to.person, unit=to.unit, period=period)
        return len(previews[place](render(found.announcement.content, to=addressee, files=found.files)))

    return shortages(tx, found.recipients, previews, at, messages)


def shortages(
    tx: Transaction,
    recipients: Sequence[Recipient],
    served: Container[Place],
    at: datetime,
    messages: Callable[[Place, Recipient], int],
) -> list[Shortage]:
    """As a drain would fare that begins at that moment, with nothing else said until then.

    `messages`: how many one recipient's copy is on a channel.
    """
    usages = tx.quotas.usages(month_of(local_date(at)))
    left = {(each.channel, each.bot): each.left_for(Purpose.ANNOUNCEMENT) for each in usages}
    found = {place: Shortage(channel=place[0], left=count) for place, count in left.items() if count is not None}
    taken: Counter[Place] = Counter()
    routes = tx.routes.of([each.person.id for each in recipients])
    for recipient in recipients:
        theirs = routes.get(recipient.person.id, [])
        full = frozenset(place for place, short in found.items() if taken[place] >= short.left)
        first, then = _place(theirs, served, at), _place(theirs, served, at, full)
        if then is not None and then in found:
            taken[then] += messages(then, recipient)
        if first is not None and first in found:
            found[first].counts(recipient, messages(first, recipient), then)
    return [each for each in found.values() if each.elsewhere or each.unreached]


def _place(
    routes: Sequence[Route], served: Container[Place], at: datetime, not_at: Closed = frozenset()
) -> Place | None:
    route = best_route(routes, served, not_at=not_at, now=at)
    return None if route is None else (route.address.channel, route.address.bot)
