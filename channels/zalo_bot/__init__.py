"""The Zalo Bot Platform as a channel: long poll or webhook in, its Bot API out. No library is fit for it."""

from __future__ import annotations

from channels.zalo_bot.channel import ZaloBotChannel

__all__ = ["ZaloBotChannel"]
