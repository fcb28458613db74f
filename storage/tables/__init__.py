"""The tables, one module per aggregate; importing this package fills `metadata` with all of them."""

from storage.tables.accounts import accounts
from storage.tables.announcements import announcement_remarks, announcements, brakes, deliveries, drains
from storage.tables.attachments import attachments, public_files, submission_attachments
from storage.tables.audit import audit_entries
from storage.tables.base import metadata
from storage.tables.entrustments import enclosures, entrustments
from storage.tables.exports import exports
from storage.tables.file_links import file_fetches, file_links
from storage.tables.forms import form_assignments, form_proposals, forms
from storage.tables.inbox import inbox
from storage.tables.invitations import code_guesses, invitations
from storage.tables.media import form_media, proposal_media
from storage.tables.outbox import outbox
from storage.tables.people import people, posts
from storage.tables.periods import reporting_periods
from storage.tables.quotas import message_counts, quotas
from storage.tables.reminders import digests, reminder_items, reminder_rules, reminder_wishes, reminders
from storage.tables.sessions import sessions
from storage.tables.submissions import closings, revisions, submissions
from storage.tables.targets import targets
from storage.tables.units import unit_successions, units
from storage.tables.zalo import zalo_tokens

__all__ = [
    "accounts",
    "announcement_remarks",
    "announcements",
    "attachments",
    "audit_entries",
    "brakes",
    "closings",
    "code_guesses",
    "deliveries",
    "digests",
    "drains",
    "enclosures",
    "entrustments",
    "exports",
    "file_fetches",
    "file_links",
    "form_assignments",
    "form_media",
    "form_proposals",
    "forms",
    "inbox",
    "invitations",
    "message_counts",
    "metadata",
    "outbox",
    "people",
    "posts",
    "proposal_media",
    "public_files",
    "quotas",
    "reminder_items",
    "reminder_rules",
    "reminder_wishes",
    "reminders",
    "reporting_periods",
    "revisions",
    "sessions",
    "submission_attachments",
    "submissions",
    "targets",
    "unit_successions",
    "units",
    "zalo_tokens",
]
