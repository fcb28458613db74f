"""Takes lines in: stored first, acknowledged after."""

from __future__ import annotations

from bot.conversation.channel import Receive
from bot.domain.errors import Invalid
from bot.messages import Address
from channels.web.doorbell import Doorbell
from channels.web.inbound import Inbound, Line


class Desk:
    """Where the routes hand in what people do, once the engine listens."""

    def __init__(self, inbound: Inbound, doorbell: Doorbell) -> None:
        self._inbound = inbound
        self._doorbell = doorbell
        self.receive: Receive | None = None

    async def take(self, address: Address, line: Line) -> None:
        """Returns when the line is committed; a line that is taken again is dropped by its id."""
        if self.receive is None:
            raise Invalid("starting")
        await self.receive([self._inbound.update(address, line)])
        self._doorbell.ring(address.chat)  # the person's other pages show the line too
