"""The tokens of a Zalo Official Account."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the table of tokens."""
    op.create_table(
        "zalo_tokens",
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("access", sa.Text(), nullable=False),
        sa.Column("refresh", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("renewed_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("leased_until", MOMENT),
        sa.Column("broken_at", MOMENT),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("app", name="pk_zalo_tokens"),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("zalo_tokens")
