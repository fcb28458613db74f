"""The links that let an invited person in, one per channel that has links."""

from __future__ import annotations

from collections.abc import Iterable

from bot.conversation.channel import Channel
from bot.conversation.doors import Door


def doors(channels: Iterable[Channel], token: str) -> list[Door]:
    """One door per channel that is on and has links; one without the token leads to where the code is typed."""
    return [
        Door(channel=channel.name, link=link, takes_token=token in link)
        for channel in channels
        if (link := channel.invitation_link(token))
    ]


def invitation_links(channels: Iterable[Channel], token: str) -> list[str]:
    """The links that let in whoever presses them."""
    return [door.link for door in doors(channels, token) if door.takes_token]
