"""Links to files, for channels that cannot carry them, and which files concern nobody."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables of links."""
    op.create_table(
        "file_links",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_file_links"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_file_links_expires_at", "file_links", ["expires_at"])
    op.create_table(
        "file_fetches",
        sa.Column("id", ID, nullable=False),
        sa.Column("link", ID, sa.ForeignKey("file_links.id", name="fk_file_fetches_link"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_file_fetches"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_file_fetches_link", "file_fetches", ["link"])
    op.create_table(
        "public_files",
        sa.Column(
            "digest", sa.Text(), sa.ForeignKey("attachments.digest", name="fk_public_files_digest"), nullable=False
        ),
        sa.Column("marked_by", ID, sa.ForeignKey("people.id", name="fk_public_files_marked_by")),
        sa.Column("marked_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_public_files"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("public_files")
    op.drop_table("file_fetches")
    op.drop_table("file_links")
