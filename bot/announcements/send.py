"""Sends one claimed row: begin it in the ledger, hand it to the channel, and write down at once what became of it."""

from __future__ import annotations

import asyncio
import uuid
from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from bot.actions.quotas import closed_for
from bot.announcements import telling
from bot.announcements.copies import fitted, too_large
from bot.announcements.outcome import ERRORS_IN_A_ROW, TOO_MANY_ERRORS, Verdict, judge
from bot.announcements.outlets import Outlet, Outlets, SendInBulk
from bot.announcements.pace import Pace
from bot.clock import Clock, local_date
from bot.conversation.brake import Brake
from bot.conversation.channel import LinkFile
from bot.conversation.pushing import offered
from bot.domain.announcements import AnnouncementId, Failure
from bot.domain.errors import SendError
from bot.domain.people import AccountId
from bot.domain.quotas import Closed, Purpose, month_of
from bot.domain.windows import Heard, Window, window
from bot.messages import Outgoing, Reply, Route
from bot.metrics import SENT, UNSENT
from storage.errors import StorageError, StorageRefused
from storage.queries.claims import Claim
from storage.store import Store
from storage.transaction import Transaction

T = TypeVar("T")

IN_FLIGHT = timedelta(seconds=60)
"""How long a row that was begun stays its sender's: longer than any channel may take to answer."""
STORAGE_PAUSE_SECONDS = 1.0
ON_THE_WIRE = 32
"""Messages of one channel that are sent and not yet answered: enough for answers of a second at full pace, and for what
may leave at once after a brake."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One recipient's copy, on its way."""

    claim: Claim
    route: Route
    outlet: Outlet
    reply: Reply
    per_minute: int | None
    """The announcement's own pace, where it is slower than the channel's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What sending needs of the process around it."""

    store: Store
    clock: Clock
    brake: Brake
    outlets: Outlets
    post: Callable[[Iterable[Outgoing]], None]
    """Hands committed outbox rows over for sending."""
    link_file: LinkFile


class Sender:
    """Sends letters, many at once; counts errors in a row, for each announcement."""

    def __init__(self, office: Post) -> None:
        self._office = office
        self._errors: dict[AnnouncementId, int] = {}
        self._wires: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(ON_THE_WIRE))

    async def send(self, letter: Letter, own_pace: Pace | None, begun: Callable[[], None]) -> None:
        """Wait for the letter's turn and send it; `begun` is called when it can no longer be taken back."""
        if own_pace is not None:
            await own_pace.turn()
        async with self._wires[letter.route.address.channel]:
            if letter.outlet.prepare is not None:
                await letter.outlet.prepare()
            await letter.outlet.pace.turn()
            begun()
            await self._send(letter)

    async def _send(self, letter: Letter) -> None:
        send = letter.outlet.send
        if send is None:
            self._office.post(await self._written(lambda tx: self._through_outbox(tx, letter)))
            return
        begun = await self._written(lambda tx: self._begin(tx, letter))
        if begun is None:
            return
        letter = begun
        if letter.outlet.pace.is_braked:
            # Somebody was told to wait just now.
            await self._settle(letter, Verdict(wait=timedelta(), forgiven=True))
        else:
            await self._through_channel(letter, send)

    def _begin(self, tx: Transaction, letter: Letter) -> Letter | None:
        now = self._office.clock()
        claim = tx.deliveries.begin(letter.claim, letter.route, now + IN_FLIGHT)
        if claim is None:
            tx.deliveries.release(letter.claim, now)
            return None
        reply = letter.reply if letter.outlet.buttons else offered(tx, claim.person, letter.reply, now)
        return replace(letter, claim=claim, reply=reply)

    def _through_outbox(self, tx: Transaction, letter: Letter) -> list[Outgoing]:
        """For a channel whose messages are rows of our own."""
        begun = self._begin(tx, letter)
        if begun is None:
            return []
        now, claim, route = self._office.clock(), begun.claim, letter.route
        outgoing = tx.outbox.add(route.address, route.account, begun.reply, now, to=claim.person, tried=claim.tried)
        tx.deliveries.sent(claim.id, str(outgoing.key), now)
        return [outgoing]

    async def _fitted(self, letter: Letter) -> Reply:
        """With links of the recipient's own in place of what the outlet cannot carry."""
        limit, link_file = letter.outlet.largest_file, self._office.link_file
        links = {file: await link_file(letter.route.address, file) for file in too_large(letter.reply, limit)}
        return fitted(letter.reply, limit, links.__getitem__)

    async def _through_channel(self, letter: Letter, send: SendInBulk) -> None:
        address, pace, has_left = letter.route.address, letter.outlet.pace, False
        try:
            reply = await self._fitted(letter)
            has_left = True
            ref = await send(address, reply, pace.turn)
        except SendError as error:
            await self._settle(letter, judge(error, letter.claim.tries))
        except Exception:  # the border of sending: one letter must not stop the others
            log.exception("announcing failed", code=uuid.uuid4().hex[:8], delivery=letter.claim.id)
            unexpected = SendError("unexpected", retryable=True, doubtful=has_left)
            await self._settle(letter, judge(unexpected, letter.claim.tries))
        else:
            SENT.labels(address.channel).inc()
            self._errors.pop(letter.claim.announcement, None)
            await self._written(lambda tx: tx.deliveries.sent(letter.claim.id, ref, self._office.clock()))

    async def _settle(self, letter: Letter, verdict: Verdict) -> None:
        """Write the verdict down, and let it take effect."""
        address, of = letter.route.address, letter.claim.announcement
        if verdict.brake is not None:
            self._office.brake.hold(address.channel, verdict.brake)
        pause = verdict.pause or self._too_many(of, verdict)

        def work(tx: Transaction) -> list[Outgoing]:
            now = self._office.clock()
            if verdict.brake is not None:
                tx.drains.hold(address.channel, address.bot, now + timedelta(seconds=verdict.brake))
            if verdict.gone:
                tx.accounts.gone(letter.route.account, now)
            if verdict.failure is Failure.QUOTA:
                tx.quotas.refused(address.channel, address.bot, month_of(local_date(now)), now)
            self._mark(tx, letter, verdict)
            if pause and tx.announcements.stop(of, pause):
                return telling.paused(tx, of, self._office.outlets, now, by=(address.channel, address.bot))
            return []

        self._office.post(await self._written(work))
        if pause:
            log.error("announcement paused", announcement=of, channel=address.channel, problem=pause)

    def _mark(self, tx: Transaction, letter: Letter, verdict: Verdict) -> None:
        now, claim, surely_not = self._office.clock(), letter.claim, verdict.surely_not
        if verdict.failure is None:
            due = now + (verdict.wait or timedelta())
            tx.deliveries.later(claim, due, forgiven=verdict.forgiven, surely_not=surely_not)
        elif self._other_route(tx, letter) is not None:
            tx.deliveries.elsewhere(claim, letter.route.account, now, surely_not=surely_not)
        else:
            UNSENT.labels(letter.route.address.channel).inc()
            tx.deliveries.failed(claim, now, verdict.failure, surely_not=surely_not)

    def _other_route(self, tx: Transaction, letter: Letter) -> Route | None:
        tried = (*letter.claim.tried, letter.route.account)
        now = self._office.clock()
        not_at = closed_for(tx, Purpose.ANNOUNCEMENT, local_date(now))
        return best_route(tx.routes.of_one(letter.claim.person), self._office.outlets, tried, not_at, now=now)

    def _too_many(self, of: AnnouncementId, verdict: Verdict) -> str:
        """Why to pause, if this refusal is one too many in a row; being asked to wait is none."""
        if verdict.forgiven:
            return ""
        self._errors[of] = self._errors.get(of, 0) + 1
        if self._errors[of] < ERRORS_IN_A_ROW:
            return ""
        del self._errors[of]
        return TOO_MANY_ERRORS

    async def _written(self, work: Callable[[Transaction], T]) -> T:
        """Write it down, however long the database takes to come back: what a channel did must not be forgotten."""
        while True:
            try:
                return await self._office.store.transact(work)
            except StorageRefused:
                raise
            except StorageError as failure:
                log.warning("storage failed", problem=str(failure))
                await asyncio.sleep(STORAGE_PAUSE_SECONDS)


def best_route(
    routes: Iterable[Route],
    outlets: Container[tuple[str, str]],
    tried: Container[AccountId] = (),
    not_at: Closed = frozenset(),
    *,
    now: datetime | None = None,
) -> Route | None:
    """The first among those that this installation serves, that were not tried in vain and have messages left.

    `now`: where a vendor lets nobody write to somebody who was silent for so long, it comes after all others.
    """
    left = [
        route
        for route in routes
        if (place := (route.address.channel, route.address.bot)) in outlets
        and place not in not_at
        and route.account not in tried
    ]
    return min(left, key=lambda route: _is_shut(route, now), default=None)


def _is_shut(route: Route, now: datetime | None) -> bool:
    if now is None or route.heard_at is None:
        return False
    return window(Heard(channel=route.address.channel, at=route.heard_at), now) is Window.SHUT
