"""People: what their phone lets them do, what they see, and how a story fails that does not come true."""

from __future__ import annotations

import pytest

from tests.support.telegram import Person, TelegramServer, limits

from .conftest import RawClient
from .pictures import form, jpeg

ASK = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}, {"text": "Không", "callback_data": "no"}]]}


async def test_a_story_reads_from_top_to_bottom(telegram: TelegramServer, client: RawClient) -> None:
    lan = telegram.person("Lan")
    lan.start("moi-123")
    (update,) = await client.result("getUpdates")
    assert update["message"]["text"] == "/start moi-123"
    text = "Chị là <b>Lan</b>?"
    sent = await client.result("sendMessage", chat_id=lan.id, text=text, parse_mode="HTML", reply_markup=ASK)
    question = await lan.sees("Lan?")
    assert (question.text, question.html, question.buttons) == ("Chị là Lan?", text, ["Có", "Không"])
    lan.presses("Có")
    await client.result("editMessageText", chat_id=lan.id, message_id=sent["message_id"], text="Chị là Lan. ✓ Có")
    assert (await lan.sees("✓")).edited
    assert question.buttons == ["Có", "Không"]
    assert [message.buttons for message in lan.screen] == [[]]


async def test_what_was_seen_is_not_seen_again(client: RawClient, lan: Person) -> None:
    await client.result("sendMessage", chat_id=lan.id, text="Câu 1")
    await lan.sees("Câu 1")
    with pytest.raises(AssertionError, match=r"waited 0\.05 s for 'Câu 1' in vain"):
        await lan.sees("Câu 1", within=0.05)
    await lan.sees_nothing_new(for_seconds=0.05)


async def test_a_button_is_pressed_on_the_newest_message_or_on_an_old_one(client: RawClient, lan: Person) -> None:
    for number in (1, 2):
        await client.result("sendMessage", chat_id=lan.id, text=f"Câu {number}", reply_markup=ASK)
    old = await lan.sees("Câu 1")
    lan.presses("Có")
    lan.presses("Không", on=old)
    updates = await client.result("getUpdates")
    pressed = [(update["callback_query"]["message"]["text"], update["callback_query"]["data"]) for update in updates]
    assert pressed == [("Câu 2", "yes"), ("Câu 1", "no")]
    with pytest.raises(AssertionError, match="no button 'Có lẽ'"):
        lan.presses("Có lẽ")


async def test_the_reply_keyboard_shares_the_own_contact(client: RawClient, lan: Person) -> None:
    keyboard = {"keyboard": [[{"text": "Gửi số", "request_contact": True}]], "resize_keyboard": True}
    await client.result("sendMessage", chat_id=lan.id, text="Số điện thoại?", reply_markup=keyboard)
    lan.taps("Gửi số")
    (update,) = await client.result("getUpdates")
    assert update["message"]["contact"]["user_id"] == lan.id
    await client.result("sendMessage", chat_id=lan.id, text="Cảm ơn", reply_markup={"remove_keyboard": True})
    assert lan.keyboard == []


async def test_a_phone_refuses_what_telegram_would_not_send(telegram: TelegramServer, lan: Person) -> None:
    with pytest.raises(ValueError, match="start parameter"):
        lan.start("a" * 65)
    with pytest.raises(ValueError, match="no empty text"):
        lan.says(" ")
    with pytest.raises(ValueError, match="has not pressed Start"):
        telegram.person("Tú").says("xin chào")
    lan.blocks_bot()
    with pytest.raises(ValueError, match="has blocked the bot"):
        lan.says("xin chào")


async def test_a_long_text_is_cut_by_the_phone(client: RawClient, lan: Person) -> None:
    lan.says("a" * 5000)
    updates = await client.result("getUpdates")
    assert [len(update["message"]["text"]) for update in updates] == [4096, 904]


async def test_an_album_is_several_messages_with_one_group(client: RawClient, lan: Person) -> None:
    lan.sends_album([jpeg(), jpeg(), jpeg()], caption="lễ")
    messages = [update["message"] for update in await client.result("getUpdates")]
    assert len(messages) == 3
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["lễ", None, None]


async def test_the_bot_fetches_what_a_person_sent(client: RawClient, lan: Person) -> None:
    picture = jpeg()
    lan.sends_photo(picture)
    (update,) = await client.result("getUpdates")
    sizes = update["message"]["photo"]
    assert [size["width"] for size in sizes] == [90, 320, 800, 1200]
    assert await download(client, sizes[-1]["file_id"]) == picture


async def test_a_file_over_20_mb_cannot_be_fetched(client: RawClient, lan: Person) -> None:
    exact = lan.sends_document(bytes(limits.MAX_DOWNLOAD_BYTES)).body["document"]["file_id"]
    large = lan.sends_document(bytes(limits.MAX_DOWNLOAD_BYTES + 1)).body["document"]["file_id"]
    assert len(await download(client, exact)) == limits.MAX_DOWNLOAD_BYTES
    assert await client.refusal("getFile", file_id=large) == "Bad Request: file is too big"


async def test_a_person_gets_the_files_that_the_bot_uploads(client: RawClient, lan: Person) -> None:
    upload = form("document", b"PK", name="so-lieu.xlsx", chat_id=lan.id, caption="Số liệu quý 4")
    await client.result("sendDocument", upload)
    (file,) = (await lan.sees_file("so-lieu")).files
    assert (file.name, file.content) == ("so-lieu.xlsx", b"PK")
    await client.result("sendPhoto", form("photo", jpeg(), chat_id=lan.id))
    assert lan.screen[-1].files[0].content == jpeg()


async def test_an_album_of_uploads_arrives(client: RawClient, lan: Person) -> None:
    media = '[{"type":"photo","media":"attach://a","caption":"nhà"},{"type":"photo","media":"attach://b"}]'
    upload = form("a", jpeg(), chat_id=lan.id, media=media)
    upload.add_field("b", jpeg(), filename="b.jpg")
    sent = await client.result("sendMediaGroup", upload)
    assert [message["media_group_id"] for message in sent] == [sent[0]["media_group_id"]] * 2
    assert client.server.violations == []


async def download(client: RawClient, file_id: str) -> bytes:
    found = await client.result("getFile", file_id=file_id)
    async with client.http.get(f"{client.server.base}/file/bot{client.server.token}/{found['file_path']}") as response:
        return await response.read()
