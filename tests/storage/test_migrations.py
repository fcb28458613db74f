"""The schema's history: it runs both ways, on both databases, and ends at what storage/tables declares."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import migrations
from storage.errors import StorageError
from storage.store import Store
from storage.tables import metadata

T = TypeVar("T")

_SCRIPTS = ScriptDirectory(str(Path(migrations.__file__).parent))
_REVISIONS = [script.revision for script in reversed(list(_SCRIPTS.walk_revisions()))]


async def in_transaction(url: str, work: Callable[[Connection], T]) -> T:
    """Run the work on a bare connection, without the store."""
    driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}[url.partition(":")[0]]
    engine = create_async_engine(driver + ":" + url.partition(":")[2], poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def schema(connection: Connection) -> dict[str, str]:
    """Every table and index as the database itself spells it."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    else:
        rows = connection.execute(
            text(
                "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL "
                "SELECT table_name || '.' || column_name, concat_ws(' ', data_type, is_nullable, column_default) "
                "FROM information_schema.columns WHERE table_schema = 'public' UNION ALL "
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE connamespace = 'public'::regnamespace"
            )
        )
    return {name: re.sub(r'[\s"]+', " ", spelt) for name, spelt in rows if not name.startswith("alembic_version")}


def test_head_is_the_newest_revision() -> None:
    assert _SCRIPTS.get_current_head() == migrations.HEAD


@pytest.mark.parametrize("revision", _REVISIONS)
async def test_each_migration_can_be_done_undone_and_done_again(empty_url: str, revision: str) -> None:
    def stairway(connection: Connection) -> None:
        migrations.upgrade(connection, revision)
        below = _SCRIPTS.get_revision(revision).down_revision
        migrations.downgrade(connection, str(below or "base"))
        migrations.upgrade(connection, revision)

    await in_transaction(empty_url, stairway)
    assert await in_transaction(empty_url, migrations.is_current) == (revision == migrations.HEAD)


async def test_undoing_everything_leaves_nothing(empty_url: str) -> None:
    def up_and_down(connection: Connection) -> list[str]:
        migrations.upgrade(connection)
        migrations.downgrade(connection, "base")
        return inspect(connection).get_table_names()

    assert await in_transaction(empty_url, up_and_down) == ["alembic_version"]


async def test_alembic_finds_no_difference_between_tables_and_migrations(empty_url: str) -> None:
    def compare(connection: Connection) -> list[object]:
        migrations.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, metadata))

    assert await in_transaction(empty_url, compare) == []


async def test_the_migrated_database_is_spelled_like_the_declared_one(
    empty_url: str, database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Stricter than Alembic's comparison, which does not look into partial indexes and constraint names."""

    def declared(connection: Connection) -> dict[str, str]:
        metadata.create_all(connection)
        found = schema(connection)
        metadata.drop_all(connection)
        return found

    def migrated(connection: Connection) -> dict[str, str]:
        migrations.upgrade(connection)
        return schema(connection)

    assert await in_transaction(empty_url, migrated) == await in_transaction(
        f"sqlite:///{tmp_path / 'declared.sqlite3'}"
        if database == "sqlite"
        else request.getfixturevalue("postgresql_server")("declared"),
        declared,
    )


async def test_a_database_of_a_newer_program_is_refused(database_url: str, tmp_path: Path) -> None:
    store = await Store.open(database_url, data_dir=tmp_path)
    await store.close()

    def pretend(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    await in_transaction(database_url, pretend)
    with pytest.raises(StorageError, match="another version of khombot"):
        await Store.open(database_url, data_dir=tmp_path)


async def test_stores_that_open_an_empty_database_at_once_do_not_collide(empty_url: str, tmp_path: Path) -> None:
    stores = await asyncio.gather(*(Store.open(empty_url, data_dir=tmp_path) for _ in range(4)))
    for store in stores:
        assert await store.read(lambda tx: tx.forms.families()) == []
        await store.close()
