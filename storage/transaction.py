"""What a use case holds while it changes or reads the database: the queries, and the connection below them."""

from __future__ import annotations

from sqlalchemy import Connection

from storage.dialects.direct import Direct
from storage.dialects.locks import Locks
from storage.queries.accounts import Accounts
from storage.queries.announcements import Announcements
from storage.queries.attachments import Attachments
from storage.queries.audit import Audit
from storage.queries.carrying import Carrying
from storage.queries.deliveries import Deliveries
from storage.queries.drains import Drains
from storage.queries.enclosures import Enclosures
from storage.queries.entrustments import Entrustments
from storage.queries.exports import Exports
from storage.queries.forms import Forms
from storage.queries.inbox import Inbox
from storage.queries.invitations import Invitations
from storage.queries.media import Media
from storage.queries.outbox import Outbox
from storage.queries.people import People
from storage.queries.periods import Periods
from storage.queries.proposals import Proposals
from storage.queries.reminder_rules import ReminderRules
from storage.queries.reminders import Reminders
from storage.queries.sessions import Sessions
from storage.queries.submissions import Submissions
from storage.queries.targets import Targets
from storage.queries.units import Units


class Transaction:
    """One transaction. It is over when the function that was given to Store.transact or Store.read returns."""

    def __init__(self, connection: Direct, locks: Locks) -> None:
        self._connection = connection
        self.inbox = Inbox(connection, locks)
        """Updates as the vendors delivered them."""
        self.outbox = Outbox(connection, locks)
        """Replies on their way."""
        self.sessions = Sessions(connection, locks)
        """Where each person is in the conversation."""
        self.people = People(connection, locks)
        """People and their posts."""
        self.accounts = Accounts(connection, locks)
        """Addresses on channels, and whose they are."""
        self.invitations = Invitations(connection, locks)
        """Single-use ways in."""
        self.units = Units(connection, locks)
        """The dated tree."""
        self.periods = Periods(connection, locks)
        """Reporting periods."""
        self.forms = Forms(connection, locks)
        """Published forms and their assignments."""
        self.proposals = Proposals(connection, locks)
        """Workbooks that may become a version of a form."""
        self.media = Media(connection, locks)
        """The pictures, sounds and films that forms show."""
        self.submissions = Submissions(connection, locks)
        """What is filled in, and its revisions."""
        self.carrying = Carrying(connection, locks)
        """Cases that last, from period to period."""
        self.targets = Targets(connection, locks)
        """What units promised."""
        self.attachments = Attachments(connection, locks)
        """What is known of kept files."""
        self.enclosures = Enclosures(connection, locks)
        """Files that were sent instead of typed answers."""
        self.entrustments = Entrustments(connection, locks)
        """Answers that were left to the ward."""
        self.audit = Audit(connection, locks)
        """Who changed what."""
        self.exports = Exports(connection, locks)
        """Exports that were asked for."""
        self.announcements = Announcements(connection, locks)
        """What the ward announces."""
        self.deliveries = Deliveries(connection, locks)
        """Who is to get what, and who got it."""
        self.drains = Drains(connection, locks)
        """Whose turn it is to send, and what brakes it."""
        self.reminders = Reminders(connection, locks)
        """Who was reminded of what."""
        self.reminder_rules = ReminderRules(connection, locks)
        """When a ward lets its people be reminded."""

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's, for what is asked once."""
        return self._connection.connection
