"""The ward's officer sees what khóm sent instead of typing, enters it for them, and asks them whether it is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import entering as acts
from bot.actions.confirming import moment_of
from bot.actions.entering import Sheet
from bot.conversation import entering_cards, entrusting_cards, words
from bot.conversation.arguments import is_key
from bot.conversation.beginnings import begun
from bot.conversation.beyond import beyond_the_list
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.entrustments import ENTERABLE, Entrusted
from bot.domain.errors import Invalid
from bot.domain.submissions import Status, SubmissionId
from bot.messages import Reply
from bot.texts import entrusting as say
from bot.texts.conversation import NOT_UNDERSTOOD
from handlers import entering, home

NAME = "entrusted"
MOST = 20
"""Submissions in the list; the rest comes up as these are done."""
LINE = re.compile(r"line(\d{1,4})", re.ASCII)


def open_(turn: Turn, argument: str) -> None:
    """The list; "@entrusted:12" opens one submission."""
    if not argument:
        _list(turn)
    elif is_key(argument):
        show(turn, _sheet(turn, SubmissionId(int(argument))))
    else:
        raise Invalid("draft")


def show(turn: Turn, sheet: Sheet, before: str = "") -> None:
    """One submission with all that was left."""
    interview = sheet.interview
    turn.session.go(NAME, submission=interview.submission.id, shown=entering.shown_of(turn, interview.submission.id))
    title = home.title_of(turn, interview.submission, interview.period)
    where = say.SHEET.format(unit=interview.unit.name, title=title)
    turn.ask(entering_cards.sheet(sheet.lines, sheet.enclosures, "\n".join(filter(None, (before, where)))))


def choose(turn: Turn, action: str) -> None:
    """A button of the list, of a submission or of a question."""
    sheet = _open_sheet(turn)
    if sheet is None:
        return
    line = LINE.fullmatch(action)
    if line is not None:
        _begin(turn, sheet, int(line[1]))
    elif action in ACTIONS:
        ACTIONS[action](turn, sheet)
    elif _is_answering(turn):
        _after(turn, entering.press(turn, sheet, action))
    else:
        show(turn, sheet)


def read(turn: Turn) -> None:
    """Typed: a way out, the number of a line, or what the khóm answers."""
    listed = turn.session.place.get("listed", [])
    place = turn.incoming.text.strip().rstrip(".)")
    if place.isdecimal() and 1 <= int(place) <= len(listed):
        open_(turn, str(listed[int(place) - 1]))
        return
    if listed and (choice := begun(turn.incoming.text, turn.session.offered)) is not None:
        turn.open(choice)
        return
    if listed:
        turn.say(Reply(text=beyond_the_list(turn) or NOT_UNDERSTOOD))
    sheet = _open_sheet(turn)
    if sheet is None:
        return
    text = turn.incoming.text.strip()
    named = words.action(text, entering.spoken(turn, sheet) if _is_answering(turn) else words.READING_SHEET)
    if named is not None:
        choose(turn, named)
    elif _is_answering(turn):
        _after(turn, entering.hear(turn, sheet))
    elif text.isdecimal():
        _begin(turn, sheet, int(text))
    else:
        show(turn, sheet, NOT_UNDERSTOOD)


def again(turn: Turn) -> None:
    """The open card once more."""
    sheet = _open_sheet(turn)
    if sheet is None:
        return
    if _is_answering(turn):
        entering.ask(turn, sheet)
    else:
        show(turn, sheet)


def _open_sheet(turn: Turn) -> Sheet | None:
    """The submission that is open; None where something else has been shown instead.

    That is the list, or, before anything is read for it, that the khóm has answered the open question itself.
    """
    place = turn.session.place
    if "submission" not in place:
        _list(turn)
        return None
    sheet = _sheet(turn, SubmissionId(place["submission"]))
    if _is_answering(turn) and (settled := entering.settled_meanwhile(turn, sheet)):
        show(turn, sheet, settled)
        return None
    return sheet


def _is_answering(turn: Turn) -> bool:
    return entering.KEY in turn.session.place


def _list(turn: Turn) -> None:
    found = acts.waiting(turn.tx, turn.who)[:MOST]
    if not found:
        home.greet(turn, say.LIST_EMPTY)
        return
    turn.session.go(NAME, listed=[each.submission.id for each in found])
    turn.ask(
        entering_cards.listing(
            [
                (each.submission.id, each.unit.name, home.title_of(turn, each.submission, each.period), each.load)
                for each in found
            ]
        )
    )


def _sheet(turn: Turn, submission: SubmissionId) -> Sheet:
    return acts.open_sheet(turn.tx, turn.who, submission, turn.now)


def _begin(turn: Turn, sheet: Sheet, number: int) -> None:
    enterable = {line.number: line for line in sheet.lines if line.state in ENTERABLE}
    if number in enterable:
        entering.begin(turn, sheet, enterable[number])
    else:
        show(turn, sheet, say.NO_SUCH_LINE.format(number=number) if enterable else "")


def _after(turn: Turn, said: str | None) -> None:
    """Once an answer was kept: the next question that was left, else the submission, and the khóm is asked."""
    if said is None:
        return
    sheet = _sheet(turn, SubmissionId(turn.session.place["submission"]))
    following = next((line for line in sheet.lines if line.state is Entrusted.ASKED), None)
    said = "\n".join(filter(None, (said, _fate(sheet))))
    if following is not None:
        entering.begin(turn, sheet, following, said)
    else:
        _tell(turn, sheet, said)


def _tell(turn: Turn, sheet: Sheet, before: str = "") -> None:
    """Ask the khóm about everything that was entered."""
    submission = sheet.interview.submission.id
    told = acts.tell(turn.tx, turn.who, sheet, turn.now)
    for person, lines in told.items():
        turn.tell(person, entrusting_cards.confirmation(lines, submission, moment_of(turn.now), turn.who.name))
    names = ", ".join(acts.name_of(turn.tx, person, turn.now) for person in told)
    count = len(next(iter(told.values()), ()))
    said = say.TOLD.format(names=names, count=count) if told else ""
    show(turn, _sheet(turn, submission), "\n".join(filter(None, (before, said))))


def _files(turn: Turn, sheet: Sheet) -> None:
    """All files of the submission, or of the open question and those that are meant for all."""
    entering.show_files(turn, sheet, again=True)
    again(turn)


def _fate(sheet: Sheet) -> str:
    """When what was entered reaches the ward's figures, if not at once."""
    submission = sheet.interview.submission
    if submission.status is Status.DRAFT:
        return say.NOT_SENT_YET
    return say.IN_CORRECTION if submission.is_being_corrected or submission.status is Status.RETURNED else ""


ACTIONS: Mapping[str, Callable[[Turn, Sheet], None]] = MappingProxyType(
    {
        "list": lambda turn, sheet: _list(turn),
        "sheet": show,
        "files": _files,
        "tell": _tell,
    }
)

HANDLER = Handler(
    name=NAME,
    label=say.LABEL,
    permission=Permission.ENTER_FOR,
    command="ghigiup",
    words_anywhere=say.WORDS,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    reads_first=True,
)
