"""Wakes the pages of a chat when its log has grown."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Doorbell:
    """A bell per open page; all pages of a chat (tabs, phones) ring together."""

    def __init__(self) -> None:
        self._bells: dict[str, set[asyncio.Event]] = {}

    def ring(self, chat: str) -> None:
        """There may be news for this chat."""
        for bell in self._bells.get(chat, ()):
            bell.set()

    @contextmanager
    def listening(self, chat: str) -> Iterator[asyncio.Event]:
        """The bell of one page, as long as it is open."""
        bell = asyncio.Event()
        self._bells.setdefault(chat, set()).add(bell)
        try:
            yield bell
        finally:
            self._bells[chat].discard(bell)
            if not self._bells[chat]:
                del self._bells[chat]
