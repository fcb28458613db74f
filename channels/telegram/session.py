"""aiogram's connections, which end without waiting where there is nothing to wait for."""

from __future__ import annotations

from aiogram.client.session.aiohttp import AiohttpSession


class Session(AiohttpSession):
    """aiogram waits a quarter of a second for TLS to say goodbye; a Bot API server of one's own needs no TLS."""

    async def close(self) -> None:
        """Let go of all connections."""
        if self.api.base.startswith("https:"):
            await super().close()
        elif self._session is not None:
            await self._session.close()
