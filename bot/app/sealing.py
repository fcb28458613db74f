"""Keeps what must never be read from the database alone: encrypted with a key that follows from SECRET_KEY."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.errors import Invalid
from bot.messages import Reply
from bot.texts.joining import SEALED_OTHERWISE

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


class Seal:
    """One purpose's key: what was sealed for another one cannot be opened."""

    def __init__(self, secret_key: bytes, purpose: str) -> None:
        self._key = hmac.digest(secret_key, f"seal {purpose}".encode(), hashlib.sha256)

    @cached_property
    def _box(self) -> Fernet:
        # Only whoever has something to seal pays for loading it.
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(self._key))

    def sealed(self, text: str) -> str:
        """Another one each time."""
        return self._box.encrypt(text.encode()).decode()

    def opened(self, sealed: str) -> str:
        """The text; Invalid("sealed_otherwise") if it was sealed with another key, or changed since."""
        from cryptography.fernet import InvalidToken

        try:
            return self._box.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise Invalid("sealed_otherwise") from None


def of_invitations(secret_key: bytes) -> Seal:
    """For what lets somebody in."""
    return Seal(secret_key, "invitations")


def unsealed(seal: Seal, reply: Reply) -> Reply:
    """The reply as it is shown, with what was sealed in it."""
    if not reply.sealed:
        return reply
    lines = (reply.text, *(_line(seal, sealed) for sealed in reply.sealed))
    return replace(reply, text="\n".join(filter(None, lines)), sealed=())


def _line(seal: Seal, sealed: str) -> str:
    try:
        return seal.opened(sealed)
    except Invalid:
        return SEALED_OTHERWISE
