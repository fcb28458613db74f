"""Sending, editing and deleting: what works, and what Telegram says when it does not."""

from __future__ import annotations

import pytest

from tests.support.telegram import Person, TelegramServer

from .conftest import RawClient

KEYBOARD = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}


async def test_nobody_hears_from_the_bot_before_start(telegram: TelegramServer, client: RawClient) -> None:
    tu = telegram.person("Tú")
    assert await client.refusal("sendMessage", chat_id=tu.id, text="a") == "Bad Request: chat not found"
    tu.start()
    await client.result("sendMessage", chat_id=tu.id, text="a")
    assert telegram.violations == []


async def test_a_blocked_bot_gets_403_until_start_is_pressed_again(client: RawClient, lan: Person) -> None:
    lan.blocks_bot()
    answer = await client.answer("sendMessage", chat_id=lan.id, text="a")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    lan.start()
    await client.result("sendMessage", chat_id=lan.id, text="a")


async def test_an_edit_that_changes_nothing_is_refused(
    telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    sent = await client.result("sendMessage", chat_id=lan.id, text="<b>a</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    same = {"chat_id": lan.id, "message_id": sent["message_id"], "text": "<b>a</b> ", "parse_mode": "HTML"}
    assert "message is not modified" in await client.refusal("editMessageText", **same, reply_markup=KEYBOARD)
    assert telegram.violations == []
    edited = await client.result("editMessageText", **same)
    assert "reply_markup" not in edited
    assert lan.screen[-1].edited


async def test_only_own_messages_without_a_reply_keyboard_can_be_edited(client: RawClient, lan: Person) -> None:
    asked = lan.says("412")
    removal = {"remove_keyboard": True}
    kept = await client.result("sendMessage", chat_id=lan.id, text="a", reply_markup=removal)
    for message_id in (asked.message_id, kept["message_id"]):
        edit = {"chat_id": lan.id, "message_id": message_id, "text": "b"}
        assert await client.refusal("editMessageText", **edit) == "Bad Request: message can't be edited"
    gone = {"chat_id": lan.id, "message_id": 1, "text": "b"}
    assert await client.refusal("editMessageText", **gone) == "Bad Request: message to edit not found"


async def test_a_photo_has_no_text_to_edit(client: RawClient, lan: Person) -> None:
    stored = client.server.files.keep("document", b"x").file_id
    sent = await client.result("sendDocument", chat_id=lan.id, document=stored)
    edit = {"chat_id": lan.id, "message_id": sent["message_id"]}
    assert "there is no text in the message to edit" in await client.refusal("editMessageText", **edit, text="b")
    await client.result("editMessageCaption", **edit, caption="b")


async def test_a_file_id_is_good_for_its_own_kind_only(client: RawClient, lan: Person) -> None:
    voice = lan.sends_voice().body["voice"]["file_id"]
    await client.result("sendVoice", chat_id=lan.id, voice=voice)
    description = await client.refusal("sendDocument", chat_id=lan.id, document=voice)
    assert description == "Bad Request: can't use file of type Voice as Document"


async def test_a_deleted_message_is_gone(client: RawClient, lan: Person) -> None:
    sent = await client.result("sendMessage", chat_id=lan.id, text="a")
    message = {"chat_id": lan.id, "message_id": sent["message_id"]}
    await client.result("deleteMessage", **message)
    assert lan.screen == []
    assert "message to delete not found" in await client.refusal("deleteMessage", **message)
    assert "message to edit not found" in await client.refusal("editMessageText", **message, text="b")


async def test_an_old_message_cannot_be_deleted(telegram: TelegramServer, client: RawClient, lan: Person) -> None:
    sent = await client.result("sendMessage", chat_id=lan.id, text="a")
    telegram.clock.advance(49 * 3600)
    message = {"chat_id": lan.id, "message_id": sent["message_id"]}
    assert "message can't be deleted" in await client.refusal("deleteMessage", **message)


async def test_a_reply_needs_the_message_that_it_answers(client: RawClient, lan: Person) -> None:
    said = lan.says("412")
    reply = {"chat_id": lan.id, "text": "a"}
    sent = await client.result("sendMessage", **reply, reply_parameters={"message_id": said.message_id})
    assert sent["reply_to_message"]["text"] == "412"
    nothing = {"message_id": 1}
    assert "to be replied not found" in await client.refusal("sendMessage", **reply, reply_parameters=nothing)
    lenient = nothing | {"allow_sending_without_reply": True}
    await client.result("sendMessage", **reply, reply_parameters=lenient)


async def test_a_press_takes_one_answer_while_it_is_fresh(
    telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    await client.result("sendMessage", chat_id=lan.id, text="a", reply_markup=KEYBOARD)
    first, second = lan.presses("Có"), lan.presses("Có")
    await client.result("answerCallbackQuery", callback_query_id=first.callback_id, text="Đã ghi")
    again = await client.refusal("answerCallbackQuery", callback_query_id=first.callback_id)
    assert "query is too old" in again
    telegram.clock.advance(151)
    for press in (first, second):
        description = await client.refusal("answerCallbackQuery", callback_query_id=press.callback_id)
        assert "query is too old" in description
    assert (lan.notices, lan.spinning) == (["Đã ghi"], [second])
    assert telegram.violations == []


@pytest.mark.parametrize("path", ["/bot1:wrong/getMe", "/file/bot1:wrong/documents/x"])
async def test_a_wrong_token_is_told_so(path: str, client: RawClient) -> None:
    async with client.http.get(client.server.base + path) as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_other_addresses_are_not_found(client: RawClient) -> None:
    async with client.http.get(client.server.base + "/") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")


async def test_a_query_string_and_a_form_are_as_good_as_json(client: RawClient, lan: Person) -> None:
    url = f"{client.server.base}/bot{client.server.token}/sendmessage"
    async with client.http.get(url, params={"chat_id": lan.id, "text": "Xin chào"}) as response:
        assert (await response.json())["result"]["text"] == "Xin chào"
    values = {"chat_id": str(lan.id), "text": "a", "reply_markup": '{"inline_keyboard": []}', "protect_content": "True"}
    async with client.http.post(url, data=values) as response:
        assert (await response.json())["ok"]
    assert client.server.violations == []
