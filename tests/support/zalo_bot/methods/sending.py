"""sendMessage and what else reaches a person without being fetched first."""

from __future__ import annotations

import re

from tests.support.zalo_bot.chats import Content
from tests.support.zalo_bot.marks import without_marks
from tests.support.zalo_bot.wire import BrokenRule, Call, JsonObject
from tests.support.zalo_bot.world import World

from .family import Method

STICKER = re.compile(r"[0-9a-f]{20}")
MODES = {"", "markdown", "html"}
ACTIONS = {"typing"}


async def send_message(world: World, call: Call) -> JsonObject:
    mode = call.text("parse_mode")
    if mode not in MODES:
        raise BrokenRule("Bad request: The parse_mode is invalid")
    chat = world.chats.writable(call.text("chat_id"))
    return {"result": world.shows(chat, Content(text=without_marks(call.text("text"), mode)))}


async def send_sticker(world: World, call: Call) -> JsonObject:
    sticker = call.text("sticker")
    if not STICKER.fullmatch(sticker):
        raise BrokenRule("Bad request: The sticker is invalid")
    return {"result": world.shows(world.chats.writable(call.text("chat_id")), Content(sticker=sticker))}


async def send_voice(world: World, call: Call) -> JsonObject:
    link = call.text("voice_url")
    if not link.startswith(("http://", "https://")) or not link.endswith(".aac"):
        raise BrokenRule("Bad request: The voice_url is invalid")
    return {"result": world.shows(world.chats.writable(call.text("chat_id")), Content(voice_url=link))}


async def send_chat_action(world: World, call: Call) -> JsonObject:
    """Answers without any result."""
    if call.text("action") not in ACTIONS:
        raise BrokenRule("Bad request: The action is invalid")
    world.chats.writable(call.text("chat_id")).actions.append(call.text("action"))
    return {}


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendSticker": send_sticker,
    "sendVoice": send_voice,
    "sendChatAction": send_chat_action,
}
