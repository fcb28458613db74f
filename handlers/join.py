"""An invitation is accepted: the stranger becomes a member, and is told as what."""

from __future__ import annotations

from bot.actions import invitations
from bot.conversation import naming
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.errors import Invalid
from bot.messages import Reply
from bot.texts import conversation as say
from bot.texts.problems import sentence
from handlers import address, home, stranger


def open_(turn: Turn, argument: str) -> None:
    """The argument is the token of the link."""
    newcomer = turn.person is None
    try:
        member = invitations.accept(
            turn.tx,
            token=argument,
            account=turn.account,
            name=turn.incoming.sender_name or say.NAMELESS,
            person=turn.person,
            at=turn.now,
        )
    except Invalid as problem:
        turn.say(Reply(text=sentence(problem)))
        again(turn)
        return
    if turn.person is None or turn.person.id != member.id:
        turn.become(member)
    turn.person = member
    if newcomer:
        _welcome(turn)
    if newcomer and not member.salutation:
        address.ask(turn)
    else:
        home.greet(turn, before="" if newcomer else None)


def _welcome(turn: Turn) -> None:
    post = turn.who.posts[-1]
    role = say.ROLE_NAMES[post.role.value]
    text = say.JOINED.format(whom=naming.whom(turn.who), role=role, unit=post.unit.name)
    turn.say(Reply(text=text, hint=say.JOINED_PRIVACY, commands=turn.commands()))


def choose(turn: Turn, action: str) -> None:
    """It never holds the floor itself."""
    del action
    again(turn)


def again(turn: Turn) -> None:
    """A member goes on where he is; a stranger is told whom to ask."""
    if turn.person is None:
        stranger.read(turn)
    else:
        home.greet(turn)


HANDLER = Handler(name="join", open=open_, choose=choose, read=again, again=again)
