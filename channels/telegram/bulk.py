"""Telling many on Telegram: python-telegram-bot's ExtBot with its rate limiter, on connections of its own.

Interactive replies go through channels/telegram/calls.py and never queue behind this. The limiter is the last guard:
who calls us keeps a pace below it, and decides about waiting and trying again, so it tries nothing again itself.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.announcements.outlets import NextTurn
from bot.conversation.channel import ReadFile
from bot.domain.errors import TOKEN_REFUSED, SendError
from bot.messages import Address, Attachment, AttachmentKind, Reply
from channels.telegram import outbound
from channels.telegram.errors import GONE
from channels.telegram.limits import BULK_PER_SECOND, MAX_CAPTION, MAX_PHOTO, MAX_TEXT, MAX_UPLOAD

if TYPE_CHECKING:
    from telegram import InlineKeyboardMarkup, Message
    from telegram.error import TelegramError
    from telegram.ext import ExtBot

CONNECTIONS = 64
"""As many as may wait for a slow answer at once."""
SECONDS = 20.0
"""For an answer; a photo may take as long to be sent. Together less than the ledger leaves a message to its sender."""
NUMBER_ROOM = 10
"""Characters for "(12/34)" above each piece of a long text."""


class BulkSender:
    """Sends one reply to one of many. The library is loaded with the first one."""

    per_second: float = BULK_PER_SECOND
    largest_file: int = MAX_UPLOAD

    def __init__(self, *, token: str, api_base: str, read_file: ReadFile) -> None:
        self._token = token
        self._base = api_base.rstrip("/")
        self._read_file = read_file
        self._bot: ExtBot[Any] | None = None
        self._opening = asyncio.Lock()
        self._known: dict[tuple[str, AttachmentKind], str] = {}
        """Telegram's ids of files that it has had already: a photo for ten thousand is uploaded once."""
        self._no_photos: set[str] = set()
        """What Telegram does not take as a picture (twenty times as wide as high): it goes as a plain file."""

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn) -> str:
        """Deliver the reply; Telegram's id of the last message. SendError otherwise."""
        from telegram.error import TelegramError

        bot = await self._opened()
        try:
            return await self._send(bot, int(address.chat), reply, next_turn)
        except TelegramError as failure:
            raise as_send_error(failure) from None

    async def prepare(self) -> None:
        """Load the library and open the connections, once."""
        await self._opened()

    async def close(self) -> None:
        """Close the connections."""
        if self._bot is not None:
            await self._bot.request.shutdown()
            self._bot = None

    async def _opened(self) -> ExtBot[Any]:
        async with self._opening:
            if self._bot is None:
                self._bot = await asyncio.to_thread(self._made)
                # Not `initialize`, which would ask Telegram who we are: the conversation has done that.
                await self._bot.request.initialize()
            return self._bot

    def _made(self) -> ExtBot[Any]:
        from telegram.ext import AIORateLimiter, ExtBot
        from telegram.request import HTTPXRequest

        # The library's own way of choosing its coming behaviour; the present one warns at each flood.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        # It logs a whole traceback for each flood, which the ledger counts already; and addresses hold the token.
        logging.getLogger("telegram").setLevel(logging.CRITICAL)
        logging.getLogger("httpx").setLevel(logging.WARNING)
        request = HTTPXRequest(
            connection_pool_size=CONNECTIONS,
            connect_timeout=10.0,
            pool_timeout=5.0,
            read_timeout=SECONDS,
            write_timeout=SECONDS,
            media_write_timeout=SECONDS,
        )
        limiter = AIORateLimiter(overall_max_rate=BULK_PER_SECOND + 1, overall_time_period=1, max_retries=0)
        return ExtBot(self._token, base_url=f"{self._base}/bot", request=request, rate_limiter=limiter)

    async def _send(self, bot: ExtBot[Any], chat: int, reply: Reply, next_turn: NextTurn) -> str:
        texts, markup = numbered(reply), _markup(reply)
        if is_caption(reply, texts):
            return _id(await self._send_file(bot, chat, reply.attachments[0], caption=texts[0], markup=markup))
        for attachment in reply.attachments:
            await self._send_file(bot, chat, attachment, caption=None, markup=None)
            await next_turn()
        for text in texts[:-1]:
            await bot.send_message(chat, text, **_SHOWN)
            await next_turn()
        return _id(await bot.send_message(chat, texts[-1], reply_markup=markup, **_SHOWN))

    async def _send_file(
        self,
        bot: ExtBot[Any],
        chat: int,
        attachment: Attachment,
        *,
        caption: str | None,
        markup: InlineKeyboardMarkup | None,
    ) -> Message:
        from telegram.error import BadRequest

        options: dict[str, Any] = {"caption": caption, "reply_markup": markup, "parse_mode": "HTML"}
        digest, is_photo = attachment.digest or "", attachment.kind is AttachmentKind.PHOTO
        if is_photo and digest not in self._no_photos and (attachment.size or 0) <= MAX_PHOTO:
            key = (digest, AttachmentKind.PHOTO)
            try:
                message = await bot.send_photo(chat, self._known.get(key) or await self._read_file(digest), **options)
            except BadRequest as refused:
                if is_gone(refused):
                    raise
                self._no_photos.add(digest)
            else:
                self._known[key] = message.photo[-1].file_id
                return message
        key = (digest, AttachmentKind.DOCUMENT)
        file = self._known.get(key) or await self._read_file(digest)
        message = await bot.send_document(chat, file, filename=attachment.name or "tep", **options)
        if message.document is not None:
            self._known[key] = message.document.file_id
        return message


_SHOWN: dict[str, Any] = {"parse_mode": "HTML", "disable_web_page_preview": True}


def numbered(reply: Reply) -> list[str]:
    """The HTML of each message; several are numbered, so that a reader sees what is missing."""
    texts = outbound.texts(reply, limit=MAX_TEXT - NUMBER_ROOM)
    if len(texts) == 1:
        return texts
    return [f"({place}/{len(texts)})\n{text}" for place, text in enumerate(texts, start=1)]


def is_caption(reply: Reply, texts: Sequence[str]) -> bool:
    """Whether the text goes below the only file, in one message with it."""
    return len(reply.attachments) == 1 and len(texts) == 1 and len(texts[0]) <= MAX_CAPTION


def as_send_error(failure: TelegramError) -> SendError:
    """What the refusal means for the ledger."""
    from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

    match failure:
        case RetryAfter():
            seconds = failure.retry_after
            wait = float(seconds) if isinstance(seconds, int) else seconds.total_seconds()
            return SendError("flood", retryable=True, retry_after=wait)
        case Forbidden():
            return SendError("blocked", retryable=False, gone=True)
        case InvalidToken():
            return SendError(TOKEN_REFUSED, retryable=True)
        case BadRequest():
            gone = is_gone(failure)
            return SendError("chat_not_found" if gone else "refused", retryable=False, gone=gone)
        case NetworkError():
            return SendError("unreachable", retryable=True, doubtful=_may_have_arrived(failure))
        case _:
            return SendError("refused", retryable=False)


def is_gone(failure: TelegramError) -> bool:
    """Whether nobody can be reached there any more."""
    return any(reason in failure.message.lower() for reason in GONE)


def _may_have_arrived(failure: TelegramError) -> bool:
    """An answer, whatever its number, says that it did not; only a broken connection leaves it open."""
    import httpx

    never_left = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return isinstance(failure.__cause__, httpx.HTTPError) and not isinstance(failure.__cause__, never_left)


def _markup(reply: Reply) -> InlineKeyboardMarkup | None:
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    rows = outbound.keyboard(reply)
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(each["text"], callback_data=each["callback_data"]) for each in row] for row in rows]
    )


def _id(message: Message) -> str:
    return str(message.message_id)
