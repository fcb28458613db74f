"""A database with a ward of many khóm, whose heads have joined on Telegram and owe the report of a quarter."""

from __future__ import annotations

from pathlib import Path

from bot.actions.installation import add_person, create_ward
from bot.actions.periods import open_period
from bot.clock import local_date, utc_now
from bot.domain.people import Role
from bot.domain.periods import PeriodKind, Span
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction


async def prepare(url: str, data_dir: Path, *, chats: range, bot: str) -> None:
    """One khóm and one head per chat."""
    store = await Store.open(url, data_dir=data_dir)
    try:
        await store.transact(lambda tx: _settle(tx, chats, bot))
    finally:
        await store.close()


def _settle(tx: Transaction, chats: range, bot: str) -> None:
    now = utc_now()
    khoms = [(f"K{number}", f"Khóm {number}") for number, _ in enumerate(chats, start=1)]
    ward = create_ward(tx, code="P", name="Phường", khoms=khoms, at=now)
    units = tx.units.children(ward.id, local_date(now))
    for unit, chat in zip(units, chats, strict=True):
        head = add_person(tx, name=f"Trưởng {unit.name}", phone="", role=Role.HEAD, unit=unit.id, at=now)
        tx.accounts.add(Address(channel="telegram", bot=bot, chat=str(chat)), head.id, now)
    # A third quarter, in which the report has as many questions as the script has answers.
    span = Span(kind=PeriodKind.QUARTER, year=local_date(now).year - 1, number=3)
    open_period(tx, by=None, ward=ward, span=span, at=now)
