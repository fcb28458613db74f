"""The HTTP server: health, metrics, guards, and the port."""

from __future__ import annotations

import asyncio
import socket
from io import BytesIO

import aiohttp
import pytest
from aiohttp import web

from bot.domain.errors import Invalid
from channels.server import MAX_BODY, application, serving


async def well() -> bool:
    return True


async def ill() -> bool:
    return False


def echoing(app: web.Application) -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(body=await request.read())

    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(0.3)
        return web.Response(text="done")

    app.add_routes([web.post("/echo", echo), web.get("/slow", slow)])


@pytest.mark.parametrize(("healthy", "status"), [(well, 200), (ill, 503)])
async def test_health_is_told_by_the_status(healthy: object, status: int) -> None:
    app = application([], healthy=well if healthy is well else ill)
    async with serving(app, "127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
        assert (await client.get(f"http://127.0.0.1:{port}/healthz")).status == status


async def test_metrics_are_in_the_format_of_prometheus() -> None:
    async with serving(application([], healthy=well), "127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
        answer = await client.get(f"http://127.0.0.1:{port}/metrics")
        assert answer.content_type == "text/plain"
        assert "# TYPE python_info gauge" in await answer.text()


@pytest.mark.parametrize("path", ["/healthz", "/echo", "/nowhere"])
async def test_every_answer_carries_the_guards(path: str) -> None:
    async with serving(application([echoing], healthy=well), "127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
        answer = await client.get(f"http://127.0.0.1:{port}{path}")
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_giant_body_is_refused() -> None:
    async with serving(application([echoing], healthy=well), "127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
        assert (await client.post(f"http://127.0.0.1:{port}/echo", data=BytesIO(bytes(MAX_BODY)))).status == 200
        assert (await client.post(f"http://127.0.0.1:{port}/echo", data=BytesIO(bytes(MAX_BODY + 1)))).status == 413


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
    async with aiohttp.ClientSession() as client, asyncio.TaskGroup() as tasks:
        async with serving(application([echoing], healthy=well), "127.0.0.1", 0) as port:
            asked = tasks.create_task(client.get(f"http://127.0.0.1:{port}/slow"))
            await asyncio.sleep(0.1)
        assert await (await asked).text() == "done"
