"""What is read from plain JSON is what aiogram's models would have understood; everything else is left to them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from bot.messages import RawUpdate
from channels.telegram import everyday, inbound
from channels.telegram.raw import stored

LAN: dict[str, Any] = {"id": 100, "is_bot": False, "first_name": "Lan", "last_name": "Trần"}
CHAT = {"id": 100, "type": "private", "first_name": "Lan"}
TYPED: dict[str, Any] = {"message_id": 7, "date": 1_600_000_000, "chat": CHAT, "from": LAN, "text": "412 hộ"}
PRESS: dict[str, Any] = {"id": "p1", "from": LAN, "chat_instance": "1", "data": "3.skip", "message": TYPED}


def raw(**content: Any) -> RawUpdate:
    """The update as the inbox keeps it."""
    return stored({"update_id": 5, **content}, "1")


@pytest.mark.parametrize(
    "content",
    [
        {"message": TYPED},
        {"message": {**TYPED, "text": "/start abc123"}},
        {"message": {**TYPED, "text": "/start  "}},
        {"message": {**TYPED, "from": {"id": 100, "is_bot": False, "first_name": "Lan"}}},
        {
            "message": {
                **TYPED,
                "text": "t\u1ed5\u0301 3\u200b",
                "entities": [{"type": "bold", "offset": 0, "length": 2}],
            }
        },
        {"callback_query": PRESS},
        {"callback_query": {**PRESS, "message": {"chat": CHAT, "message_id": 7, "date": 0}}},
    ],
)
def test_a_text_and_a_press_are_read_as_aiogram_reads_them(content: dict[str, Any]) -> None:
    read = everyday.read(raw(**content))
    assert read is not None
    assert read == inbound.by_models(raw(**content))


@pytest.mark.parametrize(
    "content",
    [
        {"message": {**TYPED, "reply_to_message": TYPED}},
        {"message": {**TYPED, "chat": {"id": -5, "type": "group", "title": "Khóm 1"}}},
        {"message": {key: value for key, value in TYPED.items() if key != "text"} | {"sticker": {}}},
        {"edited_message": TYPED},
        {"callback_query": {key: value for key, value in PRESS.items() if key != "message"}},
        {"my_chat_member": {"chat": CHAT, "from": LAN}},
    ],
)
def test_everything_else_is_left_to_aiogram(content: dict[str, Any]) -> None:
    assert everyday.read(raw(**content)) is None


@pytest.mark.parametrize(
    "content", [{"message": {**TYPED, "text": 412}}, {"message": {**TYPED, "from": {"id": 100}}}, {"message": "412"}]
)
def test_what_no_bot_api_would_send_is_still_poison(content: dict[str, Any]) -> None:
    update = raw(**content)
    assert json.loads(update.body)["update_id"] == 5
    with pytest.raises(ValidationError):
        inbound.parse(update)
