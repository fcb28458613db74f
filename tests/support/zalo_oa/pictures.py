"""Pictures at an address, which Zalo's own servers fetch: more than once, so that an address good once shows black."""

from __future__ import annotations

import aiohttp

from .screen import SeenFile
from .wire import BrokenRule

FETCHES = 2
PATIENCE = 60.0


async def fetch_picture(url: str) -> SeenFile:
    """The picture; BrokenRule where it cannot be had twice, or is none."""
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    content = b""
    async with aiohttp.ClientSession(timeout=timeout) as http:
        for _ in range(FETCHES):
            async with http.get(url) as answer:
                content = await answer.read()
                if not answer.ok or not answer.content_type.startswith("image/"):
                    raise BrokenRule(-201, f"no picture there: {answer.status} {answer.content_type}", field="url")
    return SeenFile(name=url.rpartition("/")[2], content=content)
