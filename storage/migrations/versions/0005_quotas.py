"""What vendors allow a bot in a month, and what of it was used."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables of quotas."""
    op.create_table(
        "quotas",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("messages", sa.Integer()),
        sa.Column("people", sa.Integer()),
        sa.PrimaryKeyConstraint("channel", "bot", name="pk_quotas"),
    )
    op.create_table(
        "message_counts",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("refused_at", MOMENT),
        sa.Column("messages_warned_at", MOMENT),
        sa.Column("people_warned_at", MOMENT),
        sa.PrimaryKeyConstraint("channel", "bot", "month", name="pk_message_counts"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("message_counts")
    op.drop_table("quotas")
