"""What a use case holds while it changes or reads the database: the queries, and the connection below them."""

from __future__ import annotations

from typing import Generic, TypeVar

from sqlalchemy import Connection

from storage.dialects.direct import Direct
from storage.dialects.locks import Locks
from storage.queries.accounts import Accounts
from storage.queries.announcements import Announcements
from storage.queries.attachments import Attachments
from storage.queries.audit import Audit
from storage.queries.base import Queries
from storage.queries.carrying import Carrying
from storage.queries.deliveries import Deliveries
from storage.queries.drains import Drains
from storage.queries.enclosures import Enclosures
from storage.queries.entrustments import Entrustments
from storage.queries.exports import Exports
from storage.queries.file_links import FileLinks
from storage.queries.forms import Forms
from storage.queries.guesses import CodeGuesses
from storage.queries.inbox import Inbox
from storage.queries.invitations import Invitations
from storage.queries.media import Media
from storage.queries.outbox import Outbox
from storage.queries.people import People
from storage.queries.periods import Periods
from storage.queries.proposals import Proposals
from storage.queries.quotas import Quotas
from storage.queries.reminder_rules import ReminderRules
from storage.queries.reminders import Reminders
from storage.queries.routes import Routes
from storage.queries.sessions import Sessions
from storage.queries.submissions import Submissions
from storage.queries.targets import Targets
from storage.queries.units import Units
from storage.queries.zalo_tokens import ZaloTokens

Q = TypeVar("Q", bound=Queries)


class _Lazily(Generic[Q]):
    """The queries of one aggregate, made when a transaction first asks for them: most turns need few."""

    def __init__(self, kind: type[Q]) -> None:
        self._kind = kind
        self._name = ""

    def __set_name__(self, owner: type[Transaction], name: str) -> None:
        self._name = name

    def __get__(self, transaction: Transaction, owner: type[Transaction]) -> Q:
        made = self._kind(transaction._connection, transaction._locks)
        transaction.__dict__[self._name] = made  # found before this is asked again
        return made


class Transaction:
    """One transaction. It is over when the function that was given to Store.transact or Store.read returns."""

    inbox = _Lazily(Inbox)
    """Updates as the vendors delivered them."""
    outbox = _Lazily(Outbox)
    """Replies on their way."""
    sessions = _Lazily(Sessions)
    """Where each person is in the conversation."""
    people = _Lazily(People)
    """People and their posts."""
    accounts = _Lazily(Accounts)
    """Addresses on channels, and whose they are."""
    routes = _Lazily(Routes)
    """Where people are told something."""
    invitations = _Lazily(Invitations)
    """Single-use ways in."""
    guesses = _Lazily(CodeGuesses)
    """Wrong codes."""
    units = _Lazily(Units)
    """The dated tree."""
    periods = _Lazily(Periods)
    """Reporting periods."""
    forms = _Lazily(Forms)
    """Published forms and their assignments."""
    proposals = _Lazily(Proposals)
    """Workbooks that may become a version of a form."""
    media = _Lazily(Media)
    """The pictures, sounds and films that forms show."""
    submissions = _Lazily(Submissions)
    """What is filled in, and its revisions."""
    carrying = _Lazily(Carrying)
    """Cases that last, from period to period."""
    targets = _Lazily(Targets)
    """What units promised."""
    attachments = _Lazily(Attachments)
    """What is known of kept files."""
    file_links = _Lazily(FileLinks)
    """Who was given a link to a kept file, and what was done with it."""
    enclosures = _Lazily(Enclosures)
    """Files that were sent instead of typed answers."""
    entrustments = _Lazily(Entrustments)
    """Answers that were left to the ward."""
    audit = _Lazily(Audit)
    """Who changed what."""
    exports = _Lazily(Exports)
    """Exports that were asked for."""
    reminders = _Lazily(Reminders)
    """Who was reminded of what."""
    reminder_rules = _Lazily(ReminderRules)
    """When a ward lets its people be reminded."""
    quotas = _Lazily(Quotas)
    """What bots may say in a month, and what they have said."""
    announcements = _Lazily(Announcements)
    """What the ward announces."""
    deliveries = _Lazily(Deliveries)
    """Who is to get what, and who got it."""
    drains = _Lazily(Drains)
    """Whose turn it is to send, and what brakes it."""
    zalo_tokens = _Lazily(ZaloTokens)
    """The tokens of a Zalo Official Account."""

    def __init__(self, connection: Direct, locks: Locks) -> None:
        self._connection = connection
        self._locks = locks

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's, for what is asked once."""
        return self._connection.connection
