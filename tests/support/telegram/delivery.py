"""Posts updates to the bot's webhook: one at a time in each queue, queues beside each other, failures again and later."""

from __future__ import annotations

import asyncio

import aiohttp

from .updates import Update
from .world import World

LONGEST_PAUSE = 60
"""Seconds (times `second`) at which the doubling of the pause after a failure ends (server code: 60 to 120)."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class WebhookDelivery:
    """Runs as long as the server; `second` shortens its pauses for tests. `answers` keeps every status it got."""

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
            while self._world.webhook.url and (update := self._first(queue)):
                if await self._post(http, update):
                    failures = 0
                    self._world.updates.acknowledge(update)
                    if self._world.updates.repeats:
                        await self._post(http, update)
                else:
                    failures += 1
                    await asyncio.sleep(
                        min(2 ** (failures - 1), LONGEST_PAUSE) * self.second
                    )
        finally:
            self._busy.discard(queue)
            self._world.bell.ring()

    def _first(self, queue: int) -> Update | None:
        return next(
            (
                update
                for update in self._world.updates.waiting()
                if update.queue == queue
            ),
            None,
        )

    async def _post(self, http: aiohttp.ClientSession, update: Update) -> bool:
        """True when the bot took it (any 2xx)."""
        webhook = self._world.webhook
        headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
        try:
            async with http.post(
                webhook.url, json=update.body(), headers=headers
            ) as response:
                status = response.status
                await response.read()
        except aiohttp.ClientError as error:
            status = 0
            webhook.last_error = f"Connection failed: {error}"
        self.answers.append((update.update_id, status))
        if taken := 200 <= status < 300:
            return taken
        webhook.last_error = (
            webhook.last_error or f"Wrong response from the webhook: {status}"
        )
        webhook.last_error_at = self._world.clock.unix()
        return False
