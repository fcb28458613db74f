"""Invitations: single-use, by a random token or by six digits, kept only as hashes, for one role on one unit."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.joining_codes import CODE_VALID_FOR, keyed, new_code
from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.errors import Invalid, Missing
from bot.domain.invitations import Invitation
from bot.domain.people import AccountId, Person, PersonId, Role
from bot.domain.units import Unit, UnitId
from storage.queries.invitations import Hashes
from storage.transaction import Transaction

VALID_FOR = timedelta(days=14)
TOKEN_BYTES = 16
"""22 letters of base64url: fits Telegram's 64-character start payload."""
MOST_DRAWS = 50
"""A million codes are never nearly all taken; drawing so often in vain would mean that something else is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What is handed to an invited person; nobody can read it anywhere afterwards."""

    id: int
    token: str
    code: str
    expires_at: datetime
    code_expires_at: datetime


def invite(
    tx: Transaction,
    *,
    key: bytes,
    by: Person | None,
    unit: UnitId,
    role: Role,
    person: PersonId | None,
    at: datetime,
    valid_for: timedelta = VALID_FOR,
) -> Ticket:
    """A new token and code for the role on the unit; for an existing person it adds a channel instead of a human.

    `key` keys the codes. `by` is None for the operator at the console, who may do everything.
    """
    place = tx.units.get(unit)
    if by is not None:
        require(by, Permission.INVITE, place)
    author = by.id if by else None
    ticket = _issue(tx, key=key, unit=unit, role=role, person=person, author=author, at=at, valid_for=valid_for)
    tx.audit.record(at, author, "invited", f"invitation:{ticket.id}", {"unit": unit, "role": role.value})
    return ticket


def invite_oneself(tx: Transaction, *, key: bytes, who: Person, at: datetime) -> Ticket:
    """One more channel for a member, who needs no permission for it; what he made for himself before lapses.

    Missing("no_post") for somebody who holds no post any more.
    """
    if not who.posts:
        raise Missing("no_post")
    tx.invitations.revoke_own(who.id, at)
    post = who.posts[0]
    role, unit = post.role, post.unit.id
    ticket = _issue(tx, key=key, unit=unit, role=role, person=who.id, author=who.id, at=at, valid_for=CODE_VALID_FOR)
    tx.audit.record(at, who.id, "invited", f"invitation:{ticket.id}", {"person": who.id})
    return ticket


def revoke(tx: Transaction, *, by: Person, invitation: int, at: datetime) -> None:
    """Let nobody in by it any more. Invalid("invitation_used") if somebody came in already."""
    found = tx.invitations.get(invitation)
    require(by, Permission.INVITE, tx.units.get(found.unit))
    if found.revoked_at is None and not tx.invitations.revoke(found.id, at):
        raise Invalid("invitation_used")
    tx.audit.record(at, by.id, "invitation_revoked", f"invitation:{found.id}", {})


def by_token(tx: Transaction, token: str, person: Person | None, at: datetime) -> Invitation:
    """The open invitation of that token, or the one that the person has used already.

    Raises Invalid("invitation_unknown" | "invitation_used" | "invitation_expired" | "invitation_revoked").
    """
    found = tx.invitations.find(digest(token))
    if found is None:
        raise Invalid("invitation_unknown")
    _must_let_in(found, person, at)
    return found


def by_id(tx: Transaction, id: int) -> Invitation:
    """The invitation that a member was asked about."""
    return tx.invitations.get(id)


def invited(tx: Transaction, invitation: Invitation, at: datetime) -> str:
    """The name of the one for whom it is; empty where it is for whoever comes."""
    return "" if invitation.person is None else tx.people.get(invitation.person, local_date(at)).name


def accept(
    tx: Transaction, *, invitation: Invitation, account: AccountId, name: str, person: Person | None, at: datetime
) -> Person:
    """Let the account in: it becomes a channel of the invited person, or a new person with the invited role.

    Raises what `by_token` raises, and Missing("no_post") for somebody who made it for himself and has left all posts
    since. Coming in again by one's own invitation is no error: the same person comes back.
    """
    invitation = tx.invitations.lock(invitation.id)  # somebody may have been quicker since it was found
    _must_let_in(invitation, person, at)
    if person is not None and invitation.used_by == person.id:
        return person
    today = local_date(at)
    newcomer = invitation.person or (person.id if person else tx.people.add(name, "", at))
    member = tx.people.get(newcomer, today)
    if invitation.is_own and not member.posts:
        raise Missing("no_post")
    tx.invitations.use(invitation.id, newcomer, at)
    if person is None or person.id != newcomer:
        tx.accounts.link(account, newcomer)
    holds = any(post.role is invitation.role and post.unit.id == invitation.unit for post in member.posts)
    # Who left a post must not get it back by a code that he made for himself before.
    if not holds and not invitation.is_own:
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


def _issue(
    tx: Transaction,
    *,
    key: bytes,
    unit: UnitId,
    role: Role,
    person: PersonId | None,
    author: PersonId | None,
    at: datetime,
    valid_for: timedelta,
) -> Ticket:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    until, code_until = at + valid_for, at + min(valid_for, CODE_VALID_FOR)
    for _ in range(MOST_DRAWS):
        code = new_code()
        hashes = Hashes(token=digest(token), code=keyed(code, key), code_expires_at=code_until)
        id = tx.invitations.add(hashes, unit, role, person, until, author, at)
        if id is not None:
            return Ticket(id=id, token=token, code=code, expires_at=until, code_expires_at=code_until)
    raise RuntimeError("no free code was drawn")


def _must_let_in(invitation: Invitation, person: Person | None, at: datetime) -> None:
    if invitation.revoked_at is not None:
        raise Invalid("invitation_revoked")
    if invitation.used_at is not None:
        if person is None or invitation.used_by != person.id:
            raise Invalid("invitation_used")
    elif invitation.expires_at <= at:
        raise Invalid("invitation_expired")
