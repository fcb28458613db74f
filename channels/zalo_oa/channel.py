"""A Zalo Official Account as a channel of the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import Capabilities, LinkFile, ReadFile, Receive, Shown
from bot.conversation.sample_links import sample_link
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from channels.remote_files import RemoteFiles, is_this_machine
from channels.zalo_oa import inbound
from channels.zalo_oa.bulk import BulkSender
from channels.zalo_oa.calls import Calls
from channels.zalo_oa.letters import Letters
from channels.zalo_oa.limits import MAX_BUTTONS, MAX_DOWNLOAD, MAX_TEXT
from channels.zalo_oa.preview import preview
from channels.zalo_oa.raw import NAME
from channels.zalo_oa.signature import Signatures
from channels.zalo_oa.tokens import Tokens
from channels.zalo_oa.uploads import Uploads
from channels.zalo_oa.webhook import CALLBACK, PATH, Webhook

LOOK_SECONDS = 60.0
"""How often to look whether the tokens are to be renewed."""

log = structlog.get_logger()


class ZaloOaChannel:
    """One Official Account, which Zalo calls `account`."""

    name = NAME

    def __init__(
        self,
        *,
        account: str,
        app_id: str,
        secrets: Mapping[str, str],
        api_base: str,
        public_url: str,
        tokens: Tokens,
        clock: Clock,
        read_file: ReadFile,
        link_file: LinkFile,
    ) -> None:
        """`secrets` are those that may sign webhooks, by the names of their settings."""
        self.bot = account
        signatures = Signatures(ids={"app_id": app_id, "oa_id": account}, secrets=secrets)
        self._webhook = Webhook(signatures, account, clock)
        self._tokens = tokens
        self._public_url = public_url
        self._calls = Calls(base=api_base, tokens=tokens)
        self._files = RemoteFiles(limit=MAX_DOWNLOAD, anywhere=is_this_machine(api_base))
        self._letters = Letters(self._calls, Uploads(self._calls, read_file, clock), link_file)
        self.bulk = BulkSender(self._letters)
        """Tells many."""

    @property
    def capabilities(self) -> Capabilities:
        """What the account can show."""
        return Capabilities(
            buttons=True,
            most_buttons=MAX_BUTTONS,
            edits=False,
            max_text=MAX_TEXT,
            files=False,
        )

    def mount(self, app: web.Application) -> None:
        """Add the webhook, and the page behind the consent, to the server."""
        webhook = self._webhook
        app.add_routes(
            [web.post(PATH, webhook.take), web.get(PATH, webhook.alive), web.get(CALLBACK, webhook.consented)]
        )

    async def prepare(self) -> None:
        """Renew the tokens if it is time: an outage is no reason not to start, and a broken chain is mended later."""
        await self._tokens.keep_fresh()

    async def close(self) -> None:
        """Close the connections."""
        await self._calls.close()

    def invitation_link(self, token: str) -> str:
        """None: the address of the chat cannot carry a token, so invited people type their code."""
        return ""

    def parse(self, update: RawUpdate) -> Incoming | None:
        """What the person did."""
        return inbound.parse(update)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The file's bytes, from where Zalo says they are."""
        return await self._files.fetch(attachment)

    async def send(self, address: Address, reply: Reply) -> str:
        """Deliver the reply; what settles an earlier message is not sent, for nothing that was said can be changed."""
        return reply.settles if reply.settles is not None else await self._letters.send(address, reply)

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """As the bulk sender sends it, with links that lead nowhere."""
        return preview(reply, partial(sample_link, self._public_url))

    async def answered(self, update: RawUpdate) -> None:
        """Nothing turns until it is answered."""

    async def listen(self, receive: Receive) -> None:
        """Let Zalo call, and keep the tokens fresh, until cancelled."""
        self._webhook.receive = receive
        while True:
            await self._tokens.keep_fresh()
            await asyncio.sleep(LOOK_SECONDS)
