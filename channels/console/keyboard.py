"""Lines typed in the terminal, read without stopping the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import TextIO


async def typed_lines(stream: TextIO) -> AsyncIterator[str]:
    """Every line until the end of input.

    A daemon thread, because reading a terminal cannot be interrupted: the process may end while it still waits.
    """
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        try:
            for line in stream:
                loop.call_soon_threadsafe(lines.put_nowait, line.rstrip("\r\n"))
            loop.call_soon_threadsafe(lines.put_nowait, None)
        except RuntimeError:
            return  # the loop is closed: nobody listens any more

    threading.Thread(target=read, name="console-keyboard", daemon=True).start()
    while (line := await lines.get()) is not None:
        yield line
