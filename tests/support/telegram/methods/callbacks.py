"""answerCallbackQuery: stops a button from spinning."""

from __future__ import annotations

from tests.support.telegram import limits
from tests.support.telegram.wire import BrokenRule, Call
from tests.support.telegram.world import World

from .family import Method


async def answer_callback_query(world: World, call: Call) -> bool:
    if len(call.text("text")) > limits.MAX_CALLBACK_ANSWER:
        raise BrokenRule("MESSAGE_TOO_LONG")
    world.presses.answer(
        call.text("callback_query_id"), {"text": call.text("text"), "show_alert": call.flag("show_alert")}
    )
    world.bell.ring()
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": answer_callback_query}
