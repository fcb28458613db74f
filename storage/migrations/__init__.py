"""The schema's history (Alembic), and how a database is brought up to date when it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from storage.errors import StorageError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0007"
"""The newest revision, held equal to versions/ by a test; known here, Alembic is imported only to do something."""

_REVISION = text("SELECT version_num FROM alembic_version")


def is_current(connection: Connection) -> bool:
    """Whether there is nothing to do."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return False
    return connection.execute(_REVISION).scalar_one_or_none() == HEAD


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run the missing migrations, in the transaction that the connection is in."""
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(_config(connection), revision)
    except CommandError as error:
        raise StorageError(
            "The database was made by another version of khombot than this one; install the newer of the two."
        ) from error


def downgrade(connection: Connection, revision: str) -> None:
    """Undo migrations down to that revision ("base" is the empty database)."""
    from alembic import command

    command.downgrade(_config(connection), revision)


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config
