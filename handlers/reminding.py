"""The officer reminds everybody who has not sent, and says when people may be reminded."""

from __future__ import annotations

from types import MappingProxyType

from bot.actions.digesting import calls
from bot.actions.reminder_rules import change_rules, read_hours, rules_of
from bot.actions.reminding import remind_unsent
from bot.conversation.digest_cards import call_list, units
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission, units_where
from bot.domain.reminders import Rules
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import reminders as words
from handlers import home

NAME = "reminding"
SWITCHES = MappingProxyType(
    {
        f"{field}_{word}": (field, value)
        for field in ("enabled", "weekends", "holidays")
        for word, value in (("on", True), ("off", False))
    }
)
"""The lasting choices that change a rule: @reminding:weekends_on."""


def open_(turn: Turn, argument: str) -> None:
    """The ward's rules; "@reminding:now" reminds at once."""
    ward = units_where(turn.who, Permission.REMIND)[0]
    if argument == "now":
        _remind(turn, ward)
    elif argument in SWITCHES:
        field, value = SWITCHES[argument]
        _show(turn, change_rules(turn.tx, by=turn.who, ward=ward, at=turn.now, **{field: value}), words.CHANGED)
    else:
        _show(turn, rules_of(turn.tx, by=turn.who, ward=ward))


def read(turn: Turn) -> None:
    """The hours may be typed: 7-18."""
    ward = units_where(turn.who, Permission.REMIND)[0]
    first, last = read_hours(turn.incoming.text)
    rules = change_rules(turn.tx, by=turn.who, ward=ward, at=turn.now, from_hour=first, until_hour=last)
    _show(turn, rules, words.CHANGED)


def _remind(turn: Turn, ward: Unit) -> None:
    asked = remind_unsent(turn.tx, by=turn.who, ward=ward, now=turn.now, served=turn.previews)
    turn.outgoing += asked.outgoing
    told = ((words.ASKED_NOW, asked.told), (words.ASKED_BEFORE, asked.told_before))
    lines = [wording.format(units=units([unit.name for unit in found])) for wording, found in told if found]
    lines += call_list(words.CALL_UNREACHED, [call for unit, people in asked.unreached for call in calls(unit, people)])
    nobody = words.ASKED_NOBODY if asked.is_open else words.ASKED_NO_PERIOD
    home.greet(turn, "\n".join(lines) or nobody)


def _show(turn: Turn, rules: Rules, before: str = "") -> None:
    turn.session.go(NAME)
    state = words.RULES_ON if rules.enabled else words.RULES_OFF
    lines = (
        before,
        state.format(from_hour=rules.from_hour, until_hour=rules.until_hour),
        words.RULES_DAYS if rules.enabled else "",
        words.RULES_WEEKENDS[rules.weekends] if rules.enabled else "",
        words.RULES_HOLIDAYS[rules.holidays] if rules.enabled else "",
    )
    rows = [(Choice(id=f"@{NAME}:now", label=words.REMIND_UNSENT),)]
    rows.append((_switch("enabled", words.TURN, to=not rules.enabled),))
    if rules.enabled:
        rows.append((_switch("weekends", words.TURN_WEEKENDS, to=not rules.weekends),))
        rows.append((_switch("holidays", words.TURN_HOLIDAYS, to=not rules.holidays),))
    rows.append((HOME,))
    turn.ask(Reply(text="\n".join(filter(None, lines)), hint=words.RULES_HINT, rows=tuple(rows)))


def _switch(field: str, labels: dict[bool, str], *, to: bool) -> Choice:
    return Choice(id=f"@{NAME}:{field}_{'on' if to else 'off'}", label=labels[to])


HANDLER = Handler(
    name=NAME,
    permission=Permission.REMIND,
    command="nhacviec",
    words=words.WORDS,
    open=open_,
    read=read,
)
