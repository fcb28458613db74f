"""sendMessage and its like: length, marks, strangers, and how much is free."""

from __future__ import annotations

import pytest

from tests.simulators.zalo_bot.conftest import Opened, Platform


async def test_a_message_is_seen_and_has_an_id(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    sent = await zalo.gets("sendMessage", chat_id=chat, text="Xin chào")
    assert len(sent["message_id"]) == 20
    assert (await zalo.lan.sees("Xin chào")).message_id == sent["message_id"]


@pytest.mark.parametrize("name", ["chat_id", "text"])
async def test_an_empty_field_is_named(zalo: Platform, name: str) -> None:
    chat = await zalo.knows_lan()
    values = {"chat_id": chat, "text": "Xin chào"} | {name: " "}
    assert await zalo.is_refused("sendMessage", **values) == f"Bad request: The {name} must not be empty"


@pytest.mark.parametrize(("text", "fits"), [("ỹ" * 2000, True), ("ỹ" * 2001, False), ("😀" * 1001, False)])
async def test_two_thousand_utf_16_units_fit(zalo: Platform, text: str, fits: bool) -> None:
    chat = await zalo.knows_lan()
    answer = await zalo.asks("sendMessage", chat_id=chat, text=text)
    assert answer["ok"] is fits
    assert bool(zalo.problems) is not fits


async def test_a_chat_id_is_a_text(zalo: Platform) -> None:
    assert "must be a string" in await zalo.is_refused("sendMessage", chat_id=7, text="Xin chào")


async def test_who_never_wrote_cannot_be_written_to(zalo: Platform) -> None:
    assert await zalo.is_refused("sendMessage", chat_id=zalo.lan.id, text="Xin chào")
    assert zalo.lan.screen == []
    assert zalo.problems == []


@pytest.mark.parametrize(
    ("mode", "seen"), [("", "a_b_c <b>*d*</b>"), ("markdown", "abc <b>d</b>"), ("html", "a_b_c *d*")]
)
async def test_a_parse_mode_eats_what_people_typed(zalo: Platform, mode: str, seen: str) -> None:
    chat = await zalo.knows_lan()
    more = {"parse_mode": mode} if mode else {}
    await zalo.gets("sendMessage", chat_id=chat, text="a_b_c <b>*d*</b>", **more)
    assert zalo.lan.screen[-1].text == seen


async def test_messages_in_and_out_are_counted_for_each_person(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    await zalo.gets("sendMessage", chat_id=chat, text="một")
    await zalo.gets("sendMessage", chat_id=chat, text="hai")
    await zalo.asks("sendChatAction", chat_id=chat, action="typing")
    assert (zalo.lan.chat.messages_in, zalo.lan.chat.messages_out) == (1, 2)


async def test_the_month_has_an_end_and_so_has_the_quota(platform: Opened) -> None:
    async with platform(most_messages=2) as zalo:
        chat = await zalo.knows_lan()
        for text in ("một", "hai"):
            await zalo.gets("sendMessage", chat_id=chat, text=text)
        answer = await zalo.asks("sendMessage", chat_id=chat, text="ba")
        assert answer == {"ok": False, "description": "Quota exceeded", "error_code": 429}
        zalo.server.clock.advance(32 * 86_400)
        await zalo.gets("sendMessage", chat_id=chat, text="bốn")


@pytest.mark.parametrize(("beyond", "heard"), [("unheard", 1), ("unanswered", 2)])
async def test_one_person_too_many_is_not_heard_or_not_answered(platform: Opened, beyond: str, heard: int) -> None:
    async with platform(most_users=1, beyond_users=beyond) as zalo:
        await zalo.knows_lan()
        minh = zalo.server.person("Minh")
        minh.says("chào")
        assert len(zalo.server.updates.sent) == heard
        assert await zalo.is_refused("sendMessage", chat_id=minh.id, text="Xin chào")
        await zalo.gets("sendMessage", chat_id=zalo.lan.id, text="Xin chào")


async def test_a_voice_is_sent_by_its_link(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    await zalo.gets("sendVoice", chat_id=chat, voice_url="https://phuong.example/a.aac")
    assert await zalo.is_refused("sendVoice", chat_id=chat, voice_url="https://phuong.example/a.ogg")


async def test_a_sticker_has_twenty_letters(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    await zalo.gets("sendSticker", chat_id=chat, sticker="0e078a2fb66a5f34067b")
    assert await zalo.is_refused("sendSticker", chat_id=chat, sticker="👍")
