"""Each limit from both sides: the largest that Telegram takes passes, one more is refused and noted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.telegram import Person, TelegramServer, limits

from .conftest import RawClient
from .pictures import form, jpeg


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"text": "?", "reply_markup": {"inline_keyboard": list(rows)}}


def button(**fields: Any) -> dict[str, Any]:
    return {"text": "Có", **fields}


PRESS = button(callback_data="x")
MESSAGES: list[tuple[str, dict[str, Any], str | None]] = [
    ("4096 emoji are 4096 characters", {"text": "😀" * 4096}, None),
    ("4097 characters", {"text": "a" * 4097}, "message is too long"),
    ("tags do not count", {"text": f"<b>{'a' * 4096}</b>", "parse_mode": "HTML"}, None),
    ("no text", {"text": ""}, "parameter text is required"),
    ("only blanks", {"text": " \n "}, "text must be non-empty"),
    ("64 bytes of data", inline([button(callback_data="ỹ" * 21 + "x")]), None),
    ("66 bytes of data", inline([button(callback_data="ỹ" * 22)]), "BUTTON_DATA_INVALID"),
    ("empty data", inline([button(callback_data="")]), "BUTTON_DATA_INVALID"),
    ("8 buttons in a row", inline([PRESS] * 8), None),
    ("9 buttons in a row", inline([PRESS] * 9), "reply markup is too long"),
    ("100 buttons", inline(*[[PRESS]] * 100), None),
    ("101 buttons", inline(*[[PRESS]] * 101), "reply markup is too long"),
    ("an empty row", inline([]), "empty row"),
    ("a button without an action", inline([button()]), "exactly one action"),
    ("a button with two actions", inline([button(callback_data="x", url="https://a.vn")]), "exactly one action"),
    ("a button without a label", inline([{"text": " ", "callback_data": "x"}]), "non-empty"),
    ("a link to nowhere", inline([button(url="http://localhost/x")]), "Wrong HTTP URL"),
    ("a Mini App without https", inline([button(web_app={"url": "http://a.vn"})]), "Only HTTPS"),
    ("a wrong style", inline([button(callback_data="x", style="green")]), "invalid style"),
    ("a right style", inline([button(callback_data="x", style="success")]), None),
    ("256 characters to copy", inline([button(copy_text={"text": "a" * 256})]), None),
    ("257 characters to copy", inline([button(copy_text={"text": "a" * 257})]), "copy_text"),
    ("a removal that says no", {"text": "?", "reply_markup": {"remove_keyboard": False}}, "must be one of [True]"),
    (
        "a long placeholder",
        {"text": "?", "reply_markup": {"force_reply": True, "input_field_placeholder": "a" * 65}},
        "1-64",
    ),
    ("an empty reply keyboard", {"text": "?", "reply_markup": {"keyboard": []}}, "at least one button"),
    (
        "two kinds of keyboard",
        inline() | {"reply_markup": {"inline_keyboard": [], "remove_keyboard": True}},
        "unknown field",
    ),
    (
        "a key with two actions",
        {"text": "?", "reply_markup": {"keyboard": [[button(request_contact=True, request_location=True)]]}},
        "at most one",
    ),
    ("MarkdownV2", {"text": "*a*", "parse_mode": "MarkdownV2"}, "reads HTML only"),
    (
        "an entity outside",
        {"text": "abc", "entities": [{"type": "bold", "offset": 1, "length": 3}]},
        "outside of the text",
    ),
]


@pytest.mark.parametrize(("values", "complaint"), [case[1:] for case in MESSAGES], ids=[case[0] for case in MESSAGES])
async def test_a_message(
    values: dict[str, Any], complaint: str | None, telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    answer = await client.answer("sendMessage", chat_id=lan.id, **values)
    if complaint is None:
        assert answer["ok"], answer
        assert telegram.violations == []
    else:
        assert (answer["error_code"], complaint in answer["description"]) == (400, True), answer
        assert [violation.method for violation in telegram.violations] == ["sendMessage"]


def commands(count: int = 1, command: str = "help", description: str = "x") -> dict[str, Any]:
    return {"commands": [{"command": command, "description": description}] * count}


CALLS: list[tuple[str, str, dict[str, Any], str | None]] = [
    ("100 commands", "setMyCommands", commands(100), None),
    ("101 commands", "setMyCommands", commands(101), "BOT_COMMANDS_TOO_MUCH"),
    ("a command of 32 letters", "setMyCommands", commands(command="a" * 32), None),
    ("a command of 33 letters", "setMyCommands", commands(command="a" * 33), "BOT_COMMAND_INVALID"),
    ("a Vietnamese command", "setMyCommands", commands(command="nộp"), "BOT_COMMAND_INVALID"),
    ("a long description", "setMyCommands", commands(description="a" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("an unknown scope", "setMyCommands", commands() | {"scope": {"type": "everybody"}}, "scope"),
    (
        "commands in a chat unknown to the bot",
        "setMyCommands",
        commands() | {"scope": {"type": "chat", "chat_id": 1}},
        "chat not found",
    ),
    ("a bot name of 65", "setMyName", {"name": "a" * 65}, "too long"),
    ("a description of 513", "setMyDescription", {"description": "a" * 513}, "too long"),
    ("a short description of 121", "setMyShortDescription", {"short_description": "a" * 121}, "too long"),
    ("a pop-up of 201", "answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
    ("limit 101", "getUpdates", {"limit": 101}, "limit must be 1-100"),
    ("a secret of 257", "setWebhook", {"url": "https://a.vn", "secret_token": "a" * 257}, "secret token is too long"),
    ("a secret with a blank", "setWebhook", {"url": "https://a.vn", "secret_token": "a b"}, "unallowed characters"),
    ("101 connections", "setWebhook", {"url": "https://a.vn", "max_connections": 101}, "max_connections"),
    ("a webhook without https", "setWebhook", {"url": "http://a.vn"}, "HTTPS URL must be provided"),
    ("a webhook on port 8080", "setWebhook", {"url": "https://a.vn:8080"}, "443 or 8443"),
    ("a webhook to nowhere", "setWebhook", {"url": "ftp:a"}, "invalid webhook URL"),
    ("an unknown method", "sendMesage", {}, "method not found"),
    ("a method that is not simulated", "sendDice", {}, "does not know sendDice"),
]


@pytest.mark.parametrize(
    ("method", "values", "complaint"), [case[1:] for case in CALLS], ids=[case[0] for case in CALLS]
)
async def test_a_call(method: str, values: dict[str, Any], complaint: str | None, client: RawClient) -> None:
    answer = await client.answer(method, **values)
    assert answer["ok"] is (complaint is None), answer
    assert (complaint or "") in answer.get("description", "")


def album(*kinds: str) -> list[dict[str, Any]]:
    return [{"type": kind, "media": "a"} for kind in kinds]


def keyed(markup: object) -> dict[str, Any]:
    return {"text": "a", "reply_markup": markup}


CHATS: list[tuple[str, str, dict[str, Any], str]] = [
    ("a list for a number", "sendMessage", {"chat_id": [1], "text": "a"}, "chat_id must be"),
    ("a number for a text", "sendMessage", {"text": 412}, "text must be str"),
    ("a word for a flag", "sendMessage", {"text": "a", "protect_content": "maybe"}, "can't read protect_content"),
    ("an unknown parameter", "sendMessage", {"text": "a", "buttons": []}, "unknown parameter buttons"),
    ("broken JSON", "sendMessage", keyed("{"), "can't read reply_markup"),
    ("an unknown field deep inside", "sendMessage", inline([button(data="x")]), "inline_keyboard[0][0].data"),
    ("a wrong type deep inside", "sendMessage", inline([{"text": 1, "pay": True}]), "[0][0].text must be str"),
    ("a missing field deep inside", "sendMessage", inline([{"pay": True}]), "[0][0].text is required"),
    ("a flat keyboard", "sendMessage", keyed({"inline_keyboard": [button()]}), "must be an Array"),
    ("an unknown action", "sendChatAction", {"action": "sleeping"}, "wrong parameter action"),
    ("one photo is no album", "sendMediaGroup", {"media": album("photo")}, "2-10 items"),
    ("11 photos in an album", "sendMediaGroup", {"media": album(*["photo"] * 11)}, "2-10 items"),
    ("a mixed album", "sendMediaGroup", {"media": album("photo", "document")}, "can't use the media"),
    ("a place off the globe", "sendLocation", {"latitude": 91, "longitude": 0}, "outside of the globe"),
    ("a file from elsewhere", "sendDocument", {"document": "https://a.vn/a.pdf"}, "fetches no files"),
    ("a file_id of nobody", "sendDocument", {"document": "nothing"}, "wrong file_id"),
    ("101 messages to delete", "deleteMessages", {"message_ids": list(range(101))}, "1-100"),
]


@pytest.mark.parametrize(
    ("method", "values", "complaint"), [case[1:] for case in CHATS], ids=[case[0] for case in CHATS]
)
async def test_a_call_about_a_chat(
    method: str, values: dict[str, Any], complaint: str, client: RawClient, lan: Person
) -> None:
    description = await client.refusal(method, **{"chat_id": lan.id} | values)
    assert complaint in description


async def test_a_caption_has_1024_characters(client: RawClient, lan: Person) -> None:
    stored = client.server.files.keep("document", b"x").file_id
    await client.result("sendDocument", chat_id=lan.id, document=stored, caption="ỹ" * limits.MAX_CAPTION)
    description = await client.refusal("sendDocument", chat_id=lan.id, document=stored, caption="ỹ" * 1025)
    assert "message caption is too long" in description


@pytest.mark.parametrize(
    ("field", "content", "complaint"),
    [
        ("document", b"", "file must be non-empty"),
        ("photo", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("photo", jpeg(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        ("photo", jpeg(9000, 1100), "PHOTO_INVALID_DIMENSIONS"),
        ("photo", jpeg() + bytes(limits.MAX_PHOTO_BYTES), "too big for a photo"),
        ("document", bytes(limits.MAX_UPLOAD_BYTES + 1), "Request Entity Too Large"),
    ],
    ids=["empty", "no picture", "too narrow", "too large", "too heavy", "over 50 MB"],
)
async def test_an_upload(field: str, content: bytes, complaint: str, client: RawClient, lan: Person) -> None:
    method = f"send{field.title()}"
    assert complaint in await client.refusal(method, form(field, content, chat_id=lan.id))


async def test_a_file_that_no_parameter_names_is_a_mistake(client: RawClient, lan: Person) -> None:
    data = form("attachment", b"x", chat_id=lan.id, document="document-1")
    assert "attachment is not used" in await client.refusal("sendDocument", data)


async def test_without_strictness_only_the_outcome_counts(
    lan: Person, telegram: TelegramServer, client: RawClient
) -> None:
    telegram.strict = False
    await client.result("sendMessage", chat_id=lan.id, text="a", buttons=[])
    assert telegram.violations == []
