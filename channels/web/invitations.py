"""The link of the web chat that lets an invited person in."""

from __future__ import annotations


def invitation_link(public_url: str, token: str) -> str:
    """The page with the button that uses the token; opening the page alone does not."""
    return f"{public_url}/chat/join/{token}"
