"""The HTTP face of the simulator: openapi.zalo.me, oauth.zaloapp.com and the servers that keep people's pictures."""

from __future__ import annotations

import asyncio
from typing import Self

from aiohttp import web

from tests.support.simulator import Simulator, hang_up

from . import limits
from .calls import Call, Pace, check_token, read_call
from .delivery import Delivery
from .faults import LOST, Faults, ScriptedFault
from .oauth import OauthRefusal
from .options import Options
from .people import Person
from .routes import ROUTES
from .tls import server_context
from .wire import BrokenRule, JsonObject, Refusal
from .world import APP_ID, APP_SECRET, OA_ID, SECRET_KEY, Violation, World


class ZaloOaServer(Simulator):
    """`async with ZaloOaServer() as zalo:` listens at `zalo.base`.

    What breaks a rule is refused and kept in `violations`. `calls` has every call that was carried out, in order.
    """

    app_id, app_secret, secret_key, oa_id = APP_ID, APP_SECRET, SECRET_KEY, OA_ID

    def __init__(self, options: Options | None = None, *, port: int = 0) -> None:
        super().__init__(port)
        self.options = options or Options()
        self.world = World(self.options)
        self.clock = self.world.clock
        self.tokens = self.world.tokens
        self.queue = self.world.queue
        self.faults = Faults()
        self.pace = Pace(self.clock)
        self.delivery = Delivery(self.world)
        self.calls: list[Call] = []

    @property
    def signing_secret(self) -> str:
        """What ZALO_OA_SECRET_KEY is set to: the secret that webhooks are signed with here."""
        return self.app_secret if self.options.signed_with == "app_secret" else self.secret_key

    @property
    def violations(self) -> list[Violation]:
        """What a correct client never does, in order."""
        return self.world.violations

    def person(self, name: str, *, follows: bool = False) -> Person:
        """Somebody with a phone; `follows` spares the story a first step that is not its point."""
        person = Person(self.world, name)
        if follows:
            person.follows()
        return person

    def calls_of(self, path: str) -> list[Call]:
        """Those whose path ends so."""
        return [call for call in self.calls if call.path.endswith(path)]

    async def registers(self, url: str) -> None:
        """Enter the webhook's address in the console; events that waited for one are delivered now."""
        await self.delivery.registers(url)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=limits.MAX_FILE_BYTES + 1024 * 1024)
        app.router.add_post("/v4/oa/access_token", self._serve_tokens)
        app.router.add_get("/media/{path:.+}", self._serve_medium)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self.port = await self._listen(app, self.port)
        self.world.media.base = self.base
        if self.options.media == "https":
            secure = await self._listen(app, secured=server_context())
            self.world.media.base = f"https://127.0.0.1:{secure}"
        self._deliver(self.delivery.run())
        return self

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(self.faults.latency)
        fault = self.faults.meet(request.path)
        try:
            if fault and fault.code != LOST:
                return _refused_by(fault)
            body = await self._carry_out(request)
        except Refusal as refusal:
            if isinstance(refusal, BrokenRule):
                self.world.violates(f"{request.method} {request.path}", refusal.problem)
            body = refusal.body()
        if fault:
            return hang_up(request)
        return web.json_response(body, headers=self.pace.headers())

    async def _carry_out(self, request: web.Request) -> JsonObject:
        route = ROUTES.get((request.method, request.path))
        if route is None:
            raise BrokenRule(-223, "there is nothing of that name")
        check_token(request, self.world)
        self.pace.count()
        call = await read_call(request)
        self.calls.append(call)
        return await route(self.world, call)

    async def _serve_tokens(self, request: web.Request) -> web.StreamResponse:
        fault = self.faults.meet(request.path)
        if fault and fault.code != LOST:
            return _refused_by(fault)
        if request.content_type != "application/x-www-form-urlencoded":
            self.world.violates(request.path, f"no form: {request.content_type}")
        form = {name: str(value) for name, value in (await request.post()).items()}
        try:
            pair = self.tokens.answer(form, request.headers.get("secret_key", ""))
        except OauthRefusal as refusal:
            if refusal.problem:
                self.world.violates(request.path, refusal.problem)
            return web.json_response(refusal.body())
        if fault:
            return hang_up(request)
        self.tokens.was_answered(form)
        return web.json_response(pair)

    async def _serve_medium(self, request: web.Request) -> web.Response:
        medium = self.world.media.at(request.path)
        if medium is None:
            return web.Response(status=404, text="<html>expired</html>", content_type="text/html")
        return web.Response(body=medium.content, content_type=medium.content_type)


def _refused_by(fault: ScriptedFault) -> web.Response:
    if fault.status != 200:
        return web.Response(status=fault.status, text="<html>Bad Gateway</html>", content_type="text/html")
    return web.json_response(Refusal(fault.code).body())
