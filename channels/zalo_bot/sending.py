"""Sends one reply, as few messages as can be: they are counted."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from bot.announcements.outlets import NextTurn, at_once
from bot.conversation.channel import FileLink, LinkFile
from bot.messages import Address, Attachment, Reply
from channels.zalo_bot import outbound
from channels.zalo_bot.client import PHOTO_SECONDS, Client
from channels.zalo_bot.errors import NOT_FOUND, QUOTA, Refused, Unanswered, as_send_error
from channels.zalo_bot.quota import Month

NOT_A_PICTURE = frozenset({400, NOT_FOUND})
"""Refusals of a picture: of its address, its host, its size. The words behind it are sent all the same."""


class Sending:
    """One bot's way out. What goes wrong is a SendError."""

    def __init__(
        self, client: Client, link_file: LinkFile, month: Month, *, photo_seconds: float = PHOTO_SECONDS
    ) -> None:
        self._client = client
        self._link_file = link_file
        self._month = month
        self._photo_seconds = photo_seconds

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn = at_once) -> str:
        """Deliver the reply; Zalo's id of the last message. `next_turn` is awaited before each further message."""
        links = [(file, await self._link_file(address, file)) for file in reply.attachments]
        try:
            return await self._send(address.chat, reply, links, next_turn)
        except Refused as refused:
            raise (self._month.refused() if refused.code == QUOTA else as_send_error(refused)) from None
        except Unanswered as failure:
            raise as_send_error(failure) from None

    async def _send(
        self, chat: str, reply: Reply, links: list[tuple[Attachment, FileLink]], next_turn: NextTurn
    ) -> str:
        picture = outbound.picture_in(reply)
        if picture is not None:
            others = [(file, link) for file, link in links if file is not picture]
            texts = outbound.texts(reply, others)
            caption = texts[0] if len(texts) == 1 and outbound.is_caption(texts[0]) else ""
            address = next(link.url for file, link in links if file is picture)
            if (ref := await self._shown(chat, address, caption)) is not None:
                if caption:
                    return ref
                await next_turn()
                return await self._say(chat, texts, next_turn)
        return await self._say(chat, outbound.texts(reply, links), next_turn)

    async def _shown(self, chat: str, address: str, caption: str) -> str | None:
        """The id of the message with the picture; None if Zalo does not take it."""
        showing = self._client.send_photo(chat, address, caption, seconds=self._photo_seconds)
        try:
            ref, _ = await asyncio.gather(showing, self._show_typing(chat))
        except Refused as refused:
            if refused.code not in NOT_A_PICTURE:
                raise
            return None
        self._month.taken()
        return ref

    async def _say(self, chat: str, texts: list[str], next_turn: NextTurn) -> str:
        for text in texts[:-1]:
            await self._say_one(chat, text)
            await next_turn()
        return await self._say_one(chat, texts[-1])

    async def _say_one(self, chat: str, text: str) -> str:
        ref = await self._client.send_message(chat, text)
        self._month.taken()
        return ref

    async def _show_typing(self, chat: str) -> None:
        """That something is coming: only a picture, which Zalo fetches first, takes long enough to be wondered at."""
        with suppress(Refused, Unanswered):
            await self._client.send_typing(chat)
