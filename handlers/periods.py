"""The ward officer opens a reporting period."""

from __future__ import annotations

from bot.actions import periods as acts
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.domain.errors import Invalid
from bot.domain.periods import Span
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import periods as words
from handlers import home

NAME = "periods"


def open_(turn: Turn, argument: str) -> None:
    """The periods that can be opened; "@periods:2020-Q4" opens one."""
    ward = units_where(turn.who, Permission.OPEN_PERIODS)[0]
    if argument:
        _open_period(turn, ward, Span.parse(argument))
    else:
        _offer(turn, ward)


def read(turn: Turn) -> None:
    """A period may be typed: 2020-Q4. Anything else brings the list again."""
    ward = units_where(turn.who, Permission.OPEN_PERIODS)[0]
    _open_period(turn, ward, Span.parse(turn.incoming.text))


def claims(turn: Turn) -> bool | None:
    """Whether it is the code of a period: that of a year is a number."""
    try:
        Span.parse(turn.incoming.text)
    except Invalid:
        return None
    return True


def _offer(turn: Turn, ward: Unit) -> None:
    turn.session.go(NAME)
    spans = sorted(acts.openable(turn.tx, ward, turn.today), key=lambda span: (span.last_day, span.kind), reverse=True)
    opened = ", ".join(dates.period(period.span) for period in acts.opened(turn.tx, ward) if not period.closed)
    rows = tuple((Choice(id=f"@{NAME}:{span.code}", label=_choice(span)),) for span in spans)
    lines = (words.OPENED_LIST.format(periods=opened) if opened else "", words.QUESTION if rows else words.NONE_TO_OPEN)
    menu = Choice(id="@home", label=words.BACK, way_out=True)
    turn.ask(Reply(text="\n".join(filter(None, lines)), hint=words.HINT, rows=(*rows, (menu,))))


def _choice(span: Span) -> str:
    return words.OPEN_CHOICE.format(period=dates.period(span), khom_due=dates.day(span.khom_due))


def _open_period(turn: Turn, ward: Unit, span: Span) -> None:
    period = acts.open_period(turn.tx, by=turn.who, ward=ward, span=span, at=turn.now)
    home.greet(
        turn,
        words.OPENED.format(
            period=dates.period(span),
            khom_due=dates.day(period.khom_due_on),
            ward_due=dates.day(period.ward_due_on),
        ),
    )


HANDLER = Handler(
    name=NAME,
    label=words.LABEL,
    permission=Permission.OPEN_PERIODS,
    command="moky",
    words=words.WORDS,
    open=open_,
    read=read,
    claims=claims,
)
