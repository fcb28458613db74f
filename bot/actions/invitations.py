"""Invitations: a single-use random token with an expiry, kept only as a hash, for one role on one unit."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.errors import Invalid, Missing
from bot.domain.people import AccountId, Person, PersonId, Role
from bot.domain.units import Unit, UnitId
from storage.transaction import Transaction

VALID_FOR = timedelta(days=14)
TOKEN_BYTES = 16
"""22 letters of base64url: fits Telegram's 64-character start payload."""


def invite(
    tx: Transaction,
    *,
    by: Person | None,
    unit: UnitId,
    role: Role,
    person: PersonId | None,
    at: datetime,
    valid_for: timedelta = VALID_FOR,
) -> str:
    """A new token for the role on the unit; for an existing person it adds a channel instead of a human.

    `by` is None for the operator at the console, who may do everything.
    """
    place = tx.units.get(unit)
    if by is not None:
        require(by, Permission.INVITE, place)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    author = by.id if by else None
    invitation = tx.invitations.add(digest(token), unit, role, person, at + valid_for, author, at)
    tx.audit.record(at, author, "invited", f"invitation:{invitation}", {"unit": unit, "role": role.value})
    return token


def accept(
    tx: Transaction, *, token: str, account: AccountId, name: str, person: Person | None, at: datetime
) -> Person:
    """Let the account in: it becomes a channel of the invited person, or a new person with the invited role.

    Raises Invalid("invitation_unknown" | "invitation_used" | "invitation_expired"). Pressing one's own link again is
    no error: the same person comes back.
    """
    invitation = tx.invitations.find(digest(token))
    if invitation is None:
        raise Invalid("invitation_unknown")
    if invitation.used_at is not None:
        if person is not None and invitation.used_by == person.id:
            return person
        raise Invalid("invitation_used")
    if invitation.expires_at <= at:
        raise Invalid("invitation_expired")
    today = local_date(at)
    newcomer = invitation.person or (person.id if person else tx.people.add(name, "", at))
    if not tx.invitations.use(invitation.id, newcomer, at):
        raise Invalid("invitation_used")
    if person is None or person.id != newcomer:
        tx.accounts.link(account, newcomer)
    member = tx.people.get(newcomer, today)
    if not any(post.role is invitation.role and post.unit.id == invitation.unit for post in member.posts):
        tx.people.give_post(newcomer, invitation.role, invitation.unit, today, None)
        member = tx.people.get(newcomer, today)
    tx.audit.record(at, newcomer, "joined", f"person:{newcomer}", {"invitation": invitation.id})
    return member


def digest(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def unit_called(tx: Transaction, code: str) -> Unit:
    """The unit of that code; Missing otherwise."""
    unit = tx.units.by_code(code)
    if unit is None:
        raise Missing("unit", code=code)
    return unit
