"""What all methods share that write a message: read the text, check the markup, put it into the chat."""

from __future__ import annotations

from html import escape

from tests.support.telegram import limits
from tests.support.telegram.chats import Chat, StoredMessage
from tests.support.telegram.entities import FormattedText, parse_html, utf16_length
from tests.support.telegram.keyboards import check_markup
from tests.support.telegram.wire import BrokenRule, Call, JsonObject, bad_request
from tests.support.telegram.world import World


def formatted(call: Call, *, field: str = "text", entities_field: str = "entities") -> FormattedText:
    """The text with its entities, by parse_mode or as given; trimmed as Telegram does it."""
    source = call.text(field)
    mode = call.text("parse_mode").lower()
    if mode == "html":
        return parse_html(source).trimmed()
    if mode:
        raise BrokenRule(f"unsupported parse_mode: the simulator reads HTML only, not {mode}")
    entities = call.values.get(entities_field, [])
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] < 1 or entity["offset"] + entity["length"] > utf16_length(source):
            raise BrokenRule(f"entity {entity['type']} lies outside of the text")
    return FormattedText(text=source, entities=entities).trimmed()


def message_text(call: Call) -> FormattedText:
    """1-4096 characters."""
    if not call.text("text"):
        raise BrokenRule("message text is empty")
    text = formatted(call)
    if not text.text:
        raise BrokenRule("text must be non-empty")
    if len(text.text) > limits.MAX_TEXT:
        raise BrokenRule("message is too long")
    return text


def caption_text(call: Call) -> FormattedText:
    """0-1024 characters."""
    text = formatted(call, field="caption", entities_field="caption_entities")
    if len(text.text) > limits.MAX_CAPTION:
        raise BrokenRule("message caption is too long")
    return text


def html_of(call: Call, field: str = "text") -> str:
    """What the bot wrote, as HTML: for tests that look at the markup."""
    source = call.text(field)
    return source if call.text("parse_mode").lower() == "html" else escape(source, quote=False)


def post(world: World, call: Call, content: JsonObject) -> tuple[Chat, StoredMessage]:
    """Writes one message of the bot into the chat; the caller adds text and shows it."""
    markup: JsonObject | None = call.values.get("reply_markup")
    check_markup(markup)
    chat = world.chats.writable(call.values.get("chat_id"))
    reply = replied(chat, call.values.get("reply_parameters"))
    message = world.new_message(chat, content | reply, sender=world.user)
    message.put_markup(markup)
    return chat, message


def replied(chat: Chat, parameters: JsonObject | None) -> JsonObject:
    """The `reply_to_message` of an answer to an earlier message."""
    if parameters is None:
        return {}
    original = chat.messages.get(parameters["message_id"])
    if original is None or original.deleted:
        if parameters.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in original.body.items() if key != "reply_to_message"}}
