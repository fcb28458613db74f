"""Posts events to the webhook: two seconds each, failures again later, and after the fifth the webhook is disabled."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random

import aiohttp

from tests.support.telegram.bell import Deadline

from . import limits
from .events import Event
from .signing import RETRY, SIGNATURE, headers
from .world import APP_ID, APP_SECRET, OA_ID, SECRET_KEY, World

TAKEN = 200
REFUSED = (401, 403)


class Delivery:
    """Runs as long as the server; `second` shortens its `pauses`. `answers` has (event's id, status), 0 for no answer.

    `twice` and `disorder` begin as the options say.
    """

    def __init__(self, world: World, *, second: float = 1.0) -> None:
        self.url = ""
        self.is_disabled = False
        self.second = second
        self.pauses: Sequence[float] = limits.RETRY_AFTER
        self.twice = world.options.twice
        self.disorder = world.options.disorder
        self.answers: list[tuple[str, int]] = []
        self.taken: set[str] = set()
        self.late = 0
        """How many answers took longer than Zalo waits."""
        self._world = world
        self._busy: set[str] = set()
        self._chance = Random(6)
        self._http: aiohttp.ClientSession

    async def run(self) -> None:
        """Start a worker for each lane that has something to deliver."""
        async with aiohttp.ClientSession() as self._http, asyncio.TaskGroup() as workers:
            while True:
                for lane in self._ready():
                    self._busy.add(lane)
                    workers.create_task(self._drain(lane))
                await self._world.bell.wait()

    async def registers(self, url: str) -> None:
        """Somebody enters the address in the console, which tries it without a signature."""
        for ping in (b"{}", b""):
            if (status := await self.post(ping, url=url)) != TAKEN:
                self._world.violates("webhook", f"the console's {ping!r} was answered {status}, not 200")
        self.url, self.is_disabled = url, False
        self._world.bell.ring()

    async def post(self, raw: bytes, signature: str = "", *, url: str = "", **more: str) -> int:
        """The status of the answer to any body with any signature; 0 without an answer in time."""
        given = {"Content-Type": "application/json", **({SIGNATURE: signature} if signature else {}), **more}
        return await self._status(url or self.url, raw, given)

    def _ready(self) -> list[str]:
        if not self.url or self.is_disabled:
            return []
        lanes = dict.fromkeys(event.lane for event in self._world.queue.waiting())
        return [lane for lane in lanes if lane not in self._busy]

    async def _drain(self, lane: str) -> None:
        try:
            while not self.is_disabled and (waiting := self._world.queue.waiting(lane)):
                event = self._next(waiting)
                if left := event.not_before.left():
                    await self._world.bell.wait(left)
                else:
                    await self._deliver(event)
        finally:
            self._busy.discard(lane)
            self._world.bell.ring()

    def _next(self, waiting: list[Event]) -> Event:
        """In order, of which one that failed holds up the others; or in disorder."""
        if not self.disorder:
            return waiting[0]
        due = [event for event in waiting if not event.not_before.left()]
        return self._chance.choice(due) if due else min(waiting, key=lambda event: event.not_before.left())

    async def _deliver(self, event: Event) -> None:
        status = await self._attempt(event)
        if status == TAKEN:
            self.taken.add(event.id)
            self._world.queue.done(event)
            if self.twice:
                await self._attempt(event)
            return
        if status in REFUSED:
            self._world.violates("webhook", f"{event.name} is genuine and was answered {status}")
        if status and self._world.options.retries == "no_connection":
            self._world.queue.done(event)  # an answer is an answer: nobody delivers it again
        else:
            self._put_off(event)

    def _put_off(self, event: Event) -> None:
        if event.attempts >= len(self.pauses):
            self.is_disabled = True
            return
        event.not_before = Deadline(self.pauses[event.attempts] * self.second)
        event.attempts += 1

    async def _attempt(self, event: Event) -> int:
        given = headers(
            event.raw,
            event.timestamp,
            self._world.options,
            ids={"app_id": APP_ID, "oa_id": OA_ID},
            secrets={"webhook_key": SECRET_KEY, "app_secret": APP_SECRET},
        )
        retry = {RETRY: str(event.attempts)} if event.attempts else {}
        status = await self._status(self.url, event.raw, {**given, **retry})
        self.answers.append((event.id, status))
        return status

    async def _status(self, url: str, raw: bytes, given: dict[str, str]) -> int:
        try:
            async with (
                asyncio.timeout(limits.WEBHOOK_SECONDS),
                self._http.post(url, data=raw, headers=given) as response,
            ):
                await response.read()
                return response.status
        except TimeoutError:
            self.late += 1
        except (aiohttp.ClientError, ConnectionError):
            pass
        return 0
