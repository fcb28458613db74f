"""The first tables: a list, read from top to bottom and never changed once it is released, so it stays in one file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "audit_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", ID),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_entries_subject", "audit_entries", ["subject"])
    op.create_table(
        "form_assignments",
        sa.Column("id", ID, nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("period_kind", sa.Text()),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_form_assignments"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("update_id", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("channel", "bot", "update_id", name="uq_inbox_channel_bot_update_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_lane", "inbox", ["channel", "bot", "lane", "id"])
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["channel", "bot", "lane", "sequence", "id"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "people",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("salutation", sa.Text(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "forms",
        sa.Column("id", ID, nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("xform", sa.Text(), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.Column("source_type", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("published_by", ID, sa.ForeignKey("people.id", name="fk_forms_published_by")),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date()),
        sa.Column("withdrawn_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_forms"),
        sa.UniqueConstraint("family", "version", name="uq_forms_family_version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "form_proposals",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("asked_by", ID, sa.ForeignKey("people.id", name="fk_form_proposals_asked_by"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("xform", sa.Text(), nullable=False),
        sa.Column("source", sa.LargeBinary()),
        sa.Column("form", ID, sa.ForeignKey("forms.id", name="fk_form_proposals_form")),
        sa.PrimaryKeyConstraint("id", name="pk_form_proposals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_form_proposals_status", "form_proposals", ["status"])
    op.create_table(
        "form_media",
        sa.Column("form", ID, sa.ForeignKey("forms.id", name="fk_form_media_form"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("form", "name", name="pk_form_media"),
    )
    op.create_table(
        "proposal_media",
        sa.Column("id", ID, nullable=False),
        sa.Column(
            "proposal",
            ID,
            sa.ForeignKey("form_proposals.id", name="fk_proposal_media_proposal"),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_media"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_media_proposal", "proposal_media", ["proposal"])
    op.create_table(
        "units",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("parent", ID, sa.ForeignKey("units.id", name="fk_units_parent")),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.UniqueConstraint("code", name="uq_units_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_units_parent", "units", ["parent"])
    op.create_table(
        "accounts",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_accounts_person")),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("gone_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("channel", "bot", "chat", name="uq_accounts_channel_bot_chat"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_accounts_person", "accounts", ["person"])
    op.create_table(
        "attachments",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer()),
        sa.Column("owner", ID, sa.ForeignKey("people.id", name="fk_attachments_owner")),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_attachments"),
    )
    op.create_table(
        "exports",
        sa.Column("id", ID, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("asked_by", ID, sa.ForeignKey("people.id", name="fk_exports_asked_by"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text()),
        sa.Column("done_at", MOMENT),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exports"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "invitations",
        sa.Column("id", ID, nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("unit", ID, sa.ForeignKey("units.id", name="fk_invitations_unit"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_invitations_person")),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("created_by", ID, sa.ForeignKey("people.id", name="fk_invitations_created_by")),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("used_by", ID, sa.ForeignKey("people.id", name="fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("token_hash", name="uq_invitations_token_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "posts",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_posts_person"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", ID, sa.ForeignKey("units.id", name="fk_posts_unit"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posts_person", "posts", ["person"])
    op.create_index("ix_posts_unit", "posts", ["unit"])
    op.create_table(
        "reporting_periods",
        sa.Column("id", ID, nullable=False),
        sa.Column("ward", ID, sa.ForeignKey("units.id", name="fk_reporting_periods_ward"), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("khom_due_on", sa.Date(), nullable=False),
        sa.Column("ward_due_on", sa.Date(), nullable=False),
        sa.Column("opened_by", ID, sa.ForeignKey("people.id", name="fk_reporting_periods_opened_by")),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_reporting_periods"),
        sa.UniqueConstraint("ward", "code", name="uq_reporting_periods_ward_code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sessions",
        sa.Column("person", ID, sa.ForeignKey("people.id", name="fk_sessions_person"), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_sessions"),
    )
    op.create_table(
        "targets",
        sa.Column("id", ID, nullable=False),
        sa.Column("unit", ID, sa.ForeignKey("units.id", name="fk_targets_unit"), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("out_of", sa.Text()),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_targets"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_targets_unit", "targets", ["unit"])
    op.create_table(
        "unit_successions",
        sa.Column("predecessor", ID, sa.ForeignKey("units.id", name="fk_unit_successions_predecessor"), nullable=False),
        sa.Column("successor", ID, sa.ForeignKey("units.id", name="fk_unit_successions_successor"), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("predecessor", "successor", name="pk_unit_successions"),
    )
    op.create_index("ix_unit_successions_successor", "unit_successions", ["successor"])
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("account", ID, sa.ForeignKey("accounts.id", name="fk_outbox_account")),
        sa.Column("reply", sa.JSON(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("due", MOMENT),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text()),
        sa.Column("sent_at", MOMENT),
        sa.Column("dead_at", MOMENT),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_address", "outbox", ["channel", "bot", "chat", "id"])
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["channel", "bot", "chat", "id"],
        sqlite_where=sa.text("due IS NOT NULL"),
        postgresql_where=sa.text("due IS NOT NULL"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("form", ID, sa.ForeignKey("forms.id", name="fk_submissions_form"), nullable=False),
        sa.Column("unit", ID, sa.ForeignKey("units.id", name="fk_submissions_unit"), nullable=False),
        sa.Column("period", ID, sa.ForeignKey("reporting_periods.id", name="fk_submissions_period")),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("filling", sa.JSON(), nullable=False),
        sa.Column("author", ID, sa.ForeignKey("people.id", name="fk_submissions_author"), nullable=False),
        sa.Column("holder", ID, sa.ForeignKey("people.id", name="fk_submissions_holder")),
        sa.Column("held_at", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("corrected_at", MOMENT),
        sa.Column("carried_from", ID, sa.ForeignKey("submissions.id", name="fk_submissions_carried_from")),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submissions_period", "submissions", ["period"])
    op.create_index("ix_submissions_unit_family", "submissions", ["unit", "family"])
    op.create_index(
        "uq_submissions_live",
        "submissions",
        ["family", "unit", "period"],
        unique=True,
        sqlite_where=sa.text("period IS NOT NULL AND carried_from IS NULL AND status != 'withdrawn'"),
        postgresql_where=sa.text("period IS NOT NULL AND carried_from IS NULL AND status != 'withdrawn'"),
    )
    op.create_index(
        "uq_submissions_code",
        "submissions",
        ["unit", "code"],
        unique=True,
        sqlite_where=sa.text("status != 'withdrawn'"),
        postgresql_where=sa.text("status != 'withdrawn'"),
    )
    op.create_index(
        "uq_submissions_carried_from",
        "submissions",
        ["carried_from"],
        unique=True,
        sqlite_where=sa.text("carried_from IS NOT NULL AND status != 'withdrawn'"),
        postgresql_where=sa.text("carried_from IS NOT NULL AND status != 'withdrawn'"),
    )
    op.create_table(
        "closings",
        sa.Column("submission", ID, sa.ForeignKey("submissions.id", name="fk_closings_submission"), nullable=False),
        sa.Column("period", ID, sa.ForeignKey("reporting_periods.id", name="fk_closings_period"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("closed_by", ID, sa.ForeignKey("people.id", name="fk_closings_closed_by"), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("submission", name="pk_closings"),
    )
    op.create_table(
        "revisions",
        sa.Column("submission", ID, sa.ForeignKey("submissions.id", name="fk_revisions_submission"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", ID, sa.ForeignKey("forms.id", name="fk_revisions_form"), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("empties", sa.JSON(), nullable=False),
        sa.Column("confirmed", sa.JSON(), nullable=False),
        sa.Column("sent_by", ID, sa.ForeignKey("people.id", name="fk_revisions_sent_by"), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("submission", "number", name="pk_revisions"),
    )
    op.create_table(
        "submission_attachments",
        sa.Column(
            "submission",
            ID,
            sa.ForeignKey("submissions.id", name="fk_submission_attachments_submission"),
            nullable=False,
        ),
        sa.Column(
            "digest",
            sa.Text(),
            sa.ForeignKey("attachments.digest", name="fk_submission_attachments_digest"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("submission", "digest", name="pk_submission_attachments"),
    )
    op.create_table(
        "enclosures",
        sa.Column("submission", ID, sa.ForeignKey("submissions.id", name="fk_enclosures_submission"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column(
            "digest", sa.Text(), sa.ForeignKey("attachments.digest", name="fk_enclosures_digest"), nullable=False
        ),
        sa.Column("sent_by", ID, sa.ForeignKey("people.id", name="fk_enclosures_sent_by"), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("seen_by", ID, sa.ForeignKey("people.id", name="fk_enclosures_seen_by")),
        sa.Column("seen_at", MOMENT),
        sa.PrimaryKeyConstraint("submission", "key", "digest", name="pk_enclosures"),
    )
    op.create_index(
        "ix_enclosures_unseen",
        "enclosures",
        ["submission"],
        sqlite_where=sa.text("seen_at IS NULL"),
        postgresql_where=sa.text("seen_at IS NULL"),
    )
    op.create_table(
        "entrustments",
        sa.Column("submission", ID, sa.ForeignKey("submissions.id", name="fk_entrustments_submission"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_by", ID, sa.ForeignKey("people.id", name="fk_entrustments_asked_by"), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("entered_by", ID, sa.ForeignKey("people.id", name="fk_entrustments_entered_by")),
        sa.Column("entered_at", MOMENT),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("empty", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("told_at", MOMENT),
        sa.Column("settled_by", ID, sa.ForeignKey("people.id", name="fk_entrustments_settled_by")),
        sa.Column("settled_at", MOMENT),
        sa.PrimaryKeyConstraint("submission", "key", name="pk_entrustments"),
    )
    op.create_index(
        "ix_entrustments_open",
        "entrustments",
        ["submission"],
        sqlite_where=sa.text("state IN ('asked', 'entered', 'disputed')"),
        postgresql_where=sa.text("state IN ('asked', 'entered', 'disputed')"),
    )


def downgrade() -> None:
    """Back to the empty database."""
    op.drop_table("entrustments")
    op.drop_table("enclosures")
    op.drop_table("submission_attachments")
    op.drop_table("revisions")
    op.drop_table("closings")
    op.drop_table("submissions")
    op.drop_table("outbox")
    op.drop_table("unit_successions")
    op.drop_table("targets")
    op.drop_table("sessions")
    op.drop_table("reporting_periods")
    op.drop_table("posts")
    op.drop_table("invitations")
    op.drop_table("exports")
    op.drop_table("attachments")
    op.drop_table("accounts")
    op.drop_table("units")
    op.drop_table("proposal_media")
    op.drop_table("form_media")
    op.drop_table("form_proposals")
    op.drop_table("forms")
    op.drop_table("people")
    op.drop_table("inbox")
    op.drop_table("form_assignments")
    op.drop_table("audit_entries")
