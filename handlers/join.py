"""An invitation is accepted, by its link or its code: the stranger becomes a member, and is told as what."""

from __future__ import annotations

from bot.actions import invitations
from bot.actions.channels import routes_of
from bot.actions.joining_codes import by_code
from bot.conversation import naming
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.codes import is_code
from bot.domain.errors import Invalid
from bot.domain.invitations import Invitation
from bot.messages import Choice, Reply
from bot.texts import conversation as say
from bot.texts import joining as words
from bot.texts.problems import sentence
from handlers import address, home, stranger

NAME = "join"


def open_(turn: Turn, argument: str) -> None:
    """The argument is the token of a link, or a code."""
    if is_code(argument):
        _by_code(turn, argument)
        return
    try:
        _come_in(turn, invitations.by_token(turn.tx, argument, turn.person, turn.now))
    except Invalid as problem:
        turn.say(Reply(text=sentence(problem)))
        again(turn)


def _by_code(turn: Turn, code: str) -> None:
    """What is wrong with it is said by the router, which asks a member's open question once more."""
    invitation = by_code(
        turn.tx,
        key=turn.doors.key,
        code=code,
        account=turn.account,
        channel=turn.incoming.address.channel,
        person=turn.person,
        at=turn.now,
    )
    if turn.person is not None and invitation.person not in {None, turn.person.id}:
        _ask(turn, invitation)
    elif turn.person is not None and invitation.is_own and invitation.used_at is None:
        turn.say(Reply(text=words.SAME_CHAT))
        turn.repeat()
    else:
        _come_in(turn, invitation)


def _ask(turn: Turn, invitation: Invitation) -> None:
    """A member is about to leave this chat to somebody else: a slip of six digits, or the second half of one person."""
    other = invitations.invited(turn.tx, invitation, turn.now)
    turn.session.go(NAME, invitation=invitation.id)
    rows = (
        (Choice(id="take", label=words.TAKE.format(name=other)),),
        (Choice(id="leave", label=words.LEAVE, way_out=True),),
    )
    text = words.SOMEBODY_ELSES.format(name=other, own=turn.who.name)
    turn.ask(Reply(text=text, hint=words.SOMEBODY_ELSES_HINT.format(name=other), rows=rows))


def _come_in(turn: Turn, invitation: Invitation) -> None:
    newcomer = turn.person is None
    member = invitations.accept(
        turn.tx,
        invitation=invitation,
        account=turn.account,
        name=turn.incoming.sender_name or say.NAMELESS,
        person=turn.person,
        at=turn.now,
    )
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
    has_more = len(routes_of(turn.tx, turn.who, turn.previews)) > 1
    hint = "\n".join((say.JOINED_PRIVACY, words.ONE_MORE_CHANNEL)) if has_more else say.JOINED_PRIVACY
    turn.say(Reply(text=text, hint=hint, commands=turn.commands()))


def choose(turn: Turn, action: str) -> None:
    """Whether this chat becomes that of the person whose code was typed."""
    wanted = turn.session.place.get("invitation")
    if action == "take" and wanted is not None:
        _come_in(turn, invitations.by_id(turn.tx, wanted))
    else:
        home.greet(turn)


def again(turn: Turn) -> None:
    """A member is asked once more, or goes on where he is; a stranger is told whom to ask."""
    wanted = turn.session.place.get("invitation")
    if turn.person is None:
        stranger.read(turn)
    elif turn.session.at == NAME and wanted is not None:
        _ask(turn, invitations.by_id(turn.tx, wanted))
    else:
        home.greet(turn)


HANDLER = Handler(name=NAME, open=open_, choose=choose, again=again)
