"""What people call the channels."""

from __future__ import annotations

NAMES = {
    "telegram": "Telegram",
    "zalo_bot": "Zalo",
    "zalo_oa": "Zalo của phường",
    "web": "trang web",
}


def called(channel: str) -> str:
    """Zalo, trang web; a channel that people have no word for by its own name."""
    return NAMES.get(channel, channel)
