"""The links that let an invited person in, one per channel that has links."""

from __future__ import annotations

from collections.abc import Iterable

from bot.conversation.channel import Channel


def invitation_links(channels: Iterable[Channel], token: str) -> list[str]:
    """One link per channel that is on and has links."""
    return [link for channel in channels if (link := channel.invitation_link(token))]
