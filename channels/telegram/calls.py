"""The three calls of every turn, as plain JSON: through aiogram's models each costs three times as much (benchmarks).

Whatever is not made with every turn (files, commands, the webhook) stays with aiogram.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import aiohttp
import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from yarl import URL

from channels.telegram.errors import refusal, unreachable
from channels.telegram.outbound import Button

TIMEOUT = aiohttp.ClientTimeout(total=60)
JSON = {"Content-Type": "application/json"}
SHOWN_AS = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


class Calls:
    """Shares the connections of aiogram's session. What goes wrong is a SendError."""

    def __init__(self, bot: Bot, session: AiohttpSession) -> None:
        self._session = session
        self._urls = {
            method: URL(session.api.api_url(bot.token, method))
            for method in ("sendMessage", "editMessageText", "answerCallbackQuery")
        }

    async def send_text(self, chat: str, text: str, buttons: Sequence[Sequence[Button]] = ()) -> str:
        """Send a message; its id."""
        wanted = {"chat_id": _chat_id(chat), "text": text, **SHOWN_AS}
        if buttons:
            wanted["reply_markup"] = {"inline_keyboard": buttons}
        message = await self._call("sendMessage", wanted)
        return str(message["message_id"])

    async def edit_text(self, chat: str, message: int, text: str, buttons: Sequence[Sequence[Button]] = ()) -> None:
        """Change a message; its buttons go away, or others come in their place."""
        wanted = {"chat_id": _chat_id(chat), "message_id": message, "text": text, **SHOWN_AS}
        if buttons:
            wanted["reply_markup"] = {"inline_keyboard": buttons}
        await self._call("editMessageText", wanted)

    async def answer_press(self, press: str) -> None:
        """Stop the spinner of a pressed button."""
        await self._call("answerCallbackQuery", {"callback_query_id": press})

    async def _call(self, method: str, wanted: dict[str, Any]) -> Any:
        http = await self._session.create_session()
        try:
            async with http.post(
                self._urls[method], data=orjson.dumps(wanted), headers=JSON, timeout=TIMEOUT
            ) as response:
                answer = json.loads(await response.read())
        except (aiohttp.ClientError, TimeoutError, ValueError):
            raise unreachable() from None
        if not answer.get("ok"):
            raise refusal(answer)
        return answer["result"]


def _chat_id(chat: str) -> int | str:
    """As a number, which is what it is except in the lane of an update that could not be understood."""
    return int(chat) if chat.lstrip("-").isdecimal() else chat
