"""Beginning to listen: a setting that Telegram does not take is said, and an outage is waited for."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from channels.telegram.channel import TelegramChannel
from tests.channels.memory import MemoryFiles
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until
from tests.support.telegram import TOKEN, TelegramServer


async def test_why_telegram_does_not_take_the_webhook_is_said_without_the_token(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with TelegramServer() as telegram:
        channel = TelegramChannel(
            token=TOKEN,
            api_base=telegram.base,
            webhook_secret="a secret with blanks",
            public_url="https://bao-cao.example.vn",
            read_file=MemoryFiles().read,
        )
        telegram.faults.answer_next(502, method="setWebhook")
        listening = asyncio.create_task(channel.listen(RecordingInbox().receive))
        said = ""

        def is_said() -> bool:
            nonlocal said
            said += "".join(capfd.readouterr())
            return "secret token contains unallowed characters" in said

        try:
            await until(is_said)
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening
            await channel.close()
    assert "set_webhook" in said
    assert TOKEN not in said
