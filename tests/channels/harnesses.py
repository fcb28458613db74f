"""The adapters that the channel contract is checked for: one line each."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from tests.channels.conformance import Harness
from tests.channels.console.harness import console
from tests.channels.telegram.harness import telegram, telegram_webhook
from tests.channels.web.harness import web_chat
from tests.channels.zalo_bot.harness import zalo_bot, zalo_bot_webhook
from tests.channels.zalo_oa.harness import zalo_oa

Opened = Callable[[], AbstractAsyncContextManager[Harness]]

HARNESSES: tuple[Opened, ...] = (
    web_chat,
    console,
    telegram,
    telegram_webhook,
    zalo_bot,
    zalo_bot_webhook,
    zalo_oa,
)
