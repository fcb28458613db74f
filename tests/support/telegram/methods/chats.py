"""Methods about a chat rather than a message: what it is, that the bot types, and reactions."""

from __future__ import annotations

from tests.support.telegram.wire import BrokenRule, Call, JsonObject
from tests.support.telegram.world import World

from .family import Method

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


async def get_chat(world: World, call: Call) -> JsonObject:
    chat = world.chats.find(call.values.get("chat_id"))
    return chat.brief() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }


async def send_chat_action(world: World, call: Call) -> bool:
    if call.text("action") not in ACTIONS:
        raise BrokenRule("wrong parameter action in request")
    world.chats.writable(call.values.get("chat_id")).actions.append(call.text("action"))
    return True


async def set_message_reaction(world: World, call: Call) -> bool:
    chat = world.chats.writable(call.values.get("chat_id"))
    chat.message(call.number("message_id"), purpose="message to react")
    return True


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "sendChatAction": send_chat_action,
    "setMessageReaction": set_message_reaction,
}
