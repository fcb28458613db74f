"""sendMessage and the other methods that send something without a file."""

from __future__ import annotations

from tests.support.telegram.wire import BrokenRule, Call, JsonObject
from tests.support.telegram.world import World

from .composing import html_of, message_text, post
from .family import Method


async def send_message(world: World, call: Call) -> JsonObject:
    text = message_text(call)
    chat, message = post(world, call, {})
    message.show(text.text, text.entities, html_of(call))
    world.shown(chat, message)
    return message.body


async def send_location(world: World, call: Call) -> JsonObject:
    latitude, longitude = call.values["latitude"], call.values["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise BrokenRule("location is outside of the globe")
    chat, message = post(world, call, {"location": {"latitude": latitude, "longitude": longitude}})
    world.shown(chat, message)
    return message.body


async def send_contact(world: World, call: Call) -> JsonObject:
    fields = ("phone_number", "first_name", "last_name", "vcard")
    contact = {field: call.values[field] for field in fields if field in call.values}
    chat, message = post(world, call, {"contact": contact})
    world.shown(chat, message)
    return message.body


METHODS: dict[str, Method] = {"sendMessage": send_message, "sendLocation": send_location, "sendContact": send_contact}
