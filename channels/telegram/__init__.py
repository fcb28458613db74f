"""Telegram as a channel: long poll or webhook in, the Bot API out. The only folder that knows aiogram."""

from __future__ import annotations

from channels.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel"]
