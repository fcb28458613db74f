"""What people send, as Zalo was seen to tell of it or documents it, and what the conversation gets of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.messages import Address, Attachment, AttachmentKind, Incoming, RawUpdate
from channels.zalo_bot.inbound import parse
from channels.zalo_bot.raw import Ignored, flat, stored

ARRIVED = 1_789_033_600_000
SENDER = {"id": "6ede9afa66b88fe6d6a9", "display_name": "Trần Thị Lan", "is_bot": False}
ENVELOPE = {
    "date": 1750316131602,
    "chat": {"chat_type": "PRIVATE", "id": "6ede9afa66b88fe6d6a9"},
    "message_id": "2d758cb5e222177a4e35",
    "from": SENDER,
}
DOCUMENTED = {
    "ok": True,
    "result": {
        "message": {
            "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
            "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
            "text": "Xin chào",
            "message_id": "2d758cb5e222177a4e35",
            "date": 1750316131602,
        },
        "event_name": "message.text.received",
    },
}
"""As in Zalo's documents."""
LIVE = {
    "event_name": "message.text.received",
    "message": {
        "message_id": "2d758cb5e222177a4e35",
        "text": "/gia btc",
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Nguyen Van A", "is_bot": False},
        "date": 1750316131602,
    },
}
"""As somebody received it."""
PHOTO_LINK = "https://photo-stal-1.zdn.vn/a.jpg"
VOICE_LINK = "https://f2-voice-aac-dl.zdn.vn/a.aac"


def kept(body: object) -> RawUpdate:
    update = flat(body)
    assert update is not None
    raw = stored(update, "1", ARRIVED)
    assert isinstance(raw, RawUpdate)
    return raw


def told(event: str, **content: Any) -> Incoming:
    return parse(kept({"event_name": event, "message": ENVELOPE | content}))


def attached(event: str, **content: Any) -> Attachment:
    (attachment,) = told(event, **content).attachments
    return attachment


def test_a_text_is_read_as_it_comes_and_as_the_documents_show_it() -> None:
    assert parse(kept(LIVE)).text == "/gia btc"
    wrapped = parse(kept(DOCUMENTED))
    assert wrapped == Incoming(
        address=Address(channel="zalo_bot", bot="1", chat="6ede9afa66b88fe6d6a9"),
        sent_at=datetime(2025, 6, 19, 6, 55, 31, 602_000, tzinfo=UTC),
        text="Xin chào",
        sender_name="Ted",
    )


def test_an_update_is_known_by_its_message_and_ordered_by_its_date() -> None:
    raw = kept(LIVE)
    assert (raw.update_id, raw.lane) == ("2d758cb5e222177a4e35", "6ede9afa66b88fe6d6a9")
    assert raw.sequence == 1750316131602


@pytest.mark.parametrize("date", [None, "hôm qua", -5, 0, True, 2**70, 1.5])
def test_without_a_date_that_can_be_read_it_is_ordered_by_its_arrival(date: object) -> None:
    raw = kept({"event_name": "message.text.received", "message": ENVELOPE | {"date": date, "text": "412"}})
    assert raw.sequence == ARRIVED
    assert parse(raw).sent_at is None
    assert parse(raw).text == "412"


@pytest.mark.parametrize("field", ["photo_url", "photo"])
def test_a_photo_is_found_where_it_comes_and_where_the_documents_put_it(field: str) -> None:
    incoming = told("message.image.received", message_type="CHAT_PHOTO", caption="Nhà bà Lan", **{field: PHOTO_LINK})
    assert incoming.text == "Nhà bà Lan"
    (photo,) = incoming.attachments
    assert (photo.kind, photo.remote) == (AttachmentKind.PHOTO, PHOTO_LINK)


def test_a_voice_is_a_file_to_keep() -> None:
    voice = attached("message.voice.received", message_type="CHAT_VOICE", voice_url=VOICE_LINK)
    assert voice == Attachment(kind=AttachmentKind.VOICE, remote=VOICE_LINK, mime="audio/aac")


def test_a_photo_without_an_address_is_still_a_photo_which_cannot_be_had() -> None:
    assert attached("message.image.received") == Attachment(kind=AttachmentKind.PHOTO, mime="image/jpeg")


def test_a_sticker_is_a_sticker() -> None:
    sticker = attached("message.sticker.received", sticker="0e078a2fb66a5f34067b", url="https://zalo.vn/a.png")
    assert sticker == Attachment(kind=AttachmentKind.STICKER)


def test_what_zalo_hands_to_no_bot_is_something_that_can_be_answered() -> None:
    assert attached("message.unsupported.received") == Attachment(kind=AttachmentKind.WITHHELD)


@pytest.mark.parametrize(
    ("update", "why"),
    [
        ({"event_name": "message.unsupported.received"}, Ignored.NOBODY),
        ({"event_name": "message.unsupported.received", "message": None}, Ignored.NOBODY),
        ({"event_name": "message.text.received", "message": {"text": "412"}}, Ignored.NOBODY),
        ({"event_name": "message.text.received", "message": ENVELOPE | {"message_id": 7}}, Ignored.NOBODY),
        ({"event_name": "message.text.received", "message": ENVELOPE | {"chat": {"id": ""}}}, Ignored.NOBODY),
        ({"event_name": "message.text.received", "message": ENVELOPE | {"message_id": "7\0"}}, Ignored.NOBODY),
        ({"event_name": "message.text.received", "message": ENVELOPE | {"message_id": "7" * 200}}, Ignored.NOBODY),
        ({"event_name": "message.reaction.received", "message": ENVELOPE}, Ignored.UNKNOWN_EVENT),
        ({"event_name": "message.link.received", "message": ENVELOPE}, Ignored.UNKNOWN_EVENT),
        ({"event_name": "user.follow"}, Ignored.UNKNOWN_EVENT),
        ({"event_name": ["message.text.received"]}, Ignored.UNKNOWN_EVENT),
        (
            {
                "event_name": "message.text.received",
                "message": ENVELOPE | {"chat": {"id": "g1", "chat_type": "GROUP"}, "text": "@Bot 412"},
            },
            Ignored.GROUP,
        ),
        ({"event_name": "message.text.received", "message": ENVELOPE | {"from": {"is_bot": True}}}, Ignored.BOT),
    ],
)
def test_what_needs_no_answer_is_not_kept(update: dict[str, Any], why: Ignored) -> None:
    assert stored(update, "1", ARRIVED) is why


@pytest.mark.parametrize("body", [None, 7, "412", [LIVE], {}, {"ok": True}, {"ok": True, "result": [LIVE]}])
def test_what_is_no_update_is_told_apart(body: object) -> None:
    assert flat(body) is None


@pytest.mark.parametrize("content", [{"text": 412}, {"text": {"a": 1}}, {"from": {"display_name": 7}}])
def test_an_update_that_is_not_what_zalo_promises_is_poison(content: dict[str, Any]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        told("message.text.received", **content)


def test_halves_of_characters_are_stored_and_read() -> None:
    assert told("message.text.received", text="412 \ud83d hộ").text == "412 ? hộ"


def test_a_sender_without_a_name_has_none() -> None:
    assert told("message.text.received", text="412", **{"from": None}).sender_name == ""
