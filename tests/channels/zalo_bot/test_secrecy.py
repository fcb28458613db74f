"""The token stands in every address, and comes out nowhere: no log, no exception, no traceback."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator
from urllib.parse import quote

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import Refused, Unanswered
from tests.channels.waiting import until
from tests.channels.zalo_bot.harness import opened

TOKEN = "1459232241454765289:abc-xyz/ổ"
SECRET = TOKEN.partition(":")[2]


async def echo(request: web.Request) -> web.Response:
    """A server that says back what it was asked, in each way in which that might come to us."""
    address = f"{request.url} {request.raw_path} {TOKEN}"
    match request.path.rpartition("/")[2]:
        case "getMe":
            return web.Response(status=502, text=f"<html>{address}</html>", content_type="text/html")
        case "getWebhookInfo":
            return web.json_response({"ok": False, "error_code": 400, "description": f"Bad request: {address}"})
        case "deleteWebhook":
            return web.json_response([address])
        case "sendChatAction":
            return web.Response(status=302, headers={"Location": f"http://[{address}"})
        case _:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", echo)
    async with TestServer(app) as server:
        client = Client(token=TOKEN, api_base=str(server.make_url("/")))
        yield client
        await client.close()


def all_of(failure: BaseException) -> str:
    """Whatever a log could print of an exception, with all that hangs on to it."""
    seen = [failure]
    for each in seen:
        seen += [other for other in (each.__cause__, each.__context__) if other is not None and other not in seen]
    lines = [line for each in seen for line in traceback.format_exception(each, chain=True)]
    return "".join([*lines, *(repr(each) + repr(vars(each)) for each in seen)])


async def test_no_failure_of_any_kind_tells_the_token(client: Client) -> None:
    calls = [client.get_me(), client.webhook(), client.delete_webhook(), client.send_typing("7"), client.get_update(1)]
    for call in calls:
        with pytest.raises((Refused, Unanswered)) as caught:
            await call
        for form in (SECRET, quote(SECRET, safe=""), quote(SECRET)):
            assert form not in all_of(caught.value)


async def test_a_server_that_is_not_there_does_not_tell_it_either() -> None:
    client = Client(token=TOKEN, api_base="http://127.0.0.1:9")
    with pytest.raises(Unanswered) as caught:
        await client.get_me()
    await client.close()
    assert "abc-xyz" not in all_of(caught.value)
    assert not caught.value.doubtful, "what never left cannot have arrived"


async def test_a_refusal_keeps_what_it_says_beside_the_token(client: Client) -> None:
    with pytest.raises(Refused, match="400 Bad request") as caught:
        await client.webhook()
    assert "***" in caught.value.description


async def test_nothing_is_logged_with_it(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with opened() as phone:
        asyncio.get_running_loop().set_debug(True)
        phone.zalo.faults.answer_next(502, times=1, method="getUpdates")
        phone.zalo.faults.lose_next_answer(times=1, method="getUpdates")
        phone.person.says("412")
        await until(lambda: len(phone.zalo.calls_of("getUpdates")) > 1, 10)
        said = "".join(capfd.readouterr()) + caplog.text
        assert "Zalo poll failed" in said
        assert phone.zalo.token.partition(":")[2] not in said
