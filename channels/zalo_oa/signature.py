"""Whether a webhook call is Zalo's: sha256(id + raw body + time + secret), plainly concatenated.

Sources contradict each other about which id, which secret and which time. Each of the possible ones is secret enough or
public, so any of them is taken; which one it was is logged once.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Mapping

import structlog

from bot.metrics import ZALO_SIGNED

PREFIX = "mac="

log = structlog.get_logger()


class Signatures:
    """`ids` and `secrets` by the names of their settings."""

    def __init__(self, *, ids: Mapping[str, str], secrets: Mapping[str, str]) -> None:
        self._ids = ids
        self._secrets = {name: secret for name, secret in secrets.items() if secret}
        self._logged: set[tuple[str, str]] = set()

    def is_ours(self, given: str, body: bytes, times: Collection[str]) -> bool:
        """Whether the header signs exactly these bytes, at one of the times that the call names."""
        mac = given.removeprefix(PREFIX).strip().lower().encode("utf-8", "replace")
        found: tuple[str, str] | None = None
        for id_name, id in self._ids.items():
            for secret_name, secret in self._secrets.items():
                for time in times:
                    # All are tried, so that how long it takes tells nothing of which one was near.
                    if hmac.compare_digest(_mac(id, body, time, secret), mac):
                        found = id_name, secret_name
        if found is not None:
            self._note(*found)
        return found is not None

    def _note(self, id: str, secret: str) -> None:
        ZALO_SIGNED.labels(id, secret).inc()
        if (id, secret) not in self._logged:
            self._logged.add((id, secret))
            log.info("zalo signs its webhooks", with_id=id, with_secret=secret)


def _mac(id: str, body: bytes, time: str, secret: str) -> bytes:
    signed = hashlib.sha256(id.encode())
    for part in (body, time.encode("utf-8", "replace"), secret.encode()):
        signed.update(part)
    return signed.hexdigest().encode()
