"""One question that a khóm left to the ward, answered by its officer: every check, echo and doubt as a khóm has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import entering as acts
from bot.actions.entering import Sheet
from bot.conversation import cards, entering_cards, words
from bot.conversation.turn import Turn
from bot.domain.entrustments import ENTERABLE, WHOLE, Entrusted, Line
from bot.domain.errors import Missing
from bot.domain.submissions import Empty, SubmissionId
from bot.texts import entrusting as say
from forms.entrusting import LEFT, is_done, kept_aside, value_at
from forms.filling import Filling
from forms.prompt import Accepted, Doubt, Narrowed, Outcome, Prompt, Rejected

KEY = "key"
"""In the session's place: the question that is open; "kept" is what the turn before left there."""
SHOWN = "shown"
"""In the session's place: the files that this officer has just been shown."""
OPTION = re.compile(r"option(\d{1,4})", re.ASCII)


def begin(turn: Turn, sheet: Sheet, line: Line, before: str = "") -> None:
    """Open a question, with the files that belong to it."""
    turn.session.place |= {KEY: line.entrustment.key, "kept": {}, "mode": "answer"}
    show_files(turn, sheet, again=False)
    ask(turn, sheet, before)


def ask(turn: Turn, sheet: Sheet, before: str = "", problem: str = "") -> None:
    """The open question; a doubt that was not answered is dropped."""
    place = turn.session.place
    place["mode"] = "answer"
    place["kept"] = {name: part for name, part in place["kept"].items() if name != "pending"}
    heading = say.ASKING.format(unit=sheet.interview.unit.name, label=sheet.line(place[KEY]).label)
    turn.ask(
        entering_cards.question(
            _prompt(turn, sheet),
            "\n".join(filter(None, (before, heading))),
            has_files=bool(sheet.enclosures),
            problem=problem,
        )
    )


def spoken(turn: Turn, sheet: Sheet) -> Mapping[str, str]:
    """The words that may be typed instead of pressing."""
    return words.entering(turn.session.place["mode"], _prompt(turn, sheet))


def press(turn: Turn, sheet: Sheet, action: str) -> str | None:
    """A button of the question or of a doubt; what is to be said once the answer is kept, None before."""
    place, option = turn.session.place, OPTION.fullmatch(action)
    if option is not None:
        return _choose(turn, sheet, int(option[1]))
    if action == "yes" and place.get("wants_reason") and place["mode"] == "doubt":
        place["mode"] = "reason"
        turn.ask(cards.reason())
        return None
    if action in ACTIONS:
        return _take(turn, sheet, ACTIONS[action])
    if action in LOOKING:
        filling = acts.open_aside(sheet, place[KEY], place["kept"])
        LOOKING[action](filling)
        place["kept"] = kept_aside(filling.state, place[KEY])
    ask(turn, sheet)
    return None


def hear(turn: Turn, sheet: Sheet) -> str | None:
    """Typed: the reason of what is unusual, or the answer."""
    incoming = turn.incoming
    if turn.session.place["mode"] == "reason":
        return _take(turn, sheet, lambda filling: filling.confirm(incoming.text))
    return _take(turn, sheet, lambda filling: filling.answer(incoming.text, None, incoming.attachments))


def show_files(turn: Turn, sheet: Sheet, *, again: bool) -> None:
    """The files of the open question and those that are meant for all; all of them where no question is open."""
    key = turn.session.place.get(KEY)
    shown = shown_of(turn, sheet.interview.submission.id)
    wanted = [
        one
        for one in sheet.enclosures
        if (key is None or one.key in {key, WHOLE}) and (again or one.file.digest not in shown)
    ]
    labels = {line.key: line.label.rstrip(" ?:.") for line in sheet.interview.filling.review()}
    for one in wanted:
        turn.say(entering_cards.file(one, labels.get(one.key, "")))
    acts.see(turn.tx, turn.who, sheet, wanted, turn.now)
    turn.session.place[SHOWN] = [*shown, *(one.file.digest for one in wanted if one.file.digest not in shown)]


def shown_of(turn: Turn, submission: SubmissionId) -> list[str]:
    """Which of its files were shown since the submission was opened."""
    place = turn.session.place
    return list(place.get(SHOWN, [])) if place.get("submission") == submission else []


def settled_meanwhile(turn: Turn, sheet: Sheet) -> str:
    """That the khóm has answered, or confirmed, what is open for the officer; blank while it may be entered."""
    found = [line for line in sheet.lines if line.entrustment.key == turn.session.place.get(KEY)]
    if not found or found[0].state in ENTERABLE:
        return "" if found else say.GONE
    line = found[0]
    wording = say.MEANWHILE_CONFIRMED if line.state is Entrusted.CONFIRMED else say.MEANWHILE
    return wording.format(label=line.label, shown=say.CONFIRM_PRIVATE if line.private else line.plain)


def _choose(turn: Turn, sheet: Sheet, place: int) -> str | None:
    choices = _prompt(turn, sheet).choices
    if place >= len(choices):
        ask(turn, sheet)
        return None
    value = choices[place].value
    return _take(turn, sheet, lambda filling: filling.answer("", value, ()))


def _take(turn: Turn, sheet: Sheet, give: Callable[[Filling], Outcome]) -> str | None:
    """Give the question an answer, and keep, question or refuse what the engine made of it."""
    place = turn.session.place
    key = place[KEY]
    filling = acts.open_aside(sheet, key, place["kept"])
    outcome = give(filling)
    place["kept"] = kept_aside(filling.state, key)
    match outcome:
        case Accepted() if is_done(filling.state, key):
            return _keep(turn, sheet, sheet.line(key), filling, outcome.understood)
        case Accepted(understood=understood):
            ask(turn, sheet, understood)
        case Narrowed(text=text):
            ask(turn, sheet, text)
        case Doubt():
            place |= {"mode": "doubt", "wants_reason": outcome.wants_reason}
            turn.ask(cards.doubt(outcome))
        case Rejected(text=text):
            ask(turn, sheet, problem=text)
    return None


def _keep(turn: Turn, sheet: Sheet, line: Line, filling: Filling, understood: str) -> str | None:
    key = line.entrustment.key
    if value_at(filling.state, key) in {LEFT, None}:
        ask(turn, sheet, problem=say.UNREADABLE)
        return None
    acts.enter(turn.tx, turn.who, sheet, key, answered=filling, source=_source(sheet, key), at=turn.now)
    turn.session.place.pop(KEY)
    turn.settle(say.CONFIRM_LINE.format(label=line.label, shown=say.CONFIRM_PRIVATE if line.private else understood))
    wording = say.ENTERED_PRIVATE if line.private else say.ENTERED
    return wording.format(unit=sheet.interview.unit.name, label=line.label, shown=understood)


def _source(sheet: Sheet, key: str) -> str:
    """From which file it was read: the newest for the question, else the newest for all."""
    for wanted in (key, WHOLE):
        digests = [one.file.digest or "" for one in sheet.enclosures if one.key == wanted]
        if digests:
            return digests[-1]
    return ""


def _prompt(turn: Turn, sheet: Sheet) -> Prompt:
    place = turn.session.place
    prompt = acts.open_aside(sheet, place[KEY], place["kept"]).prompt()
    if prompt is None:
        raise Missing("question", name=place[KEY])
    return prompt


ACTIONS: Mapping[str, Callable[[Filling], Outcome]] = MappingProxyType(
    {
        "keep": Filling.keep,
        "done": Filling.keep,
        "nothing": lambda filling: filling.skip(Empty.NOTHING),
        "on": lambda filling: filling.answer("", "on", ()),
        "yes": Filling.confirm,
        "no_reason": Filling.confirm,
    }
)

LOOKING: Mapping[str, Callable[[Filling], None]] = MappingProxyType(
    {"more": Filling.turn_page, "whole": Filling.show_whole_list}
)
