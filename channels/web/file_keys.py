"""What a link to a file is signed with, and the code that opens it: made from the server's secret, kept nowhere."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import UTC, datetime

from bot.domain.codes import DIGITS
from channels.web.file_ledger import LinkedFile

_LINK = re.compile(r"([0-9]{1,18})-([0-9]{1,12})-([0-9a-f]{32})")


class FileKeys:
    """Signs and checks. A copy of the database without SECRET_KEY opens nothing."""

    def __init__(self, secret_key: bytes) -> None:
        self._key = hmac.digest(secret_key, b"open files", hashlib.sha256)

    def link(self, id: int, expires_at: datetime) -> str:
        """The part of the address that names the link: letters and digits that no app cuts off."""
        expires = int(expires_at.timestamp())
        return f"{id}-{expires}-{self._sign('link', id, expires)}"

    def read(self, link: str) -> tuple[int, datetime] | None:
        """Number and end of a link that we signed; None for any other text."""
        found = _LINK.fullmatch(link)
        if found is None:
            return None
        id, expires, sign = found.groups()
        if not hmac.compare_digest(self._sign("link", id, expires), sign):
            return None
        return int(id), datetime.fromtimestamp(int(expires), UTC)

    def code(self, id: int, digest: str, expires_at: datetime) -> str:
        """Six digits, to be said in the chat only."""
        number = int(self._sign("code", id, digest, int(expires_at.timestamp())), 16)
        return f"{number % 10**DIGITS:0{DIGITS}}"

    def is_code(self, given: str, link: LinkedFile) -> bool:
        """Whether it is the link's code, in constant time."""
        code = self.code(link.id, link.digest, link.expires_at)
        return hmac.compare_digest(code.encode(), given.encode())

    def ticket(self, link: LinkedFile) -> str:
        """The part of the address that stands for the code, once it was given."""
        opened = "" if link.opened_at is None else link.opened_at.astimezone(UTC).isoformat()
        return self._sign("ticket", link.id, link.digest, opened)

    def is_ticket(self, given: str, link: LinkedFile) -> bool:
        """Whether it is the ticket of this opening, in constant time."""
        return hmac.compare_digest(self.ticket(link).encode(), given.encode())

    def _sign(self, *parts: object) -> str:
        content = "\n".join(map(str, parts)).encode()
        return hmac.new(self._key, content, hashlib.sha256).hexdigest()[:32]
