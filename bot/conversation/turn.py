"""One turn: what one Incoming may read and change, inside one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.clock import local_date
from bot.conversation.channel import Previews
from bot.conversation.doors import NO_DOORS, Doors
from bot.conversation.session import Session
from bot.domain.errors import BotError
from bot.domain.people import AccountId, Person, PersonId
from bot.messages import Choice, Command, Incoming, Outgoing, Reply
from storage.queries.outbox import Letter
from storage.transaction import Transaction


def _nowhere(choice: str) -> None:
    """Only the router knows the handlers."""
    raise LookupError(choice)


def _unnoted(key: int) -> None:
    """Nobody asks under which key it was written."""


@dataclass(slots=True, kw_only=True)
class Spoken:
    """What a turn says, before it is written; the letter is `to` somebody else, or to the one whose turn it is."""

    letter: Letter
    asks: bool = False
    """It is the question that is open from now on."""
    noted: Callable[[int], None] = _unnoted
    """Gets its key in the outbox."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """Everything a handler sees; `person` is None for somebody without an invitation."""

    tx: Transaction
    incoming: Incoming
    account: AccountId
    person: Person | None
    session: Session
    now: datetime
    doors: Doors = NO_DOORS
    """The ways in that people can be given."""
    menu: Callable[[], tuple[Choice, ...]] = tuple
    """The entries of the menu that the person may open, as lasting choices."""
    commands: Callable[[], tuple[Command, ...]] = tuple
    """The slash commands that the person may use."""
    previews: Previews = field(default_factory=dict)
    """How a reply looks on each channel by which this installation reaches people."""
    open: Callable[[str], None] = _nowhere
    """Goes where a lasting choice leads: "@report:3:7"."""
    explain: Callable[[], str] = str
    """What is wanted of the person where he is; empty where that needs no words."""
    repeat: Callable[[], None] = lambda: None
    """Say the open question once more."""
    trouble: BotError | None = None
    """A file came that could not be kept: the person is told why."""
    mark: str = ""
    """Stands above everything that is said, where it does not count: a form that is only tried."""
    spoken: list[Spoken] = field(default_factory=list)
    """All that was said so far, in order; written at the end of the turn (bot/conversation/writing.py)."""
    outgoing: list[Outgoing] = field(default_factory=list)
    """What stands in the outbox."""

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return local_date(self.now)

    @property
    def who(self) -> Person:
        """The person, where the router has made sure that there is one."""
        if self.person is None:
            raise LookupError("a handler for members was given a stranger's turn")
        return self.person

    def become(self, person: Person) -> None:
        """The account turns out to be this person's, who may be in the middle of something on another channel."""
        self.person = person
        self.session = Session.from_json(self.tx.sessions.take(person.id, self.now))

    def say(self, reply: Reply) -> None:
        """Answer without a question: buttons of earlier questions stay in force."""
        self._say(reply, asks=False)

    def ask(self, reply: Reply) -> None:
        """Answer with the question that is open from now on."""
        self._say(self.session.offer(reply), asks=True)

    def settle(self, text: str) -> None:
        """Replace the message whose button was pressed by what was chosen, without its buttons."""
        if self.incoming.pressed:
            self.say(Reply(text=text, settles=self.incoming.pressed))

    def tell(self, person: PersonId, reply: Reply) -> None:
        """Say something to somebody else, once, where he wants to be told things; its choices must be lasting ones.

        What nobody serves any more is passed over, unless there is nothing else: a terminal shows it once it is open.
        """
        routes = self.tx.routes.of_one(person)
        served = [route for route in routes if (route.address.channel, route.address.bot) in self.previews]
        for route in (served or routes)[:1]:
            letter = Letter(address=route.address, account=route.account, reply=reply, to=person)
            self.spoken.append(Spoken(letter=letter))

    def once_written(self, noted: Callable[[int], None]) -> None:
        """What was said last is wanted under its key in the outbox, for instance to be kept up to date."""
        self.spoken[-1].noted = noted

    def _say(self, reply: Reply, *, asks: bool) -> None:
        if self.mark:
            reply = replace(reply, heading="\n".join(filter(None, (self.mark, reply.heading))))
        letter = Letter(address=self.incoming.address, account=self.account, reply=reply)
        self.spoken.append(Spoken(letter=letter, asks=asks))
