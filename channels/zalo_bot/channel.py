"""The Zalo Bot Platform as a channel of the conversation."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from yarl import URL

from bot.clock import Clock
from bot.conversation.channel import Capabilities, LinkFile, Receive
from bot.domain.errors import Invalid
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from channels.remote_files import RemoteFiles
from channels.zalo_bot import inbound
from channels.zalo_bot.answers import Verification
from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import TOKEN_REFUSED, Refused, Unanswered
from channels.zalo_bot.limits import MAX_DOWNLOAD, MAX_TEXT
from channels.zalo_bot.poller import Poller, pause
from channels.zalo_bot.quota import Quota
from channels.zalo_bot.raw import NAME
from channels.zalo_bot.sending import BulkSender, Sending
from channels.zalo_bot.sentences import (
    ANY_CURE,
    CURES,
    FOREIGN_WEBHOOK,
    REACHABLE,
    UNREACHABLE,
    WEBHOOK_REFUSED,
    WRONG_KEY,
)
from channels.zalo_bot.webhook import PATH, Webhook

log = structlog.get_logger()


class ZaloBotChannel:
    """One bot. With a webhook secret it is called by Zalo, without one it polls."""

    name = NAME

    def __init__(
        self, *, token: str, api_base: str, webhook_secret: str, public_url: str, clock: Clock, link_file: LinkFile
    ) -> None:
        self.bot = token.partition(":")[0]
        self._client = Client(token=token, api_base=api_base)
        self._secret = webhook_secret
        self._address = f"{public_url.rstrip('/')}{PATH}"
        """Of our own webhook."""
        self._webhook = Webhook(webhook_secret, self.bot, clock)
        self._clock = clock
        self._media = RemoteFiles(limit=MAX_DOWNLOAD, anywhere=_is_loopback(api_base))
        quota = Quota(time.monotonic)
        self._sending = Sending(self._client, link_file, quota)
        self.bulk = BulkSender(self._client, link_file, quota)
        """Tells many."""
        self._may_poll = False

    @property
    def capabilities(self) -> Capabilities:
        """What Zalo can show a bot's people: text and pictures."""
        return Capabilities(
            buttons=False, edits=False, max_text=MAX_TEXT, max_upload=MAX_DOWNLOAD, files=False, joins=True
        )

    def mount(self, app: web.Application) -> None:
        """Add the webhook's route to the server, in webhook mode."""
        if self._secret:
            self._webhook.mount(app)

    async def prepare(self) -> None:
        """Ask who we are, and whether we may poll: a wrong setting is to be mended now, an outage is waited for."""
        try:
            await self._client.get_me()
            if not self._secret:
                await self._leave_webhook()
        except (Refused, Unanswered) as failure:
            _refuse_token(failure)
            log.warning("Zalo does not answer yet", problem=str(failure))

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

    async def answered(self, update: RawUpdate) -> None:
        """There is no button that waits."""

    async def listen(self, receive: Receive) -> None:
        """Poll, or let Zalo call, until cancelled."""
        if self._secret:
            self._webhook.receive = receive
            # Not earlier: Zalo tries the address at once, and only now our server answers.
            await self._insist(self._set_webhook)
            await asyncio.Event().wait()
        if not self._may_poll:
            await self._insist(self._leave_webhook)
        await Poller(self._client, self.bot, self._clock).run(receive)

    async def _set_webhook(self) -> None:
        try:
            found = await self._client.set_webhook(self._address, self._secret)
        except Refused as refused:
            if refused.code != web.HTTPBadRequest.status_code:
                raise
            problem = WEBHOOK_REFUSED.format(url=self._address, description=refused.description)
            raise Invalid("settings", problem=problem) from None
        if found is not None:
            _report(found)

    async def _leave_webhook(self) -> None:
        """See that there is none. Our own of an earlier day is removed; another one is somebody's."""
        address = await self._client.webhook()
        if address and address != self._address:
            raise Invalid("settings", problem=FOREIGN_WEBHOOK.format(host=URL(address).host))
        if address:
            await self._client.delete_webhook()
        self._may_poll = True

    async def _insist(self, call: Callable[[], Awaitable[None]]) -> None:
        """Until Zalo has taken the call: it may be out of reach when we start."""
        failures = 0
        while True:
            try:
                await call()
            except (Refused, Unanswered) as failure:
                _refuse_token(failure)
                failures += 1
                log.warning("Zalo does not answer yet", problem=str(failure))
                await asyncio.sleep(pause(failures))
            else:
                return


def _refuse_token(failure: Exception) -> None:
    if isinstance(failure, Refused) and failure.code == TOKEN_REFUSED:
        raise Invalid("settings", problem=WRONG_KEY) from None


def _report(found: Verification) -> None:
    if found.ok:
        log.info(REACHABLE, outcome=found.outcome)
    else:
        cure = CURES.get(found.outcome, ANY_CURE)
        log.error(UNREACHABLE, outcome=found.outcome, says=found.hint, cure=cure)


def _is_loopback(api_base: str) -> bool:
    host = URL(api_base).host or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
