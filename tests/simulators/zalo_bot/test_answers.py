"""How a call must look, and how answers look."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.simulators.zalo_bot.conftest import Opened, Platform


async def test_a_good_answer_has_a_result_and_all_the_same_an_error_code(zalo: Platform) -> None:
    answer = await zalo.asks("getMe")
    assert answer["ok"]
    assert answer["error_code"] == 0
    assert answer["result"]["id"] == zalo.server.token.partition(":")[0]


async def test_older_answers_have_no_error_code(platform: Opened) -> None:
    async with platform(success_code=False) as zalo:
        assert "error_code" not in await zalo.asks("getMe")


async def test_typing_is_answered_without_any_result(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    answer = await zalo.asks("sendChatAction", chat_id=chat, action="typing")
    assert answer == {"ok": True, "error_code": 0}
    assert zalo.lan.chat.actions == ["typing"]


@pytest.mark.parametrize(("errors", "status"), [("http_200", 200), ("http_status", 404)])
async def test_a_refusal_has_the_status_that_the_option_says(platform: Opened, errors: str, status: int) -> None:
    async with platform(errors=errors) as zalo:
        got, answer = await zalo.posts("sendDocument", json={})
        assert got == status
        assert answer == {"ok": False, "description": "Not Found", "error_code": 404}


@pytest.mark.parametrize("method", ["getme", "GETME", "sendFile", "editMessageText", "getChat"])
async def test_other_methods_and_other_capitals_do_not_exist(zalo: Platform, method: str) -> None:
    assert await zalo.is_refused(method) == "Not Found"
    assert zalo.problems == ["Not Found"]


async def test_another_token_is_not_let_in(zalo: Platform) -> None:
    _, answer = await zalo.posts("getMe", token="1:other", json={})
    assert answer["error_code"] == 401
    assert zalo.problems == ["Unauthorized"]


async def test_json_a_form_and_the_address_are_all_read(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    values = {"chat_id": chat, "text": "Xin chào"}
    ways: list[dict[str, Any]] = [{"json": values}, {"data": values}, {"params": values}]
    for how in ways:
        _, answer = await zalo.posts("sendMessage", **how)
        assert answer["ok"]
    assert [message.text for message in zalo.lan.screen] == ["Xin chào"] * 3


async def test_multipart_is_not_parsed(zalo: Platform) -> None:
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("chat_id", "1")
    _, answer = await zalo.posts("sendMessage", data=form)
    assert answer["description"] == "Bad request: The chat_id must not be empty"


@pytest.mark.parametrize(
    "values",
    [{"reply_markup": {"inline_keyboard": []}}, {"reply_to_message_id": "1"}, {"disable_notification": True}],
)
async def test_what_is_no_parameter_is_refused(zalo: Platform, values: dict[str, object]) -> None:
    chat = await zalo.knows_lan()
    assert "unknown parameters" in await zalo.is_refused("sendMessage", chat_id=chat, text="Xin chào", **values)
    assert zalo.problems


async def test_broken_json_is_refused(zalo: Platform) -> None:
    headers = {"Content-Type": "application/json"}
    _, answer = await zalo.posts("getMe", data=b"{", headers=headers)
    assert not answer["ok"]
