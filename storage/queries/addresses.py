"""An address on a channel, in the three columns in which every table keeps it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam

from bot.messages import Address
from storage.queries.base import AnyRow


def is_at(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Conditions for the rows of one address, whose parameters are those of `place`."""
    return (
        table.c.channel == bindparam("channel"),
        table.c.bot == bindparam("bot"),
        table.c.chat == bindparam("chat"),
    )


def place(address: Address) -> dict[str, Any]:
    """The columns of an address."""
    return {"channel": address.channel, "bot": address.bot, "chat": address.chat}


def as_address(row: AnyRow) -> Address:
    """The address in a row that has its columns."""
    return Address(channel=row.channel, bot=row.bot, chat=row.chat)
