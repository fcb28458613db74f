"""What a use case holds while it changes or reads the database: the queries, and the connection below them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from storage.dialects.locks import Locks
from storage.queries.accounts import Accounts
from storage.queries.attachments import Attachments
from storage.queries.audit import Audit
from storage.queries.exports import Exports
from storage.queries.forms import Forms
from storage.queries.inbox import Inbox
from storage.queries.invitations import Invitations
from storage.queries.outbox import Outbox
from storage.queries.people import People
from storage.queries.periods import Periods
from storage.queries.proposals import Proposals
from storage.queries.sessions import Sessions
from storage.queries.submissions import Submissions
from storage.queries.targets import Targets
from storage.queries.units import Units


class Transaction:
    """One transaction. It is over when the function that was given to Store.transact or Store.read returns."""

    def __init__(self, connection: Connection, locks: Locks) -> None:
        self.connection = connection
        self._locks = locks

    @cached_property
    def inbox(self) -> Inbox:
        """Updates as the vendors delivered them."""
        return Inbox(self.connection, self._locks)

    @cached_property
    def outbox(self) -> Outbox:
        """Replies on their way."""
        return Outbox(self.connection, self._locks)

    @cached_property
    def sessions(self) -> Sessions:
        """Where each person is in the conversation."""
        return Sessions(self.connection, self._locks)

    @cached_property
    def people(self) -> People:
        """People and their posts."""
        return People(self.connection, self._locks)

    @cached_property
    def accounts(self) -> Accounts:
        """Addresses on channels, and whose they are."""
        return Accounts(self.connection, self._locks)

    @cached_property
    def invitations(self) -> Invitations:
        """Single-use ways in."""
        return Invitations(self.connection, self._locks)

    @cached_property
    def units(self) -> Units:
        """The dated tree."""
        return Units(self.connection, self._locks)

    @cached_property
    def periods(self) -> Periods:
        """Reporting periods."""
        return Periods(self.connection, self._locks)

    @cached_property
    def forms(self) -> Forms:
        """Published forms and their assignments."""
        return Forms(self.connection, self._locks)

    @cached_property
    def proposals(self) -> Proposals:
        """Workbooks that may become a version of a form."""
        return Proposals(self.connection, self._locks)

    @cached_property
    def submissions(self) -> Submissions:
        """What is filled in, and its revisions."""
        return Submissions(self.connection, self._locks)

    @cached_property
    def targets(self) -> Targets:
        """What units promised."""
        return Targets(self.connection, self._locks)

    @cached_property
    def attachments(self) -> Attachments:
        """What is known of kept files."""
        return Attachments(self.connection, self._locks)

    @cached_property
    def audit(self) -> Audit:
        """Who changed what."""
        return Audit(self.connection, self._locks)

    @cached_property
    def exports(self) -> Exports:
        """Exports that were asked for."""
        return Exports(self.connection, self._locks)
