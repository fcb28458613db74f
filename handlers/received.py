"""The officer reads one report that a khóm has sent."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import received as acts
from bot.actions.received import Received
from bot.clock import local
from bot.conversation import cards
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.line_numbers import line_number
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission
from bot.domain.errors import Invalid
from bot.domain.submissions import SubmissionId
from bot.messages import Choice, Reply
from bot.texts import dates, figures
from bot.texts import received as say
from bot.texts.conversation import NOT_UNDERSTOOD
from bot.texts.interview import NO_SUCH_LINE
from forms.prompt import ReviewLine
from handlers import home

NAME = "received"


def open_(turn: Turn, argument: str) -> None:
    """ "@received:12": the report as it was sent last."""
    if not is_key(argument):
        raise Invalid("draft")
    found = acts.read_received(turn.tx, by=turn.who, id=SubmissionId(int(argument)), at=turn.now)
    turn.session.go(NAME, submission=int(argument))
    turn.ask(_card(found))


def choose(turn: Turn, action: str) -> None:
    """Only lasting choices are offered here."""
    del action
    home.greet(turn)


def read(turn: Turn) -> None:
    """The number of a line: that one once more. Nothing else is read here, and nothing can be changed."""
    number, submission = line_number(turn.incoming.text), turn.session.place.get("submission")
    if number is None or submission is None:
        home.greet(turn, NOT_UNDERSTOOD)
    else:
        turn.ask(_one(acts.read_received(turn.tx, by=turn.who, id=SubmissionId(submission), at=turn.now), number))


def again(turn: Turn) -> None:
    """The menu: the card is above."""
    home.greet(turn)


def _card(received: Received) -> Reply:
    """The whole report on one card."""
    revision, at = received.revision, local(received.revision.sent_at)
    head = say.TITLE.format(
        title=received.title,
        unit=received.unit.name,
        period=dates.period(received.period.span),
        name=revision.sent_by_name,
        time=dates.time(at),
        day=dates.day(at.date()),
        revision=revision.number,
    )
    corrected = say.BEING_CORRECTED if received.submission.is_being_corrected else ""
    listed = cards.listing(received.lines, compared=True, numbered=True)
    return Reply(
        heading=received.submission.code,
        text="\n\n".join(filter(None, (head, corrected, listed, _confirmed(received, received.lines)))),
        rows=(_ways(received),),
    )


def _one(received: Received, number: int) -> Reply:
    """One line of it, with who can change it; or that there is none of that number."""
    lines = [line for line in received.lines if line.number == number]
    if not lines:
        last = max((line.number for line in received.lines), default=0)
        return Reply(text=NO_SUCH_LINE.format(number=number, last=last), rows=(_ways(received),))
    listed = cards.listing(lines, compared=True, numbered=True)
    return Reply(
        text="\n\n".join(filter(None, (listed, _confirmed(received, lines)))),
        hint=say.ONLY_TO_READ.format(unit=received.unit.name),
        rows=(_ways(received),),
    )


def _ways(received: Received) -> tuple[Choice, ...]:
    return (Choice(id=f"@progress:{received.period.id}", label=figures.PROGRESS_LABEL, way_out=True), HOME)


def _confirmed(received: Received, among: Sequence[ReviewLine]) -> str:
    """The unusual figures that the khóm said are right, each with what was unusual and why."""
    lines = {line.name: line for line in among}
    found = [
        (say.CONFIRMED_WHY if one.reason else say.CONFIRMED_LINE).format(
            number=lines[name].number, found=one.found, reason=one.reason.rstrip(" .")
        )
        for name, one in received.revision.confirmed.items()
        if name in lines and not lines[name].private
    ]
    return "\n".join((say.CONFIRMED, *found)) if found else ""


HANDLER = Handler(
    name=NAME,
    permission=Permission.READ_FIGURES,
    open=open_,
    choose=choose,
    read=read,
    again=again,
)
