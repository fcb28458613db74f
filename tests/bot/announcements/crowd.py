"""Many on Telegram, and what they hear of an announcement about the water."""

from __future__ import annotations

import asyncio
import time

from bot.clock import local_date
from bot.domain.people import Role
from bot.messages import Address
from storage.transaction import Transaction
from tests.support.talk.town import FOUNDED, Town


async def crowd(town: Town, count: int) -> None:
    """So many more heads of Khóm 1 on Telegram."""
    assert town.telegram is not None
    telegram = town.telegram
    chats = [telegram.person(f"Người {number}", started=True).id for number in range(count)]

    def work(tx: Transaction) -> None:
        khom = tx.units.by_code("K1")
        assert khom is not None
        for chat in chats:
            person = tx.people.add(f"Người {chat}", "", FOUNDED)
            tx.people.give_post(person, Role.HEAD, khom.id, local_date(FOUNDED))
            bot = str(telegram.world.user["id"])
            tx.accounts.add(Address(channel="telegram", bot=bot, chat=str(chat)), person, FOUNDED)

    await town.change(work)


async def sent_in_two_seconds(town: Town) -> float:
    """How many messages left; in proportion where the machine took longer."""
    before, began = heard(town), time.monotonic()
    await asyncio.sleep(2)
    return (heard(town) - before) * 2 / (time.monotonic() - began)


def heard(town: Town) -> int:
    """How often it has come to somebody on Telegram."""
    assert town.telegram is not None
    return sum("cúp nước" in event.text for event in town.telegram.world.screen)
