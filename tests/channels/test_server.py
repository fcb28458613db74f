"""The HTTP server: health, metrics, guards, and the port."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO

import aiohttp
import pytest
from aiohttp import web

from bot.domain.errors import Invalid
from channels.server import MAX_BODY, Healthy, application, serving


async def well() -> bool:
    return True


async def ill() -> bool:
    return False


def echoing(app: web.Application) -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(body=await request.read())

    app.add_routes([web.post("/echo", echo)])


@asynccontextmanager
async def client_of(app: web.Application) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of the application while it is served."""
    async with serving(app, "127.0.0.1", 0) as port, aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
        yield client


@pytest.mark.parametrize(("healthy", "status"), [(well, 200), (ill, 503)])
async def test_health_is_told_by_the_status(healthy: Healthy, status: int) -> None:
    async with client_of(application([], healthy=healthy)) as client, client.get("/healthz") as answer:
        assert answer.status == status


async def test_metrics_are_in_the_format_of_prometheus() -> None:
    async with client_of(application([], healthy=well)) as client, client.get("/metrics") as answer:
        assert answer.content_type == "text/plain"
        assert "# TYPE python_info gauge" in await answer.text()


@pytest.mark.parametrize("path", ["/healthz", "/echo", "/nowhere"])
async def test_every_answer_carries_the_guards(path: str) -> None:
    async with client_of(application([echoing], healthy=well)) as client, client.get(path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY, 200), (MAX_BODY + 1, 413)])
async def test_a_giant_body_is_refused(size: int, status: int) -> None:
    app = application([echoing], healthy=well)
    async with client_of(app) as client, client.post("/echo", data=BytesIO(bytes(size))) as answer:
        assert answer.status == status


async def test_a_port_in_use_is_one_clear_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Invalid) as refused:
            async with serving(application([], healthy=well), "127.0.0.1", port):
                pass
    problem = refused.value.params["problem"]
    assert (
        problem == f"PORT: port {port} on 127.0.0.1 is in use by another program; stop it or set PORT to another number"
    )


async def test_an_address_of_another_machine_is_one_clear_sentence() -> None:
    with pytest.raises(Invalid) as refused:
        async with serving(application([], healthy=well), "192.0.2.1", 0):
            pass
    assert str(refused.value.params["problem"]).startswith("HOST: cannot listen on 192.0.2.1; set HOST")


async def test_a_request_under_way_is_finished_at_shutdown() -> None:
    arrived = asyncio.Event()

    def mount(app: web.Application) -> None:
        async def slow(request: web.Request) -> web.Response:
            arrived.set()
            await asyncio.sleep(0.2)
            return web.Response(text="done")

        app.add_routes([web.get("/slow", slow)])

    async def ask(port: int) -> str:
        async with aiohttp.ClientSession() as client, client.get(f"http://127.0.0.1:{port}/slow") as answer:
            return await answer.text()

    async with asyncio.TaskGroup() as tasks:
        async with serving(application([mount], healthy=well), "127.0.0.1", 0) as port:
            asked = tasks.create_task(ask(port))
            await arrived.wait()
        assert await asked == "done"
