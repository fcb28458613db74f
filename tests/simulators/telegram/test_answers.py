"""Two libraries of other people read every answer and update of the simulator, and find nothing unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import telegram as ptb
from aiogram import Bot
from aiogram.types import InaccessibleMessage, Update
from pydantic import BaseModel, TypeAdapter

from tests.support.telegram import Person, SeenMessage, TelegramServer, schema
from tests.support.telegram.methods import METHODS

from .conftest import RawClient
from .pictures import jpeg

KEYBOARD = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}, {"text": "Trang", "url": "https://a.vn/x"}]]}
COMMANDS = [{"command": "help", "description": "Trợ giúp"}]
NEWER_THAN_PTB = {"has_main_web_app", "can_manage_bots", "supports_guest_queries", "supports_join_request_queries"}


class Scene:
    """What the examples below refer to: a chat with one message of the bot, a fresh press, and a file."""

    def __init__(self, telegram: TelegramServer, lan: Person, message_id: int) -> None:
        self.chat = {"chat_id": lan.id}
        self.message = {"chat_id": lan.id, "message_id": message_id}
        self.lan = lan
        self.file_id = telegram.files.keep("document", b"so lieu").file_id
        self.video_id = telegram.files.keep("video", b"phim", content_type="video/mp4").file_id
        self.photo_id = telegram.files.keep_photo(jpeg())[-1].file_id

    def press(self) -> str:
        return self.lan.presses("Có").callback_id


EXAMPLES: dict[str, Callable[[Scene], dict[str, Any]]] = {
    "getupdates": lambda scene: {"limit": 10, "timeout": 0, "allowed_updates": ["message"]},
    "setwebhook": lambda scene: {"url": "https://phuong.vn/telegram/webhook", "secret_token": "abc"},
    "deletewebhook": lambda scene: {"drop_pending_updates": True},
    "getwebhookinfo": lambda scene: {},
    "sendmessage": lambda scene: (
        scene.chat
        | {"text": "<b>Khóm 1</b> &amp; <a href='https://a.vn'>2</a>", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    ),
    "sendlocation": lambda scene: scene.chat | {"latitude": 10.3, "longitude": 105.75},
    "sendcontact": lambda scene: scene.chat | {"phone_number": "+84901234567", "first_name": "Hoa"},
    "sendphoto": lambda scene: scene.chat | {"photo": scene.photo_id, "caption": "Ảnh"},
    "senddocument": lambda scene: (
        scene.chat | {"document": scene.file_id, "caption": "<i>Tệp</i>", "parse_mode": "HTML"}
    ),
    "sendvoice": lambda scene: scene.chat | {"voice": scene.lan.sends_voice().body["voice"]["file_id"]},
    "sendvideo": lambda scene: scene.chat | {"video": scene.video_id, "caption": "Phim"},
    "getfile": lambda scene: {"file_id": scene.file_id},
    "sendmediagroup": lambda scene: scene.chat | {"media": [{"type": "photo", "media": scene.photo_id}] * 2},
    "editmessagetext": lambda scene: scene.message | {"text": "mới", "reply_markup": KEYBOARD},
    "editmessagecaption": lambda scene: scene.chat | {"message_id": 0, "caption": "mới"},
    "editmessagereplymarkup": lambda scene: scene.message,
    "deletemessage": lambda scene: scene.message,
    "deletemessages": lambda scene: scene.chat | {"message_ids": [scene.message["message_id"]]},
    "answercallbackquery": lambda scene: {"callback_query_id": scene.press(), "text": "Đã ghi"},
    "getchat": lambda scene: scene.chat,
    "sendchataction": lambda scene: scene.chat | {"action": "typing"},
    "setmessagereaction": lambda scene: scene.message | {"reaction": [{"type": "emoji", "emoji": "👍"}]},
    "getme": lambda scene: {},
    "setmycommands": lambda scene: {"commands": COMMANDS, "scope": {"type": "chat"} | scene.chat},
    "getmycommands": lambda scene: {},
    "deletemycommands": lambda scene: {},
    "setmyname": lambda scene: {"name": "Khóm bot"},
    "getmyname": lambda scene: {},
    "setmydescription": lambda scene: {"description": "Hỏi số liệu"},
    "getmydescription": lambda scene: {},
    "setmyshortdescription": lambda scene: {"short_description": "Số liệu"},
    "getmyshortdescription": lambda scene: {},
    "setchatmenubutton": lambda scene: scene.chat | {"menu_button": {"type": "commands"}},
    "getchatmenubutton": lambda scene: scene.chat,
}


async def test_every_method_has_an_example() -> None:
    assert EXAMPLES.keys() == METHODS.keys()


@pytest.mark.parametrize("method", EXAMPLES)
async def test_both_libraries_read_the_answer(
    method: str, telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    lan.says("xin chào")
    sent = await client.result("sendMessage", chat_id=lan.id, text="cũ", reply_markup=KEYBOARD)
    scene = Scene(telegram, lan, sent["message_id"])
    values = EXAMPLES[method](scene)
    if values.get("message_id") == 0:
        values["message_id"] = (await client.result("sendPhoto", **scene.chat, photo=scene.photo_id))["message_id"]
    result = await client.result(method, **values)
    read_with_aiogram(method, result)
    read_with_ptb(method, result)
    assert telegram.violations == []


def read_with_aiogram(method: str, result: object) -> None:
    returning = schema.methods()[method].__returning__
    nothing_unknown(TypeAdapter(returning).validate_python(result, context={"bot": None}))


def nothing_unknown(read: object) -> None:
    """aiogram keeps fields that it does not know; the Bot API has none of those."""
    for one in read if isinstance(read, list) else [read]:
        if isinstance(one, BaseModel):
            assert not one.model_extra, f"{type(one).__name__} has no {one.model_extra}"
            for name in one.model_fields_set:
                nothing_unknown(getattr(one, name))


def read_with_ptb(method: str, result: Any) -> None:
    """python-telegram-bot names its classes as the Bot API does; True and False it takes as they are."""
    if isinstance(result, bool):
        return
    for one in result if isinstance(result, list) else [result]:
        read = ptb_class(method).de_json(one, None)
        assert read is not None
        assert set(read.api_kwargs) <= NEWER_THAN_PTB


OTHER_NAMES = {"getchatmenubutton": "MenuButton", "getupdates": "Update", "getmycommands": "BotCommand"}
"""Methods whose answer is a list or a union, so that its class has no name of its own."""


def ptb_class(method: str) -> type[ptb.TelegramObject]:
    returning: Any = schema.methods()[method].__returning__
    writes = method.startswith(("send", "edit"))
    name = OTHER_NAMES.get(method) or ("Message" if writes else returning.__name__)
    found: type[ptb.TelegramObject] = getattr(ptb, name)
    return found


ACTS: dict[str, Callable[[Person, SeenMessage], object]] = {
    "a start": lambda lan, question: lan.start("abc"),
    "a text": lambda lan, question: lan.says("412 hộ 😀"),
    "a reply": lambda lan, question: lan.says("có", reply_to=question.message_id),
    "a correction": lambda lan, question: lan.edits(lan.says("412"), "421"),
    "a press": lambda lan, question: lan.presses("Có"),
    "a photo": lambda lan, question: lan.sends_photo(jpeg(), caption="nhà"),
    "an album": lambda lan, question: lan.sends_album([jpeg(), jpeg(800, 600)], caption="lễ"),
    "a document": lambda lan, question: lan.sends_document(b"x", caption="sổ"),
    "a voice": lambda lan, question: lan.sends_voice(),
    "a sticker": lambda lan, question: lan.sends_sticker(),
    "the own contact": lambda lan, question: lan.sends_contact("84901234567"),
    "a foreign contact": lambda lan, question: lan.sends_contact("84907654321", of=7, name="Tú"),
    "a place": lambda lan, question: lan.sends_location(10.3, 105.75),
    "a die": lambda lan, question: lan.sends(dice={"emoji": "🎲", "value": 3}),
    "blocking": lambda lan, question: lan.blocks_bot(),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
async def test_both_libraries_read_the_update(
    act: Callable[[Person, SeenMessage], object], client: RawClient, lan: Person
) -> None:
    await client.result("sendMessage", chat_id=lan.id, text="Đúng không?", reply_markup=KEYBOARD)
    act(lan, await lan.sees("Đúng"))
    updates = await client.result("getUpdates")
    assert updates
    for update in updates:
        nothing_unknown(Update.model_validate(update, context={"bot": None}))
        read = ptb.Update.de_json(update, None)
        assert read.update_id == update["update_id"]
        assert not read.api_kwargs
        assert read.effective_user is not None
        assert read.effective_user.id == lan.id


async def test_a_press_on_a_deleted_message_comes_without_its_content(client: RawClient, lan: Person) -> None:
    sent = await client.result("sendMessage", chat_id=lan.id, text="Đúng không?", reply_markup=KEYBOARD)
    question = await lan.sees("Đúng")
    await client.result("deleteMessage", chat_id=lan.id, message_id=sent["message_id"])
    lan.presses("Có", on=question)
    (update,) = await client.result("getUpdates")
    read = ptb.Update.de_json(update, None)
    assert read.callback_query is not None
    assert read.callback_query.message is not None
    assert not read.callback_query.message.is_accessible
    callback = Update.model_validate(update).callback_query
    assert callback is not None
    assert isinstance(callback.message, InaccessibleMessage)


async def test_aiogram_and_ptb_make_requests_that_the_simulator_accepts(telegram: TelegramServer, lan: Person) -> None:
    for library in (drive_aiogram, drive_ptb):
        await library(telegram, lan)
    assert telegram.violations == []
    assert [file.name for message in lan.screen for file in message.files] == ["số liệu.txt"] * 2
    assert [message.text for message in lan.screen] == ["Chào Lan", "tệp", "Chào Lan", "tệp"]


async def drive_aiogram(telegram: TelegramServer, lan: Person) -> None:
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import BufferedInputFile, InlineKeyboardMarkup

    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.base))
    async with Bot(telegram.token, session=session) as bot:
        await bot.get_me()
        markup = InlineKeyboardMarkup.model_validate(KEYBOARD)
        message = await bot.send_message(lan.id, "Chào <b>Lan</b>", parse_mode="HTML", reply_markup=markup)
        await bot.edit_message_reply_markup(chat_id=lan.id, message_id=message.message_id)
        sent = await bot.send_document(lan.id, BufferedInputFile(b"abc", "số liệu.txt"), caption="tệp")
        assert sent.document is not None
        content = await bot.download(sent.document)
        assert content is not None
        assert content.read() == b"abc"


async def drive_ptb(telegram: TelegramServer, lan: Person) -> None:
    bot = ptb.Bot(telegram.token, base_url=f"{telegram.base}/bot", base_file_url=f"{telegram.base}/file/bot")
    async with bot:
        markup = ptb.InlineKeyboardMarkup([[ptb.InlineKeyboardButton("Có", callback_data="yes")]])
        message = await bot.send_message(lan.id, "Chào <b>Lan</b>", parse_mode="HTML", reply_markup=markup)
        await bot.edit_message_reply_markup(chat_id=lan.id, message_id=message.message_id)
        sent = await bot.send_document(lan.id, b"abc", filename="số liệu.txt", caption="tệp")
        assert sent.document is not None
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"abc"
