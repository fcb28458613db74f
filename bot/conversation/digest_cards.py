"""How the officer's morning looks, and what came of reminding everybody at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.reminder_cards import weekday
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import reminders as say

MOST_UNITS = 15
"""Units that a line names; the rest is counted, for a message is read on a phone."""
MOST_CALLS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Somebody to be called for a unit; without a name the unit has nobody."""

    unit: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One period of the digest; units by name."""

    period: str
    due_on: date
    total: int
    sent: tuple[str, ...]
    returned: tuple[str, ...]
    begun: tuple[tuple[str, int, int], ...]
    """With how many questions are answered, of how many."""
    not_begun: tuple[str, ...]
    to_call: tuple[Call, ...]
    """Before the due day those whom no message reaches, afterwards everybody who is missing."""

    @property
    def is_complete(self) -> bool:
        """Whether everybody has sent."""
        return len(self.sent) == self.total


def digest(sections: Sequence[Section], today: date, *, told: Sequence[str], quotas: Sequence[str] = ()) -> Reply:
    """What the officer reads in the morning; `quotas`: what is used of months' messages."""
    lines = [say.DIGEST.format(weekday=weekday(today), day=dates.day(today))]
    lines += [line for section in sections for line in _section(section, today)]
    if told:
        lines.append(say.DIGEST_TOLD.format(units=units(told)))
    lines += quotas
    if all(section.is_complete for section in sections):
        return Reply(text="\n".join(lines))
    button = Choice(id="@reminding:now", label=say.REMIND_UNSENT, main=True)
    return Reply(text="\n".join(lines), hint=say.DIGEST_HINT, rows=((button,),))


def call_list(title: str, calls: Sequence[Call]) -> list[str]:
    """Whom to call, under a title; nothing for nobody."""
    if not calls:
        return []
    lines = [title, *(_call(call) for call in calls[:MOST_CALLS])]
    if len(calls) > MOST_CALLS:
        lines.append(say.CALL_MORE.format(more=len(calls) - MOST_CALLS))
    return lines


def units(names: Sequence[str]) -> str:
    """Khóm 1, Khóm 2; of very many the first ones."""
    shown = say.BETWEEN.join(names[:MOST_UNITS])
    more = len(names) - MOST_UNITS
    return say.AND_MORE.format(units=shown, more=more) if more > 0 else shown


def _section(section: Section, today: date) -> list[str]:
    if section.is_complete:
        return [say.DIGEST_COMPLETE.format(period=section.period, total=section.total)]
    left = (section.due_on - today).days
    wording = say.DIGEST_AHEAD if left > 0 else say.DIGEST_TODAY if left == 0 else say.DIGEST_LATE
    title = wording.format(
        period=section.period,
        sent=len(section.sent),
        total=section.total,
        weekday=weekday(section.due_on),
        due=dates.day(section.due_on),
        left=left,
        late=-left,
    )
    begun = [say.UNIT_BEGUN.format(unit=unit, done=done, total=total) for unit, done, total in section.begun]
    groups = (
        (say.DIGEST_SENT, section.sent),
        (say.DIGEST_RETURNED, section.returned),
        (say.DIGEST_BEGUN, begun),
        (say.DIGEST_NOT_BEGUN, section.not_begun),
    )
    lines = [wording.format(units=units(names)) for wording, names in groups if names]
    return [title, *lines, *call_list(say.CALL_UNREACHED if left >= 0 else say.CALL_LATE, section.to_call)]


def _call(call: Call) -> str:
    if not call.name:
        return say.CALL_NOBODY.format(unit=call.unit)
    return (say.CALL if call.phone else say.CALL_NO_PHONE).format(unit=call.unit, name=call.name, phone=call.phone)
