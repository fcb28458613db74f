"""sendMediaGroup: several photos or documents that the person sees as one."""

from __future__ import annotations

from tests.support.telegram import limits
from tests.support.telegram.wire import BrokenRule, Call, JsonObject
from tests.support.telegram.world import World

from .composing import caption_text, html_of, post
from .family import Method
from .media import incoming_file


async def send_media_group(world: World, call: Call) -> list[JsonObject]:
    items = call.values["media"]
    if not limits.MIN_ALBUM <= len(items) <= limits.MAX_ALBUM:
        raise BrokenRule(f"there must be {limits.MIN_ALBUM}-{limits.MAX_ALBUM} items in an album")
    kinds = {item["type"] for item in items}
    if not kinds <= {"photo", "document"} or len(kinds) > 1:
        raise BrokenRule(f"can't use the media of the specified type in the album: {sorted(kinds)}")
    chat_id = call.values.get("chat_id")
    world.chats.writable(chat_id)
    group = str(world.chats.take_message_id())
    return [_send_item(world, call, item, group) for item in items]


def _send_item(world: World, call: Call, item: JsonObject, group: str) -> JsonObject:
    part = Call(method=call.method, values=item | {"chat_id": call.values["chat_id"]}, uploads=call.uploads)
    caption = caption_text(part)
    content = incoming_file(world, call, item["type"], item["media"])
    chat, message = post(world, part, content | {"media_group_id": group})
    if caption.text:
        message.show(caption.text, caption.entities, html_of(part, "caption"), field="caption")
    world.shown(chat, message)
    return message.body


METHODS: dict[str, Method] = {"sendMediaGroup": send_media_group}
