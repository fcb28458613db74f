"""Changing and deleting what stands in a chat."""

from __future__ import annotations

from copy import deepcopy

from tests.support.telegram import limits
from tests.support.telegram.chats import Chat, StoredMessage
from tests.support.telegram.keyboards import check_markup
from tests.support.telegram.wire import BrokenRule, Call, JsonObject, bad_request
from tests.support.telegram.world import World

from .composing import caption_text, html_of, message_text
from .family import Method

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def editable_message(world: World, call: Call) -> tuple[Chat, StoredMessage]:
    """The bot's own message, if it may still be edited."""
    if "chat_id" not in call.values or "message_id" not in call.values:
        raise BrokenRule("message identifier is not specified")
    check_markup(call.values.get("reply_markup"))
    chat = world.chats.writable(call.values["chat_id"])
    message = chat.message(call.number("message_id"), purpose="message to edit")
    if not message.editable:
        raise bad_request("message can't be edited")
    return chat, message


def finish(world: World, chat: Chat, message: StoredMessage, before: JsonObject) -> JsonObject:
    """Refuses an edit that changes nothing; else dates it and lets the person see it."""
    if message.body == before:
        raise bad_request(NOT_MODIFIED)
    message.body["edit_date"] = world.clock.unix()
    world.shown(chat, message, edited=True)
    return message.body


async def edit_message_text(world: World, call: Call) -> JsonObject:
    text = message_text(call)
    chat, message = editable_message(world, call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    before = deepcopy(message.body)
    message.show(text.text, text.entities, html_of(call))
    message.put_markup(call.values.get("reply_markup"))
    return finish(world, chat, message, before)


async def edit_message_caption(world: World, call: Call) -> JsonObject:
    caption = caption_text(call)
    chat, message = editable_message(world, call)
    if not {"photo", "document", "voice"} & message.body.keys():
        raise bad_request("there is no caption in the message to edit")
    before = deepcopy(message.body)
    message.show(caption.text, caption.entities, html_of(call, "caption"), field="caption")
    message.put_markup(call.values.get("reply_markup"))
    return finish(world, chat, message, before)


async def edit_message_reply_markup(world: World, call: Call) -> JsonObject:
    chat, message = editable_message(world, call)
    before = deepcopy(message.body)
    message.put_markup(call.values.get("reply_markup"))
    return finish(world, chat, message, before)


async def delete_message(world: World, call: Call) -> bool:
    chat = world.chats.find(call.values.get("chat_id"))
    message = chat.message(call.number("message_id"), purpose="message to delete")
    if world.clock.unix() - message.body["date"] > limits.DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    world.bell.ring()
    return True


async def delete_messages(world: World, call: Call) -> bool:
    chat = world.chats.find(call.values.get("chat_id"))
    ids = call.values["message_ids"]
    if not 1 <= len(ids) <= limits.MAX_MESSAGES_AT_ONCE:
        raise BrokenRule(f"there must be 1-{limits.MAX_MESSAGES_AT_ONCE} message identifiers")
    for message_id in ids:  # ids that are not there are passed over (Bot API)
        if message_id in chat.messages:
            chat.messages[message_id].deleted = True
    world.bell.ring()
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
