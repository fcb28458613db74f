"""Where an Official Account is found, without opening its channel."""

from __future__ import annotations


def chat_link(account: str) -> str:
    """The address that opens the chat in Zalo."""
    return f"https://zalo.me/{account}"
