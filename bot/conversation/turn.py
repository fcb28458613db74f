"""One turn: what one Incoming may read and change, inside one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.clock import local_date
from bot.conversation.channel import Previews
from bot.conversation.session import Session
from bot.domain.errors import BotError
from bot.domain.people import AccountId, Person, PersonId
from bot.messages import Address, Choice, Command, Incoming, Outgoing, Reply
from storage.transaction import Transaction


def _nowhere(choice: str) -> None:
    """Only the router knows the handlers."""
    raise LookupError(choice)


@dataclass(slots=True, kw_only=True)
class Turn:
    """Everything a handler sees; `person` is None for somebody without an invitation."""

    tx: Transaction
    incoming: Incoming
    account: AccountId
    person: Person | None
    session: Session
    now: datetime
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
    outgoing: list[Outgoing] = field(default_factory=list)

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
        if self.mark:
            reply = replace(reply, heading="\n".join(filter(None, (self.mark, reply.heading))))
        self._put(self.incoming.address, self.account, reply)

    def ask(self, reply: Reply) -> None:
        """Answer with the question that is open from now on."""
        self.say(self.session.offer(reply))

    def settle(self, text: str) -> None:
        """Replace the message whose button was pressed by what was chosen, without its buttons."""
        if self.incoming.pressed:
            self.say(Reply(text=text, settles=self.incoming.pressed))

    def tell(self, person: PersonId, reply: Reply) -> None:
        """Say something to somebody else, wherever he can be reached; its choices must be lasting ones."""
        for account, address in self.tx.people.accounts_of(person):
            self._put(address, account, reply)

    def _put(self, address: Address, account: AccountId, reply: Reply) -> None:
        self.outgoing.append(self.tx.outbox.add(address, account, reply, self.now))
