"""How a reminder looks: one message, whatever the number of reports, with a button that goes straight on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.reminders import Standing
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import reminders as say


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One report of a reminder."""

    choice: str
    """The lasting choice that goes on with it."""
    report: str
    """báo cáo quý IV năm 2020."""
    due_on: date
    standing: Standing
    done: int = 0
    total: int = 0
    reason: str = ""
    """Why it was returned."""
    is_opening: bool = False

    @property
    def is_begun(self) -> bool:
        """Whether anything is answered: who has only looked has not begun."""
        return self.standing is Standing.BEGUN and self.done > 0


def reminder(lines: Sequence[Line], today: date, *, who: str, asked: bool, again: date | None) -> Reply:
    """What the head reads. `who`: how she is addressed; `again`: the day on which she may be reminded once more."""
    said = _one(lines[0], today, who) if len(lines) == 1 else _several(lines, who)
    text = "\n".join((say.ASKED.by(who), *said) if asked else said)
    rows = [(Choice(id=line.choice, label=_label(line, alone=len(lines) == 1), main=True),) for line in lines]
    if again is not None:
        rows.append((Choice(id="@snooze", label=_again(again, today), way_out=True),))
    return Reply(text=text, rows=tuple(rows))


def weekday(day: date) -> str:
    """thứ Sáu."""
    return say.WEEKDAYS[day.weekday()]


def _one(line: Line, today: date, who: str) -> tuple[str, ...]:
    left = (line.due_on - today).days
    if line.is_opening:
        wording = say.OPENED
    elif left > 1:
        wording = say.AHEAD
    else:
        wording = {1: say.TOMORROW, 0: say.TODAY}.get(left, say.LATER)
    due = dates.day(line.due_on)
    return wording.format(report=line.report, left=left, weekday=weekday(line.due_on), due=due), _standing(
        line, left, who
    )


def _standing(line: Line, left: int, who: str) -> str:
    if line.standing is Standing.RETURNED:
        return say.RETURNED.by(who, reason=line.reason) if line.reason else say.RETURNED_PLAIN.by(who)
    if not line.is_begun:
        return say.NOT_BEGUN.by(who) if left > 1 else say.NOT_BEGUN_YET
    wording = say.ANSWERED if line.done >= line.total else say.BEGUN
    return wording.format(done=line.done, total=line.total, rest=line.total - line.done)


def _several(lines: Sequence[Line], who: str) -> tuple[str, ...]:
    described = (
        say.SEVERAL_LINE.format(
            report=line.report, weekday=weekday(line.due_on), due=dates.day(line.due_on), state=_state(line)
        )
        for line in lines
    )
    return say.SEVERAL.by(who, count=len(lines)), *described


def _state(line: Line) -> str:
    if line.standing is Standing.RETURNED:
        return say.STATE_RETURNED
    if not line.is_begun:
        return say.STATE_NOT_BEGUN
    return (say.STATE_ANSWERED if line.done >= line.total else say.STATE_BEGUN).format(done=line.done, total=line.total)


def _label(line: Line, *, alone: bool) -> str:
    if line.standing is Standing.RETURNED:
        button = say.CORRECT
    elif not line.is_begun:
        button = say.START
    else:
        button = say.READ_OVER if line.done >= line.total else say.CONTINUE
    return (button.alone if alone else button.of).format(done=line.done, total=line.total, report=line.report)


def _again(again: date, today: date) -> str:
    is_tomorrow = again == today + timedelta(days=1)
    return say.TOMORROW_AGAIN if is_tomorrow else say.DAY_AGAIN.format(weekday=weekday(again))
