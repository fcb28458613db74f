"""The contract of a channel: what an adapter gives the conversation, and what it gets from it.

An adapter stores raw updates through Inbox before it acknowledges them to the vendor, turns one stored update into an
Incoming, and sends a Reply. It knows nothing of people, forms or the database.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.conversation.meter import Meter
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What the channel can show; outbound degrades the rest (buttons become numbered lines)."""

    buttons: bool
    """Whether choices can be pressed; otherwise they are numbered and typed."""
    edits: bool
    """Whether a sent message can be changed (Reply.settles)."""
    max_text: int
    """Characters in one message, in the vendor's own counting; longer texts are split by the adapter."""
    files: bool
    """Whether any file can be sent out directly; otherwise a signed link is sent."""
    most_buttons: int | None = None
    """Of one message; where there are more choices all of them are numbered and typed. None: no limit."""
    joins: bool = False
    """Whether all that one turn says to one person goes out as one message, because the vendor counts them."""
    meter: Meter | None = None
    """What the vendor allows in a month, if it counts; the channel counts there what it sends, one by one."""


Receive = Callable[[Sequence[RawUpdate]], Awaitable[None]]
"""Stores the updates, without repeats; once it returns they are COMMITTED, and only then the vendor is acknowledged."""

ReadFile = Callable[[str], Awaitable[bytes]]
"""The bytes kept under a digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """Where a file can be had that a channel cannot carry itself."""

    url: str
    code: str = ""
    """What the page behind it asks for, said in the chat only; empty for a public file."""


LinkFile = Callable[[Address, Attachment], Awaitable[FileLink]]
"""A link to a kept file for the person at that address, until it expires; it may be fetched several times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One message as it stands on a person's screen."""

    text: str = ""
    """Every character of it; without what a channel may do to letters, as bold."""
    rows: tuple[tuple[str, ...], ...] = ()
    """What is written on its buttons, row by row; empty where the channel has none."""
    files: tuple[Attachment, ...] = ()
    """What comes with it as a picture or a file, not as a link in the text."""


Preview = Callable[[Reply], Sequence[Shown]]
"""What one of many sees of a reply, message by message."""

Previews = Mapping[tuple[str, str], Preview]
"""By (channel, bot): all by which this installation reaches people."""


class Channel(Protocol):
    """One vendor's adapter, for one bot."""

    @property
    def name(self) -> str:
        """telegram, web, console ..."""

    @property
    def bot(self) -> str:
        """Which bot of that vendor this is: part of every address."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can show."""

    async def prepare(self) -> None:
        """Say hello to the vendor before anything else; Invalid("settings") with the cure if it refuses us for good."""

    async def close(self) -> None:
        """Let go of connections; nothing is sent or listened to afterwards."""

    def parse(self, update: RawUpdate) -> Incoming | None:
        """Understand a stored update; None for what needs no answer. May raise: then the update is poison."""

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes behind attachment.remote. SendError if it cannot be had; Invalid("file_too_big") over the limit."""

    async def send(self, address: Address, reply: Reply) -> str:
        """Deliver the reply (or settle the message that it names); the vendor's id of the message. SendError else."""

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """What one of many will see of the reply, message by message, character by character; nothing is sent."""

    async def answered(self, update: RawUpdate) -> None:
        """The turn of this update is over, well or badly: stop the spinner of a pressed button, best effort."""

    async def listen(self, receive: Receive) -> None:
        """Fetch updates until cancelled (long poll), or just wait where the vendor calls us (webhook, web)."""

    def invitation_link(self, token: str) -> str:
        """The link that brings an invited person to this channel; empty where it has none, or not yet."""
