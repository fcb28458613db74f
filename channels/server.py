"""The one HTTP server: mounts what the channels serve, guards it, and says whether the process is well."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import REGISTRY

from bot.domain.errors import Invalid

Mount = Callable[[web.Application], None]
"""Adds one part's routes to the server."""
Healthy = Callable[[], Awaitable[bool]]
"""Whether the process can do its work (its database answers)."""

MAX_BODY = 1024 * 1024
"""Bytes that a request is read into memory for; a webhook's update has a few kilobytes. Uploads count their own."""
SHUTDOWN_SECONDS = 5.0
"""How long requests under way may take at the end; every one is a short transaction."""

SECURITY_HEADERS = {
    # Everything comes from ourselves, nothing inline, nobody frames us; blob: are the previews of chosen photos.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": browsers would send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def application(mounts: Iterable[Mount], *, healthy: Healthy) -> web.Application:
    """The server's application with everything mounted."""
    app = web.Application(client_max_size=MAX_BODY)
    app.on_response_prepare.append(_guard)

    async def health(request: web.Request) -> web.Response:
        well = await healthy()
        return web.json_response({"status": "ok" if well else "failing"}, status=200 if well else 503)

    app.add_routes([web.get("/healthz", health), web.get("/metrics", _metrics)])
    for mount in mounts:
        mount(app)
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve until the block ends, then finish what is under way; gives the port, also if 0 asked for a free one."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        await _open(runner, host, port)
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _open(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as failure:
        raise Invalid("settings", problem=_why_not(failure, host, port)) from None


def _why_not(failure: OSError, host: str, port: int) -> str:
    match failure.errno:
        case errno.EADDRINUSE:
            return f"PORT: port {port} on {host} is in use by another program; stop it or set PORT to another number"
        case errno.EACCES:
            return f"PORT: this user may not open port {port}; set PORT to a number above 1023"
        case _:
            return f"HOST: cannot listen on {host}; set HOST to an address of this machine, for example 127.0.0.1"


async def _metrics(request: web.Request) -> web.Response:
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    return web.Response(body=encode(REGISTRY), headers={"Content-Type": content_type})


async def _guard(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    # Pages hold personal figures and change with every release: nothing is kept unless its route allows it.
    response.headers.setdefault("Cache-Control", "no-cache" if "/static/" in request.path else "no-store")
