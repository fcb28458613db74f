"""The bot's account at Zalo, for commands of the operator that run beside the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.domain.errors import Invalid
from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import Refused, Unanswered, is_token_refused
from channels.zalo_bot.sentences import NO_ANSWER, REFUSED, WRONG_KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What Zalo knows of a bot."""

    name: str
    webhook: str
    """Where its messages go; empty: to whoever polls."""


async def look(token: str, api_base: str) -> Account:
    """Ask Zalo; Invalid("settings") if it does not answer, or refuses."""
    async with _asking(token, api_base) as client:
        return Account(name=(await client.get_me()).name, webhook=await client.webhook())


async def remove_webhook(token: str, api_base: str) -> str:
    """Take the webhook away; the address that it had, empty if there was none. Invalid("settings") as above."""
    async with _asking(token, api_base) as client:
        if address := await client.webhook():
            await client.delete_webhook()
        return address


@asynccontextmanager
async def _asking(token: str, api_base: str) -> AsyncIterator[Client]:
    client = Client(token=token, api_base=api_base)
    try:
        yield client
    except Refused as refused:
        problem = WRONG_KEY if is_token_refused(refused) else REFUSED.format(problem=refused)
        raise Invalid("settings", problem=problem) from None
    except Unanswered as failure:
        raise Invalid("settings", problem=NO_ANSWER.format(base=api_base, problem=failure)) from None
    finally:
        await client.close()
