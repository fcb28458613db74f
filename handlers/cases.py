"""What hardship cases and good deeds share: a form without period, begun anew or taken up again."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions import forms
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission, units_where
from bot.domain.errors import Missing
from bot.domain.submissions import Submission
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import interview as say
from bot.texts import report as words
from handlers import submission


def case_handler(*, name: str, family: str, label: str, command: str, spoken: tuple[str, ...]) -> Handler:
    """The menu entry for one family of cases."""

    def open_(turn: Turn, argument: str) -> None:
        unit = _unit(turn, argument)
        if unit is None:
            _offer_units(turn, name)
            return
        drafts = acts.drafts(turn.tx, turn.who, unit, family)
        if drafts and not argument.endswith("new"):
            _offer_drafts(turn, name, unit, drafts)
        else:
            _begin(turn, family, unit)

    return Handler(
        name=name,
        label=label,
        permission=Permission.FILL,
        command=command,
        words=spoken,
        open=open_,
    )


def _unit(turn: Turn, argument: str) -> Unit | None:
    """The unit that the argument names ("7" or "7:new"), or the person's only one."""
    units = units_where(turn.who, Permission.FILL)
    if not argument:
        return units[0] if len(units) == 1 else None
    for unit in units:
        if argument.partition(":")[0] == str(unit.id):
            return unit
    raise Missing("unit")


def _offer_units(turn: Turn, name: str) -> None:
    turn.session.go(name)
    units = units_where(turn.who, Permission.FILL)
    rows = tuple((Choice(id=f"@{name}:{unit.id}", label=unit.name),) for unit in units)
    turn.ask(Reply(text=words.WHICH_UNIT, rows=(*rows, (HOME,))))


def _offer_drafts(turn: Turn, name: str, unit: Unit, drafts: list[Submission]) -> None:
    turn.session.go(name, card=str(unit.id))
    rows = tuple(
        (Choice(id=f"@interview:{draft.id}", label=words.CONTINUE.format(code=draft.case_code)),) for draft in drafts
    )
    new = Choice(id=f"@{name}:{unit.id}:new", label=words.NEW)
    turn.ask(Reply(text=words.CONTINUE_OR_NEW, rows=(*rows, (new,), (HOME,))))


def _begin(turn: Turn, family: str, unit: Unit) -> None:
    started = acts.start_case(turn.tx, turn.who, family, unit, turn.now)
    opening = say.STARTED_CASE.format(title=forms.title(turn.tx, started), unit=unit.name, code=started.code)
    submission.begin(turn, started.id, opening)
