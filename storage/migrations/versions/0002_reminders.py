"""What people are reminded of, when, and by which rules."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables of reminders."""
    op.create_table(
        "reminders",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_reminders_person"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("asked_by", ID, sa.ForeignKey("people.id", name="fk_reminders_asked_by")),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.UniqueConstraint("person", "day", name="uq_reminders_person_day"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminders_day", "reminders", ["day"])
    op.create_table(
        "reminder_items",
        sa.Column("reminder", ID, sa.ForeignKey("reminders.id", name="fk_reminder_items_reminder"), nullable=False),
        sa.Column("period", ID, sa.ForeignKey("reporting_periods.id", name="fk_reminder_items_period"), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("unit", ID, sa.ForeignKey("units.id", name="fk_reminder_items_unit"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reminder", "period", "family", "unit", name="pk_reminder_items"),
    )
    op.create_index("ix_reminder_items_period", "reminder_items", ["period"])
    op.create_table(
        "reminder_wishes",
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_reminder_wishes_person"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("person", "day", name="pk_reminder_wishes"),
    )
    op.create_index("ix_reminder_wishes_day", "reminder_wishes", ["day"])
    op.create_table(
        "reminder_rules",
        sa.Column("ward", ID, sa.ForeignKey("units.id", name="fk_reminder_rules_ward"), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("from_hour", sa.Integer(), nullable=False),
        sa.Column("until_hour", sa.Integer(), nullable=False),
        sa.Column("weekends", sa.Boolean(), nullable=False),
        sa.Column("holidays", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("ward", name="pk_reminder_rules"),
    )
    op.create_table(
        "digests",
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_digests_person"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", "day", name="pk_digests"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("digests")
    op.drop_table("reminder_rules")
    op.drop_table("reminder_wishes")
    op.drop_table("reminder_items")
    op.drop_table("reminders")
