"""Telegram as a channel of the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any

import aiohttp
import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import BotCommand, BotCommandScopeChat
from aiohttp import web

from bot.conversation.channel import Capabilities, ReadFile, Receive, Shown
from bot.domain.errors import Invalid, SendError
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from channels.telegram import inbound, outbound
from channels.telegram.bulk import BulkSender
from channels.telegram.calls import Calls
from channels.telegram.errors import DONE_ALREADY, as_send_error, not_downloaded, said
from channels.telegram.files import send_file
from channels.telegram.identity import invitation_link
from channels.telegram.limits import ALLOWED_UPDATES, MAX_CAPTION, MAX_DOWNLOAD, MAX_TEXT
from channels.telegram.poller import poll
from channels.telegram.preview import preview
from channels.telegram.raw import NAME, press_of
from channels.telegram.session import Session
from channels.telegram.webhook import PATH, Webhook

MEGABYTE = 1024 * 1024

log = structlog.get_logger()


class TelegramChannel:
    """One bot. With a webhook secret it is called by Telegram, without one it polls."""

    name = NAME

    def __init__(self, *, token: str, api_base: str, webhook_secret: str, public_url: str, read_file: ReadFile) -> None:
        self.bot = token.partition(":")[0]
        self._server = TelegramAPIServer.from_base(api_base.rstrip("/"))
        session = Session(api=self._server)
        self._api = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        self._calls = Calls(self._api, session)
        self._secret = webhook_secret
        self._public_url = public_url
        self._webhook = Webhook(webhook_secret, self.bot)
        self._read_file = read_file
        self.bulk = BulkSender(token=token, api_base=api_base, read_file=read_file)
        """Tells many."""
        self._username = ""

    @property
    def capabilities(self) -> Capabilities:
        """What Telegram can show."""
        return Capabilities(buttons=True, edits=True, max_text=MAX_TEXT, files=True)

    def mount(self, app: web.Application) -> None:
        """Add the webhook's route to the server, in webhook mode."""
        if self._secret:
            app.add_routes([web.post(PATH, self._webhook.take)])

    async def prepare(self) -> None:
        """Learn the bot's own name; a token that Telegram refuses is a setting to mend, an outage is not."""
        try:
            self._username = (await self._api.get_me()).username or ""
        except (TelegramUnauthorizedError, TelegramNotFound):
            problem = "TELEGRAM_BOT_TOKEN: Telegram does not accept it; copy it anew from @BotFather"
            raise Invalid("settings", problem=problem) from None
        except (TelegramAPIError, ClientDecodeError):
            return

    async def close(self) -> None:
        """Close the connections."""
        await self.bulk.close()
        await self._api.session.close()

    def invitation_link(self, token: str) -> str:
        """The t.me link; empty until Telegram has said who we are."""
        return invitation_link(self._username, token) if self._username else ""

    def parse(self, update: RawUpdate) -> Incoming | None:
        """What the person did."""
        return inbound.parse(update)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The file's bytes; Invalid("file_too_big") over what Telegram hands to bots."""
        if attachment.remote is None:
            raise SendError("file_lost", retryable=False)
        if attachment.size is not None and attachment.size > MAX_DOWNLOAD:
            raise Invalid("file_too_big", limit=MAX_DOWNLOAD // MEGABYTE)
        try:
            content = await self._api.download(attachment.remote)
        except (TelegramAPIError, ClientDecodeError) as failure:
            if isinstance(failure, TelegramAPIError) and "file is too big" in failure.message:
                raise Invalid("file_too_big", limit=MAX_DOWNLOAD // MEGABYTE) from None
            raise as_send_error(failure) from None
        except (aiohttp.ClientError, TimeoutError) as failure:
            # The file's own address holds the token: nothing of the failure may go further.
            raise not_downloaded(failure) from None
        if content is None:
            raise SendError("file_lost", retryable=False)
        return content.read()

    async def send(self, address: Address, reply: Reply) -> str:
        """Deliver the reply, or settle the message that it names; Telegram's id of the (last) message."""
        try:
            if reply.settles is not None:
                return await self._settle(address, reply)
            if reply.commands:
                await self._list_commands(address, reply)
            return await self._send_new(address, reply)
        except (TelegramAPIError, ClientDecodeError) as failure:
            raise as_send_error(failure) from None

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """As the bulk sender sends it."""
        return preview(reply)

    async def answered(self, update: RawUpdate) -> None:
        """Stop the spinner of a pressed button, best effort: Telegram forgets presses within minutes anyway."""
        press = press_of(update)
        if press is None:
            return
        with suppress(SendError):
            await self._calls.answer_press(press)

    async def listen(self, receive: Receive) -> None:
        """Poll, or let Telegram call, until cancelled."""
        if self._secret:
            self._webhook.receive = receive
            await self._insist(self._set_webhook)
            await asyncio.Event().wait()
        await self._insist(self._api.delete_webhook)
        await poll(self._server.api_url(self._api.token, "getUpdates"), self.bot, receive)

    async def _set_webhook(self) -> bool:
        url = f"{self._public_url}{PATH}"
        return await self._api.set_webhook(url, secret_token=self._secret, allowed_updates=list(ALLOWED_UPDATES))

    async def _insist(self, call: Callable[[], Coroutine[Any, Any, bool]]) -> None:
        """Until Telegram has taken the call: it may be out of reach when we start."""
        pause = 1.0
        while True:
            try:
                await call()
            except (TelegramAPIError, ClientDecodeError) as failure:
                log.warning("telegram call failed", call=call.__name__.strip("_"), problem=said(failure))
                wait = as_send_error(failure).retry_after or pause
                pause = min(pause * 2, 60.0)
                await asyncio.sleep(wait)
            else:
                return

    async def _settle(self, address: Address, reply: Reply) -> str:
        text = outbound.texts(reply)[0]
        try:
            buttons = outbound.keyboard(reply)
            await self._calls.edit_text(address.chat, int(reply.settles or 0), text, buttons)
        except SendError as failure:
            if failure.code != DONE_ALREADY:
                raise
        return reply.settles or ""

    async def _send_new(self, address: Address, reply: Reply) -> str:
        texts = outbound.texts(reply)
        buttons = outbound.keyboard(reply)
        # A question stays a text below its picture: once it is answered, its words are changed.
        if len(reply.attachments) == 1 and len(texts) == 1 and len(texts[0]) <= MAX_CAPTION and not buttons:
            return await self._send_file(address, reply.attachments[0], texts[0])
        for attachment in reply.attachments:
            await self._send_file(address, attachment)
        for text in texts[:-1]:
            await self._calls.send_text(address.chat, text)
        return await self._calls.send_text(address.chat, texts[-1], buttons)

    async def _send_file(self, address: Address, file: Attachment, caption: str | None = None) -> str:
        return await send_file(self._api, self._read_file, address.chat, file, caption)

    async def _list_commands(self, address: Address, reply: Reply) -> None:
        commands = [BotCommand(command=command.name, description=command.label) for command in reply.commands]
        await self._api.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=int(address.chat)))
