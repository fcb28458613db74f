"""The links that let an invited person in, one per channel that has links."""

from __future__ import annotations

from collections.abc import Iterable

from bot.conversation.channel import Channel
from bot.conversation.doors import Door

CHATS = {"zalo_oa": "https://zalo.me/{bot}"}
"""Where a link can carry no token: it opens the chat, in which the code is typed. A Zalo bot is found by its name."""


def doors(channels: Iterable[Channel], token: str) -> list[Door]:
    """One door per channel that is on and has links."""
    found = []
    for channel in channels:
        link = channel.invitation_link(token)
        chat = CHATS.get(channel.name, "").format(bot=channel.bot)
        if link or chat:
            found.append(Door(channel=channel.name, link=link or chat, takes_token=bool(link)))
    return found


def invitation_links(channels: Iterable[Channel], token: str) -> list[str]:
    """The links that let in whoever presses them."""
    return [door.link for door in doors(channels, token) if door.takes_token]
