"""How the channels are called where people are told of them."""

from __future__ import annotations

NAMES = {
    "telegram": "Telegram",
    "web": "trang web",
    "zalo_bot": "Zalo",
    "zalo_oa": "Zalo OA",
    "console": "máy tính của phường",
}
"""By the channel's own name."""
