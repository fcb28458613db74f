"""The ward of the trial: heads with a khóm each, who owe the reports of two quarters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.actions.installation import add_person, create_ward
from bot.actions.invitations import invite
from bot.actions.joining_codes import key_of
from bot.actions.periods import open_period
from bot.clock import local_date, utc_now
from bot.domain.people import NO_SALUTATION, Role
from bot.domain.units import UnitId
from bot.settings import Settings
from bot.signing_key import signing_key
from storage.store import Store
from storage.transaction import Transaction
from tests.durability.report import QUARTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """A head who has not joined yet."""

    unit: UnitId
    token: str
    code: str


async def prepare(url: str, data_dir: Path, heads: int) -> list[Invited]:
    """Settle the ward in an empty database; the way in of each head."""
    # The program makes its key at the first start, beside the database; this is before the first start.
    key = key_of(signing_key(Settings(data_dir=data_dir)))
    store = await Store.open(url, data_dir=data_dir)
    try:
        return await store.transact(lambda tx: _settle(tx, key, heads))
    finally:
        await store.close()


def _settle(tx: Transaction, key: bytes, heads: int) -> list[Invited]:
    now = utc_now()
    khoms = [(f"K{number}", f"Khóm {number}") for number in range(1, heads + 1)]
    ward = create_ward(tx, code="P", name="Phường Tân Quy Đông", khoms=khoms, at=now)
    for quarter in QUARTERS:
        open_period(tx, by=None, ward=ward, span=quarter, at=now)
    return [_invite_head(tx, key, unit.id) for unit in tx.units.children(ward.id, local_date(now))]


def _invite_head(tx: Transaction, key: bytes, unit: UnitId) -> Invited:
    now = utc_now()
    head = add_person(tx, name=f"Lan {unit}", phone="", role=Role.HEAD, unit=unit, at=now)
    tx.people.set_salutation(head.id, NO_SALUTATION)  # nobody is asked how to be addressed
    ticket = invite(tx, key=key, by=None, unit=unit, role=Role.HEAD, person=head.id, at=now)
    return Invited(unit=unit, token=ticket.token, code=ticket.code)
