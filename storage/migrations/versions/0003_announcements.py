"""What the ward announces, and the ledger of who is to get it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables of announcements."""
    op.create_table(
        "drains",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("beat_at", MOMENT),
        sa.PrimaryKeyConstraint("name", name="pk_drains"),
    )
    op.create_table(
        "brakes",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", "bot", name="pk_brakes"),
    )
    op.create_table(
        "announcements",
        sa.Column("id", ID, nullable=False),
        sa.Column("ward", ID, sa.ForeignKey("units.id", name="fk_announcements_ward"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("attachments", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("period", ID, sa.ForeignKey("reporting_periods.id", name="fk_announcements_period")),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("author", ID, sa.ForeignKey("people.id", name="fk_announcements_author")),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("send_at", MOMENT),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("finished_at", MOMENT),
        sa.Column("pace", sa.Integer()),
        sa.Column("card", ID),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announcements_ward", "announcements", ["ward"])
    op.create_index(
        "ix_announcements_open",
        "announcements",
        ["status"],
        sqlite_where=sa.text("status IN ('scheduled', 'running')"),
        postgresql_where=sa.text("status IN ('scheduled', 'running')"),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", ID, nullable=False),
        sa.Column(
            "announcement",
            ID,
            sa.ForeignKey("announcements.id", name="fk_deliveries_announcement"),
            nullable=False,
        ),
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_deliveries_person"), nullable=False),
        sa.Column("unit", ID, sa.ForeignKey("units.id", name="fk_deliveries_unit")),
        sa.Column("due", MOMENT),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("account", ID, sa.ForeignKey("accounts.id", name="fk_deliveries_account")),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text()),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("failed_at", MOMENT),
        sa.Column("read_at", MOMENT),
        sa.Column("answer", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("announcement", "person", name="uq_deliveries_announcement_person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_person", "deliveries", ["person"])
    op.create_index(
        "ix_deliveries_open",
        "deliveries",
        ["announcement", "due"],
        sqlite_where=sa.text("due IS NOT NULL"),
        postgresql_where=sa.text("due IS NOT NULL"),
    )
    op.create_table(
        "announcement_remarks",
        sa.Column("id", ID, nullable=False),
        sa.Column(
            "announcement",
            ID,
            sa.ForeignKey("announcements.id", name="fk_announcement_remarks_announcement"),
            nullable=False,
        ),
        sa.Column(
            "recipient", ID, sa.ForeignKey("people.id", name="fk_announcement_remarks_recipient"), nullable=False
        ),
        sa.Column("author", ID, sa.ForeignKey("people.id", name="fk_announcement_remarks_author"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcement_remarks"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announcement_remarks_announcement", "announcement_remarks", ["announcement"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("announcement_remarks")
    op.drop_table("deliveries")
    op.drop_table("announcements")
    op.drop_table("brakes")
    op.drop_table("drains")
