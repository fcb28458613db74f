"""How much of "Chiều nay cúp nước" has come to people on Telegram, and how fast it comes."""

from __future__ import annotations

import asyncio
import time

from tests.support.talk.town import Town


async def sent_in_two_seconds(town: Town) -> float:
    """How many messages left; in proportion where the machine took longer."""
    before, began = heard(town), time.monotonic()
    await asyncio.sleep(2)
    return (heard(town) - before) * 2 / (time.monotonic() - began)


def heard(town: Town) -> int:
    """How often it has come to somebody on Telegram."""
    assert town.telegram is not None
    return sum("cúp nước" in event.text for event in town.telegram.world.screen)
