"""The traffic of an open page: lines in by POST, lines out by WebSocket, or by asking where there is no WebSocket."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from aiohttp import WSCloseCode, WSMsgType, web

from bot.clock import Clock
from bot.domain.errors import Invalid
from bot.messages import Address
from channels.web.accounts import Accounts
from channels.web.desk import Desk
from channels.web.doorbell import Doorbell
from channels.web.inbound import line_from_page
from channels.web.limits import MAX_BODY, RECHECK_SECONDS
from channels.web.links import Links
from channels.web.log import ChatLog, Place
from channels.web.outbound import news_json
from channels.web.reading import Reading


class Lines:
    """Takes what the page posts and gives it what the log has."""

    def __init__(
        self, *, accounts: Accounts, desk: Desk, doorbell: Doorbell, log: ChatLog, links: Links, clock: Clock
    ) -> None:
        self._accounts = accounts
        self._desk = desk
        self._doorbell = doorbell
        self._log = log
        self._links = links
        self._clock = clock
        self._open: set[web.WebSocketResponse] = set()

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Where they are, below /chat."""
        return (web.post("/lines", self.say), web.get("/lines", self.look), web.get("/socket", self.listen))

    async def say(self, request: web.Request) -> web.StreamResponse:
        """One line of the person; the answer 200 means that it is on disk."""
        self._accounts.check_origin(request)
        address = self._accounts.visitor(request)
        line = line_from_page(await _body(request))
        await self._desk.take(address, line)
        return web.json_response({"taken": line.id})

    async def look(self, request: web.Request) -> web.StreamResponse:
        """What came after the place that the page names."""
        address = self._accounts.visitor(request)
        return web.json_response(await self._news(self._reading(request, address), address))

    async def listen(self, request: web.Request) -> web.StreamResponse:
        """Everything after the place that the page names, and what comes, until one side goes."""
        self._accounts.check_origin(request, required=True)
        address = self._accounts.visitor(request)
        socket = web.WebSocketResponse(max_msg_size=1024, heartbeat=2 * RECHECK_SECONDS)
        await socket.prepare(request)
        self._open.add(socket)
        try:
            with self._doorbell.listening(address.chat) as bell:
                async with asyncio.TaskGroup() as both:
                    telling = both.create_task(self._tell(socket, self._reading(request, address), address, bell))
                    async for message in socket:
                        if message.type is WSMsgType.TEXT:
                            bell.set()  # the page wonders whether there is news
                    telling.cancel()
        finally:
            self._open.discard(socket)
        return socket

    async def hang_up(self, app: web.Application) -> None:
        """At shutdown: close the sockets, so that the pages reconnect as soon as we are back."""
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    async def _tell(
        self, socket: web.WebSocketResponse, reading: Reading, address: Address, bell: asyncio.Event
    ) -> None:
        while not socket.closed:
            bell.clear()
            news = await self._news(reading, address)
            try:
                # Sent even if empty: it tells the page that the connection lives.
                await socket.send_json(news)
            except ConnectionError:
                return
            try:
                async with asyncio.timeout(RECHECK_SECONDS):
                    await bell.wait()
            except TimeoutError:
                continue

    def _reading(self, request: web.Request, address: Address) -> Reading:
        return Reading(self._log, address, self._clock, Place.from_text(request.query.get("place", "")))

    async def _news(self, reading: Reading, address: Address) -> dict[str, object]:
        return news_json(await reading.news(), address.chat, self._links)


async def _body(request: web.Request) -> str:
    if (request.content_length or 0) > MAX_BODY:
        raise Invalid("body_too_big")
    body = await request.read()
    if len(body) > MAX_BODY:
        raise Invalid("body_too_big")
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise Invalid("bad_line") from None
