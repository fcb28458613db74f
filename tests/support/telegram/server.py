"""The HTTP face of the simulator: what api.telegram.org is for one bot token."""

from __future__ import annotations

import asyncio
from typing import Self

from aiohttp import web

from tests.support.simulator import Simulator, Violation, hang_up

from . import limits, schema
from .delivery import WebhookDelivery
from .faults import Faults, ScriptedFault, scripted_refusal
from .methods import METHODS
from .people import Person
from .requests import read_call
from .wire import BrokenRule, Call, Refusal
from .world import World

TOKEN = "700000001:AAF-simulated-token-of-khombot-00000"


class TelegramServer(Simulator):
    """`async with TelegramServer() as telegram:` listens at `telegram.base`.

    With `strict` every request is checked against the Bot API; what breaks a rule is answered 400 and kept
    in `violations`. `calls` has every call that was carried out, in order.
    """

    def __init__(self, *, token: str = TOKEN, username: str = "khom_bot", port: int = 0, strict: bool = True) -> None:
        super().__init__(port)
        self.token = token
        self.username = username
        self.strict = strict
        self.world = World(token, username)
        self.clock = self.world.clock
        self.updates = self.world.updates
        self.files = self.world.files
        self.faults = Faults(self.clock)
        self.delivery = WebhookDelivery(self.world)
        self.violations: list[Violation] = []
        self.calls: list[Call] = []
        self._next_conflict = 0.0

    def person(self, name: str, *, id: int | None = None, started: bool = False) -> Person:
        """Somebody with a phone; `started` spares the story a first /start that is not its point."""
        return Person(self.world, name, user_id=id, started=started)

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=limits.MAX_UPLOAD_BYTES + 1024 * 1024)
        app.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._serve_method)
        app.router.add_route("*", "/{anything:.*}", self._serve_nothing)
        self.port = await self._listen(app, self.port)
        self._deliver(self.delivery.run())
        return self

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(self.faults.latency)
        method = request.match_info["method"]
        try:
            fault = self._pass_gate(request.match_info["token"], method)
            result = await self._carry_out(request, method)
        except Refusal as refusal:
            return await self._refuse(method, refusal)
        if fault:
            return hang_up(request)
        return web.json_response({"ok": True, "result": result})

    def _pass_gate(self, token: str, method: str) -> ScriptedFault | None:
        """Wrong tokens and scripted refusals end here; a fault that loses the answer is for later."""
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        fault = self.faults.meet(method)
        if fault and fault.code:
            raise scripted_refusal(fault)
        return fault

    async def _carry_out(self, request: web.Request, method: str) -> object:
        if method.lower() not in schema.methods():
            self.violations.append(Violation(method=method, problem="method not found"))
            raise Refusal(404, "Not Found: method not found")
        if method.lower() not in METHODS:
            raise BrokenRule(f"the simulator does not know {method} yet")
        call, problems = await read_call(request, method, strict=self.strict)
        if problems:
            raise BrokenRule("; ".join(problems))
        self.faults.check_flood(call)
        self.calls.append(call)
        return await METHODS[method.lower()](self.world, call)

    async def _refuse(self, method: str, refusal: Refusal) -> web.Response:
        if isinstance(refusal, BrokenRule):
            self.violations.append(Violation(method=method, problem=refusal.description))
        if refusal.code == 409:
            await self._hold_back_conflict()
        headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after else {}
        return web.json_response(refusal.body(), status=refusal.code, headers=headers)

    async def _hold_back_conflict(self) -> None:
        """The first conflict is told at once, those that follow it closely are slowed down."""
        now = asyncio.get_running_loop().time()
        if now < self._next_conflict:
            await asyncio.sleep(limits.CONFLICT_SECONDS)
        else:
            self._next_conflict = now + limits.CONFLICT_SECONDS

    async def _serve_file(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return web.json_response(Refusal(401, "Unauthorized").body(), status=401)
        stored = self.files.at_path(request.match_info["path"])
        if stored is None:
            return web.json_response(Refusal(404, "Not Found").body(), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _serve_nothing(self, request: web.Request) -> web.Response:
        return web.json_response(Refusal(404, "Not Found").body(), status=404)
