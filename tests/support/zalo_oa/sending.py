"""POST /v3.0/oa/message/cs, and what became of its predecessor."""

from __future__ import annotations

from .calls import Answer, Call
from .messages import Message, read_message
from .pictures import fetch_picture
from .reading import fields
from .screen import ScreenEvent, SeenMessage
from .windows import Standing
from .wire import BrokenRule, JsonObject, success
from .world import OA_ID, World

QUOTA = {"quota_type": "reply", "remain": "8", "total": "8"}


async def send(world: World, call: Call) -> JsonObject:
    """A consultation message to one person."""
    found = fields(call.values, "body", needs=("recipient", "message"))
    person = _recipient(world, found["recipient"])
    message = read_message(found["message"], world.assets)
    picture = (await fetch_picture(message.picture),) if message.picture else ()
    person.takes_message(world.clock.seconds(), world.options)
    seen = SeenMessage(
        message_id=world.new_id(),
        text=message.text,
        choices=message.choices,
        files=(*message.files, *picture),
        asks_for_info=message.asks_for_info,
    )
    world.shows(ScreenEvent(user_id=person.user_id, message=seen))
    _tell_webhook(world, person, message, seen)
    answer = {
        "message_id": seen.message_id,
        "user_id": person.user_id,
        "sent_time": str(int(world.clock.seconds() * 1000)),
    }
    return success({**({"quota": QUOTA} if world.options.quota_in_answers else {}), **answer})


async def send_as_before(world: World, call: Call) -> JsonObject:
    """The second version's messages are over."""
    raise BrokenRule(-240, "a message of version 2")


def _recipient(world: World, given: object) -> Standing:
    user_id = fields(given, "recipient", needs=("user_id",))["user_id"]
    if not isinstance(user_id, str):
        raise BrokenRule(-201, f"user_id is a string, not {user_id!r}", field="user_id")
    if user_id == OA_ID:
        raise BrokenRule(-201, "the account writes to itself: an echo was answered", field="user_id")
    person = world.people.get(user_id)
    if person is None or not person.was_here:
        raise BrokenRule(-201, f"nobody has this id here: {user_id}", field="user_id")
    return person


def _tell_webhook(world: World, person: Standing, message: Message, seen: SeenMessage) -> None:
    told: JsonObject = {"msg_id": seen.message_id}
    if message.text:
        told["text"] = message.text
    if seen.files:
        url = world.media.keep(seen.files[0].content, name=seen.files[0].name, content_type="image/jpeg")
        told["attachments"] = [{"payload": {"url": url, "name": seen.files[0].name}, "type": message.kind}]
    world.echo(person, f"oa_send_{message.kind}", told)
    if world.options.receipts:
        world.tell_receipt(person, "user_received_message", {"msg_id": seen.message_id})
        world.tell_receipt(person, "user_seen_message", {"msg_ids": [seen.message_id]})


ROUTES: dict[tuple[str, str], Answer] = {
    ("POST", "/v3.0/oa/message/cs"): send,
    ("POST", "/v2.0/oa/message"): send_as_before,
}
