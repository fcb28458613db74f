"""What all tables share: the metadata, names for constraints, and the column types that both databases agree on."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    # Named constraints are what a later migration needs to drop them, on both databases.
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

Id = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite counts up only a column that is spelled INTEGER."""


def id_column() -> Column[int]:
    """The key of a table whose rows are numbered; the table says sqlite_autoincrement, so no number comes twice."""
    return Column("id", Id, primary_key=True)


def address_columns() -> tuple[Column[str], Column[str], Column[str]]:
    """Where somebody is on a channel."""
    return (
        Column("channel", Text, nullable=False),
        Column("bot", Text, nullable=False),
        Column("chat", Text, nullable=False),
    )


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC: SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time: nobody could say which moment it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment to be stored must have a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number kept as its digits, because SQLite has only binary fractions."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the digits."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the digits."""
        return None if value is None else Decimal(value)
