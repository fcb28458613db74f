"""The HTTP face of the simulator: what bot-api.zaloplatforms.com is for one bot token."""

from __future__ import annotations

import asyncio
from typing import Self

from aiohttp import web

from tests.support.simulator import Simulator, Violation, hang_up

from . import schema
from .conduct import Conduct
from .delivery import WebhookDelivery
from .faults import Faults, ScriptedFault
from .methods import METHODS
from .options import Options
from .people import Person
from .requests import read_call
from .wire import BrokenRule, Call, JsonObject, Refusal
from .world import World

TOKEN = "1459232241454765289:abc-simulated-token-of-khombot"


class ZaloBotServer(Simulator):
    """`async with ZaloBotServer(Options(...)) as zalo:` listens at `zalo.base`.

    What breaks a rule is refused as the platform would, and kept in `violations`; `calls` has every call that was
    carried out, in order.
    """

    def __init__(self, options: Options | None = None, *, token: str = TOKEN, port: int = 0) -> None:
        super().__init__(port)
        self.token = token
        self.options = options or Options()
        self.world = World(token, self.options)
        self.clock = self.world.clock
        self.updates = self.world.updates
        self.faults = Faults()
        self.delivery = WebhookDelivery(self.world)
        self.calls: list[Call] = []
        self._conduct = Conduct(token)
        self._broken: list[Violation] = []

    @property
    def violations(self) -> list[Violation]:
        """All that should not have been."""
        seen = [*self._conduct.noted, *self.world.problems]
        return [*self._broken, *(Violation(method=method, problem=problem) for method, problem in seen)]

    @property
    def settled(self) -> bool:
        """Whether the bot has taken all that people wrote, and has come back for more."""
        return self.updates.settled and not self.delivery.busy

    def person(self, name: str, *, protected: bool = False) -> Person:
        """Somebody with a phone, who has not written to the bot yet."""
        return Person(self.world, name, protected=protected)

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/media/{name}", self._serve_medium)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._serve_method)
        # A poll whose client is gone must not take what the next one should get.
        self.port = await self._listen(app, self.port, cancels=True)
        self.world.media.base = self.base
        self._deliver(self.delivery.run())
        return self

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(self.options.seconds)
        method = request.match_info["method"]
        try:
            call = await self._read(request, method)
            fault = self.faults.meet(method)
            self._conduct.called(call)
            if fault and fault.is_gateway:
                return self._gateway_page(request, call, fault)
            answer = await self._carry_out(call, fault)
        except Refusal as refusal:
            return self._refuse(method, refusal)
        if fault:
            self._conduct.failed(call)
            return hang_up(request)
        return self._answers(answer)

    async def _read(self, request: web.Request, method: str) -> Call:
        if request.match_info["token"] != self.token:
            raise BrokenRule("Unauthorized", code=401)
        if method not in schema.METHODS:
            raise BrokenRule("Not Found", code=404)
        if request.method not in {"GET", "POST"}:
            raise BrokenRule("Bad request: GET or POST")
        return await read_call(request, method)

    async def _carry_out(self, call: Call, fault: ScriptedFault | None) -> JsonObject:
        polls = call.method == "getUpdates"
        try:
            if polls:
                self._conduct.poll_begins(call)
            if fault and fault.code:
                raise fault.refusal()
            schema.check(call)
            old = self.updates.last
            self.calls.append(call)
            answer = await METHODS[call.method](self.world, call)
        except Refusal as refusal:
            self._conduct.refused(call, refusal)
            raise
        finally:
            if polls:
                self._conduct.poll_ends()
        self._conduct.succeeded(call, anew=not polls or self.updates.last is not old)
        return answer

    def _answers(self, answer: JsonObject) -> web.Response:
        code = {"error_code": 0} if self.options.success_code and answer.get("ok", True) else {}
        return web.json_response({"ok": True, **answer, **code})

    def _refuse(self, method: str, refusal: Refusal) -> web.Response:
        if isinstance(refusal, BrokenRule):
            self._broken.append(Violation(method=method, problem=refusal.description))
        as_status = self.options.idle == "http_408" if refusal.code == 408 else self.options.errors == "http_status"
        return web.json_response(refusal.body(), status=refusal.code if as_status else 200)

    def _gateway_page(self, request: web.Request, call: Call, fault: ScriptedFault) -> web.Response:
        self._conduct.failed(call)
        page = f"<html><body>{fault.code} Bad Gateway: {request.url}</body></html>"
        return web.Response(text=page, status=fault.code, content_type="text/html")

    async def _serve_medium(self, request: web.Request) -> web.Response:
        medium = self.world.media.open(request.match_info["name"])
        if medium is None:
            return web.Response(status=404, text="<html>gone</html>", content_type="text/html")
        return web.Response(body=medium.content, content_type=medium.content_type)
