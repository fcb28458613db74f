"""The signature of a webhook: a plain SHA-256 over id, raw body, time and secret."""

from __future__ import annotations

import hashlib

from .options import Options

SIGNATURE = "X-ZEvent-Signature"
TIMESTAMP = "X-ZEvent-Timestamp"
RETRY = "num_retry"


def mac(id: str, raw: bytes, timestamp: str, secret: str) -> str:
    """As it stands in the header."""
    return "mac=" + hashlib.sha256(id.encode() + raw + timestamp.encode() + secret.encode()).hexdigest()


def headers(
    raw: bytes, timestamp: str, options: Options, *, ids: dict[str, str], secrets: dict[str, str]
) -> dict[str, str]:
    """What goes with a body: the options say which id and which secret."""
    signed = mac(ids[options.signed_for], raw, timestamp, secrets[options.signed_with])
    stamp = {TIMESTAMP: timestamp} if options.timestamp_header else {}
    return {"Content-Type": "application/json", SIGNATURE: signed, **stamp}
