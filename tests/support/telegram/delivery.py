"""Posts updates to the bot's webhook: one at a time in each queue, queues in parallel, failures again."""

from __future__ import annotations

import asyncio

import aiohttp

from .bell import Deadline
from .updates import Update
from .world import Webhook, World

LONGEST_PAUSE = 60
"""Seconds at which the doubling of the pause after a failure ends (server code: 60 to 120)."""
LONGEST_RETRY_AFTER = 3600
"""Seconds that a webhook may ask for by Retry-After (server code)."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class WebhookDelivery:
    """Runs as long as the server; `second` shortens its pauses. `answers` has (update_id, status)."""

    def __init__(self, world: World, *, second: float = 1.0) -> None:
        self.second = second
        self.answers: list[tuple[int, int]] = []
        self._world = world
        self._busy: set[int] = set()

    async def run(self) -> None:
        """Starts a worker for each queue that has something to deliver."""
        async with aiohttp.ClientSession() as http, asyncio.TaskGroup() as workers:
            while True:
                for queue in self._ready():
                    self._busy.add(queue)
                    workers.create_task(self._drain(http, queue))
                await self._world.bell.wait()

    def _ready(self) -> list[int]:
        webhook = self._world.webhook
        if not webhook.url:
            return []
        queues = dict.fromkeys(update.queue for update in self._world.updates.waiting())
        free = max(webhook.max_connections - len(self._busy), 0)
        return [queue for queue in queues if queue not in self._busy][:free]

    async def _drain(self, http: aiohttp.ClientSession, queue: int) -> None:
        failures = 0
        try:
            while (webhook := self._world.webhook).url and (update := self._first(queue)):
                refused_for = await self._post(http, update)
                if refused_for is None:
                    failures = 0
                    await self._done(http, update)
                else:
                    pause = refused_for or min(2**failures, LONGEST_PAUSE)
                    failures += 1
                    await self._pause(Deadline(pause * self.second), webhook)
        finally:
            self._busy.discard(queue)
            self._world.bell.ring()

    async def _pause(self, deadline: Deadline, webhook: Webhook) -> None:
        """Ends early when the webhook is set anew, as the server then starts from scratch."""
        while deadline.left() and self._world.webhook is webhook:
            await self._world.bell.wait(deadline.left())

    async def _done(self, http: aiohttp.ClientSession, update: Update) -> None:
        self._world.updates.acknowledge(update)
        if self._world.updates.repeats:
            await self._post(http, update)

    def _first(self, queue: int) -> Update | None:
        return next((update for update in self._world.updates.waiting() if update.queue == queue), None)

    async def _post(self, http: aiohttp.ClientSession, update: Update) -> int | None:
        """None when the bot took it; else the seconds that its Retry-After asks for, 0 without one."""
        webhook = self._world.webhook
        headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
        try:
            async with http.post(webhook.url, json=update.body(), headers=headers) as response:
                await response.read()
        except aiohttp.ClientError as error:
            self._failed(update, 0, f"Connection failed: {error}")
            return 0
        if response.ok:
            self.answers.append((update.update_id, response.status))
            return None
        self._failed(update, response.status, f"Wrong response from the webhook: {response.status}")
        asked = response.headers.get("Retry-After", "0")
        return min(int(asked), LONGEST_RETRY_AFTER) if asked.isdigit() else 0

    def _failed(self, update: Update, status: int, reason: str) -> None:
        self.answers.append((update.update_id, status))
        self._world.webhook.last_error = reason
        self._world.webhook.last_error_at = self._world.clock.unix()
