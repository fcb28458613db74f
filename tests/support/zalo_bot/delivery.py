"""Posts updates to the bot's webhook. Nothing is said about second tries, so a refused one is gone."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence

import aiohttp

from . import limits
from .updates import Update
from .wire import JsonObject
from .world import World

GATHERING = 0.05
"""Seconds in which several updates come together to be delivered in disorder."""


class WebhookDelivery:
    """Runs as long as the server. `answers` has the message's id and the status of each call, 0 for none."""

    def __init__(self, world: World) -> None:
        self.answers: list[tuple[str, int]] = []
        self._world = world
        self._before: dict[str, Update] = {}
        self._busy = 0

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy > 0

    async def run(self) -> None:
        """One chat after the other would make people wait for each other, so each batch is on its own."""
        timeout = aiohttp.ClientTimeout(total=limits.WEBHOOK_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as http, asyncio.TaskGroup() as tasks:
            lanes: dict[str, asyncio.Task[None]] = {}
            while True:
                if self._world.webhook.url and self._world.updates.waiting:
                    await self._gather()
                    for lane, updates in self._batches():
                        self._busy += 1
                        lanes[lane] = tasks.create_task(self._deliver(http, updates, lanes.get(lane)))
                await self._world.bell.wait()

    async def _gather(self) -> None:
        if self._world.options.deliveries == "disordered":
            await asyncio.sleep(GATHERING)

    def _batches(self) -> list[tuple[str, list[Update]]]:
        """What waits, by chat."""
        batches: dict[str, list[Update]] = {}
        for update in self._world.updates.take_all():
            batches.setdefault(update.chat_id, []).append(update)
        return list(batches.items())

    async def _deliver(
        self, http: aiohttp.ClientSession, updates: Sequence[Update], after: asyncio.Task[None] | None
    ) -> None:
        try:
            if after is not None:
                await after
            for update in self._in_their_order(updates):
                await self._post(http, update)
        finally:
            self._busy -= 1
            self._world.bell.ring()

    def _in_their_order(self, updates: Sequence[Update]) -> list[Update]:
        match self._world.options.deliveries:
            case "once":
                return list(updates)
            case "twice":
                return [update for each in updates for update in (each, each)]
            case "disordered":
                lane = updates[0].chat_id
                late = [self._before[lane]] if lane in self._before else []
                self._before[lane] = updates[-1]
                return [*reversed(updates), *late]

    async def _post(self, http: aiohttp.ClientSession, update: Update) -> None:
        webhook = self._world.webhook
        headers = {
            "Content-Type": "application/json",
            "User-Agent": limits.USER_AGENT,
            limits.SECRET_HEADER: webhook.secret_token,
        }
        body = json.dumps(self.body(update), ensure_ascii=False).encode()
        begun = time.monotonic()
        try:
            async with http.post(webhook.url, data=body, headers=headers) as answer:
                await answer.read()
                status = answer.status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        self.answers.append((update.message_id, status))
        if status and time.monotonic() - begun > limits.WEBHOOK_SECONDS:
            self._world.problems.append(("webhook", "answers only when the work is done"))

    def body(self, update: Update) -> JsonObject:
        """The update as it is posted."""
        return {"ok": True, "result": update.content} if self._world.options.body == "wrapped" else update.content
