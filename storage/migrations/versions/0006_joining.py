"""Invitations by code, where a person wants to be told things, and what is moved to another channel."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
IS_OPEN = sa.text("used_at IS NULL AND revoked_at IS NULL")


def upgrade() -> None:
    """Add the columns, and the table of wrong codes."""
    op.add_column("invitations", sa.Column("code_hash", sa.Text()))
    op.add_column("invitations", sa.Column("code_expires_at", MOMENT))
    op.add_column("invitations", sa.Column("revoked_at", MOMENT))
    op.create_index(
        "ix_invitations_code",
        "invitations",
        ["code_hash"],
        unique=True,
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )
    op.create_table(
        "code_guesses",
        sa.Column("id", ID, nullable=False),
        sa.Column("account", ID, sa.ForeignKey("accounts.id", name="fk_code_guesses_account"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_code_guesses"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_code_guesses_channel", "code_guesses", ["channel", "at"])
    op.add_column("deliveries", sa.Column("tried", sa.JSON()))
    op.add_column("accounts", sa.Column("preferred_at", MOMENT))
    # A key without a constraint: SQLite can add none to a table that is there.
    op.add_column("outbox", sa.Column("person", ID))
    op.add_column("outbox", sa.Column("tried", sa.JSON()))


def downgrade() -> None:
    """Take them away."""
    op.drop_column("outbox", "tried")
    op.drop_column("outbox", "person")
    op.drop_column("accounts", "preferred_at")
    op.drop_column("deliveries", "tried")
    op.drop_table("code_guesses")
    op.drop_index("ix_invitations_code", "invitations")
    op.drop_column("invitations", "revoked_at")
    op.drop_column("invitations", "code_expires_at")
    op.drop_column("invitations", "code_hash")
