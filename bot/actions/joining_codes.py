"""Codes of invitations: made, kept under a key, and found again by whoever types them, who may not guess for long.

Six digits can be tried out by anybody who has the table, so what is kept is keyed with the installation's secret. They
can be tried out in chat as well, so wrong ones are counted, for each account and for each channel, and say nothing
about whether such a code exists. A channel from which too many wrong ones come takes no codes for a while: links still
work, and the other channels too.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

import structlog

from bot.domain.codes import DIGITS
from bot.domain.errors import Invalid
from bot.domain.invitations import Invitation
from bot.domain.people import AccountId, Person
from bot.metrics import CODES_LOCKED, CODES_REFUSED
from storage.transaction import Transaction

CODE_VALID_FOR = timedelta(days=7)
MOST_OF_ACCOUNT = 5
"""Wrong codes in an hour, after which an account has to wait."""
MOST_IN_HOUR = 40
MOST_IN_DAY = 160
"""Wrong codes over one channel: with fifty open invitations somebody who tries all day comes in once in four months."""

log = structlog.get_logger()


def new_code() -> str:
    """Six random digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def key_of(secret: bytes) -> bytes:
    """The key of codes, made of the installation's secret."""
    return hmac.digest(secret, b"invitation codes", hashlib.sha256)


def keyed(code: str, key: bytes) -> str:
    """What the database keeps of a code."""
    return hmac.new(key, code.encode(), hashlib.sha256).hexdigest()


def by_code(
    tx: Transaction, *, key: bytes, code: str, account: AccountId, channel: str, person: Person | None, at: datetime
) -> Invitation:
    """The open invitation of that code, or the one that the person has used already.

    Raises Invalid("code_wrong") whatever is wrong with it; Invalid("codes_wait") for an account that guesses,
    Invalid("codes_locked") where a channel takes none for a while.
    """
    before = tx.guesses.lately(account, channel, at)
    if before.channel_in_hour >= MOST_IN_HOUR or before.channel_in_day >= MOST_IN_DAY:
        CODES_REFUSED.labels(channel).inc()
        raise Invalid("codes_locked")
    if before.account_in_hour >= MOST_OF_ACCOUNT:
        CODES_REFUSED.labels(channel).inc()
        raise Invalid("codes_wait")
    found = tx.invitations.find_by_code(keyed(code, key))
    if found is not None and _lets_in(found, person, at):
        return found
    tx.guesses.add(account, channel, at)
    CODES_REFUSED.labels(channel).inc()
    if before.channel_in_hour + 1 == MOST_IN_HOUR or before.channel_in_day + 1 == MOST_IN_DAY:
        CODES_LOCKED.labels(channel).inc()
        log.error("codes locked", channel=channel, in_hour=before.channel_in_hour + 1, in_day=before.channel_in_day + 1)
    left = MOST_OF_ACCOUNT - before.account_in_hour - 1
    raise Invalid("code_wrong" if left else "codes_wait")


def _lets_in(found: Invitation, person: Person | None, at: datetime) -> bool:
    if found.used_at is not None:
        return person is not None and found.used_by == person.id
    return found.revoked_at is None and found.code_expires_at is not None and found.code_expires_at > at
