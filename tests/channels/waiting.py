"""Waiting for something that happens in another thread or process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(happened: Callable[[], bool], seconds: float = 60.0) -> None:
    """Returns when it has happened; TimeoutError if it does not, even on a busy machine."""
    async with asyncio.timeout(seconds):
        # a thread or a process tells nobody when it is done
        while not happened():  # noqa: ASYNC110 - whatever it is, it rings no bell
            await asyncio.sleep(0.005)
