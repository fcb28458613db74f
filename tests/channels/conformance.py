"""The channel contract: what every adapter must do, whatever its vendor.

An adapter's tests bring a Harness, which plays the vendor and the person's device; the tests of test_conformance.py
then hold for it. A new adapter adds its harness to tests/channels/harnesses.py.

CH01 what a person types arrives, in Unicode form C          CH06 a reply in every shape shows all that it says
CH02 a pressed choice arrives with its id and its message    CH07 no message is longer than the channel takes
CH03 a photo arrives as a photo, and its bytes can be had    CH08 choices can be pressed, or are numbered in order
CH04 an invitation link arrives with its token               CH09 a settled message has no choices any more
CH05 an update is acknowledged only when it is stored, and   CH10 the lines of one chat keep their order
     one that is delivered twice has the same id             CH11 a preview shows what the person then sees
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.conversation.channel import Channel
from bot.messages import Address, Reply
from tests.channels.recording import RecordingInbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One message as the person sees it at this moment."""

    text: str
    """Everything that can be read, buttons not counted."""
    buttons: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """The names under which they are offered."""


class Harness(Protocol):
    """Plays vendor and person for one adapter. Lan is the person.

    What Lan does returns whether it was acknowledged: whether the vendor, or her page, was told that it arrived.
    """

    inbox: RecordingInbox

    @property
    def channel(self) -> Channel:
        """The adapter under test."""

    @property
    def lan(self) -> Address:
        """Where Lan is reached."""

    @property
    def redelivers(self) -> bool:
        """Whether anything can come twice here."""

    async def types(self, text: str) -> bool:
        """Lan types."""

    async def presses(self, label: str) -> bool:
        """Lan presses the newest button with that label. Not called without Capabilities.buttons."""

    async def sends_photo(self, content: bytes) -> bool:
        """Lan sends a photo."""

    async def opens_invitation(self, token: str) -> bool:
        """Lan follows the invitation link. Not called if the channel has no such links."""

    async def again(self) -> bool:
        """What Lan did last is delivered once more, because the acknowledgement was lost."""

    async def bytes_of(self, digest: str) -> bytes:
        """What the adapter has kept under a digest before it stored the update."""

    async def keep(self, content: bytes) -> str:
        """Put a file where the adapter finds the files that it sends; its digest."""

    async def reply(self, reply: Reply) -> None:
        """The outbox delivers a reply to Lan."""

    async def shown(self) -> Sequence[Shown]:
        """What Lan sees from the bot, oldest first; a settled message in its place and new form."""
