"""Keeps what must never be read from the database alone: encrypted with a key that follows from SECRET_KEY."""

from __future__ import annotations

import base64
import hashlib
import hmac

from bot.domain.errors import Invalid


class Seal:
    """One purpose's key: what was sealed for another one cannot be opened."""

    def __init__(self, secret_key: bytes, purpose: str) -> None:
        # Only whoever has something to seal pays for loading it.
        from cryptography.fernet import Fernet

        key = hmac.digest(secret_key, f"seal {purpose}".encode(), hashlib.sha256)
        self._box = Fernet(base64.urlsafe_b64encode(key))

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
