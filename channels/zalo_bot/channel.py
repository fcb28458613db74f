"""The Zalo Bot Platform as a channel of the conversation."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import Capabilities, LinkFile, Receive, Shown
from bot.conversation.meter import Meter
from bot.conversation.sample_links import sample_link
from bot.domain.quotas import ZALO_BOT_FREE, Quota
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from channels.remote_files import RemoteFiles, is_this_machine
from channels.zalo_bot import inbound
from channels.zalo_bot.bulk import BulkSender
from channels.zalo_bot.client import Client
from channels.zalo_bot.limits import MAX_DOWNLOAD, MAX_TEXT
from channels.zalo_bot.poller import Poller
from channels.zalo_bot.preview import preview
from channels.zalo_bot.quota import Month
from channels.zalo_bot.raw import NAME
from channels.zalo_bot.registration import Registration
from channels.zalo_bot.sending import Sending
from channels.zalo_bot.webhook import PATH, Webhook


class ZaloBotChannel:
    """One bot. With a webhook secret it is called by Zalo, without one it polls."""

    name = NAME

    def __init__(
        self,
        *,
        token: str,
        api_base: str,
        webhook_secret: str,
        public_url: str,
        clock: Clock,
        link_file: LinkFile,
        quota: Quota = ZALO_BOT_FREE,
    ) -> None:
        """`quota`: what the bot's plan allows; Zalo does not tell."""
        self.bot = token.partition(":")[0]
        self._client = Client(token=token, api_base=api_base)
        self._secret = webhook_secret
        self._public_url = public_url.rstrip("/")
        self._registration = Registration(self._client, f"{public_url.rstrip('/')}{PATH}", webhook_secret)
        self._webhook = Webhook(webhook_secret, self.bot, clock)
        self._clock = clock
        self._media = RemoteFiles(limit=MAX_DOWNLOAD, anywhere=is_this_machine(api_base))
        self._meter = Meter(quota)
        month = Month(self._meter, time.monotonic)
        self._sending = Sending(self._client, link_file, month)
        self.bulk = BulkSender(self._client, link_file, month)
        """Tells many."""

    @property
    def capabilities(self) -> Capabilities:
        """What Zalo can show a bot's people: text and pictures."""
        return Capabilities(
            buttons=False,
            edits=False,
            max_text=MAX_TEXT,
            files=False,
            joins=True,
            meter=self._meter,
        )

    def mount(self, app: web.Application) -> None:
        """Add the webhook's route to the server, in webhook mode."""
        if self._secret:
            self._webhook.mount(app)

    async def prepare(self) -> None:
        """Ask who we are, and whether we may poll: a wrong setting is to be mended now, an outage is waited for."""
        await self._registration.look()

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def invitation_link(self, token: str) -> str:
        """None: a Zalo bot is opened without a word, so invited people type their code."""
        return ""

    def parse(self, update: RawUpdate) -> Incoming | None:
        """What the person did."""
        return inbound.parse(update)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes of a picture or a voice; SendError("file_lost") once its link has expired."""
        return await self._media.fetch(attachment)

    async def send(self, address: Address, reply: Reply) -> str:
        """Deliver the reply; Zalo's id of the last message.

        Nothing that was sent can be changed here: what would only settle an earlier message is not sent at all, and
        has no id.
        """
        return "" if reply.settles is not None else await self._sending.send(address, reply)

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """As it is sent, with links that lead nowhere."""
        return preview(reply, partial(sample_link, self._public_url))

    async def answered(self, update: RawUpdate) -> None:
        """There is no button that waits."""

    async def listen(self, receive: Receive) -> None:
        """Poll, or let Zalo call, until cancelled."""
        if self._secret:
            self._webhook.receive = receive
            await self._registration.for_webhook()
            await self._registration.watch()
        else:
            await self._registration.for_polling()
            await Poller(self._client, self.bot, self._clock).run(receive)
