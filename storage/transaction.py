"""What a use case holds while it changes or reads the database: the queries, and the connection below them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from storage.dialects.direct import Direct
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
from storage.queries.sessions import Sessions
from storage.queries.submissions import Submissions
from storage.queries.targets import Targets
from storage.queries.units import Units


class Transaction:
    """One transaction. It is over when the function that was given to Store.transact or Store.read returns."""

    def __init__(self, connection: Direct, locks: Locks) -> None:
        self._connection = connection
        self._locks = locks

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's, for what is asked once."""
        return self._connection.connection

    @cached_property
    def inbox(self) -> Inbox:
        """Updates as the vendors delivered them."""
        return Inbox(self._connection, self._locks)

    @cached_property
    def outbox(self) -> Outbox:
        """Replies on their way."""
        return Outbox(self._connection, self._locks)

    @cached_property
    def sessions(self) -> Sessions:
        """Where each person is in the conversation."""
        return Sessions(self._connection, self._locks)

    @cached_property
    def people(self) -> People:
        """People and their posts."""
        return People(self._connection, self._locks)

    @cached_property
    def accounts(self) -> Accounts:
        """Addresses on channels, and whose they are."""
        return Accounts(self._connection, self._locks)

    @cached_property
    def invitations(self) -> Invitations:
        """Single-use ways in."""
        return Invitations(self._connection, self._locks)

    @cached_property
    def units(self) -> Units:
        """The dated tree."""
        return Units(self._connection, self._locks)

    @cached_property
    def periods(self) -> Periods:
        """Reporting periods."""
        return Periods(self._connection, self._locks)

    @cached_property
    def forms(self) -> Forms:
        """Published forms and their assignments."""
        return Forms(self._connection, self._locks)

    @cached_property
    def submissions(self) -> Submissions:
        """What is filled in, and its revisions."""
        return Submissions(self._connection, self._locks)

    @cached_property
    def targets(self) -> Targets:
        """What units promised."""
        return Targets(self._connection, self._locks)

    @cached_property
    def attachments(self) -> Attachments:
        """What is known of kept files."""
        return Attachments(self._connection, self._locks)

    @cached_property
    def audit(self) -> Audit:
        """Who changed what."""
        return Audit(self._connection, self._locks)

    @cached_property
    def exports(self) -> Exports:
        """Exports that were asked for."""
        return Exports(self._connection, self._locks)
