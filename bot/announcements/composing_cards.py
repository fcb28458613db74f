"""How an announcement looks to the ward while it is written: the list, the draft, its recipients, its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby

from bot.actions.announcements import Preview
from bot.actions.praising import GoodDeed
from bot.announcements.kinds import KINDS, beginning, label
from bot.announcements.shortage import Shortage
from bot.clock import local
from bot.conversation.way_home import HOME
from bot.domain.announcements import Announcement, AnnouncementId, AnnouncementKind, AnnouncementStatus, Recipient
from bot.domain.periods import ReportingPeriod
from bot.domain.windows import Window
from bot.messages import Choice, Reply
from bot.texts import announcing as words
from bot.texts import dates
from bot.texts.channel_names import called
from bot.texts.entrusting import FILES
from forms.values.numerals import show_number

NAME = "announce"
LOOK = "on"
"""The action of "@announce:on:7:telegram"."""
MOST_NAMED = 40
"""Units in a list of names; a message is read on a phone."""
OFFERED_TIMES = ("07:30", "16:00")

Row = tuple[Choice, ...]


def listed(announcements: Sequence[tuple[Announcement, str]], begun: Announcement | None = None) -> Reply:
    """The newest announcements, each with its state in words, the draft that was begun, and the way to a new one."""
    new = Choice(id=f"@{NAME}:new", label=words.NEW, main=True)
    lines = [words.LIST] if announcements else [words.LIST_EMPTY]
    rows: list[Row] = []
    if begun is not None:
        line = words.LIST_DRAFT_LINE.format(beginning=beginning(begun))
        lines.append(line)
        rows.append((replace(of("show", begun.id, words.LIST_DRAFT), told=line),))
    for announcement, state in announcements:
        day = dates.day(local(announcement.confirmed_at or announcement.created_at).date())
        named = words.LIST_CHOICE.format(kind=label(announcement.kind), day=day)
        line = words.LIST_LINE.format(named=named, beginning=beginning(announcement), state=state)
        lines.append(line)
        rows.append((Choice(id=f"@announcement:show:{announcement.id}", label=named, told=line),))
    hint = words.LIST_HINT if announcements else ""
    return Reply(text="\n".join(lines), hint=hint, rows=(*rows, (new,), (HOME,)))


def which_kind() -> Reply:
    """The kinds of announcements."""
    rows = tuple((Choice(id=f"@{NAME}:kind:{kind.kind}", label=kind.label),) for kind in KINDS)
    return Reply(text=words.WHICH_KIND, hint=words.WHICH_KIND_HINT, rows=(*rows, (HOME,)))


def which_deed(deeds: Sequence[GoodDeed]) -> Reply:
    """The good deeds that may be told, and the way to one's own words."""
    rows = [
        (Choice(id=f"@{NAME}:deed:{deed.submission}", label=words.DEED.format(who=deed.who, unit=deed.unit.name)),)
        for deed in deeds
    ]
    own = Choice(id=f"@{NAME}:own:{AnnouncementKind.GOOD_DEED}", label=words.OWN_WORDS)
    return Reply(text=words.WHICH_DEED, rows=(*rows, (own,), (HOME,)))


def which_words(kind: AnnouncementKind) -> Reply:
    """The question for the words."""
    return Reply(text=words.WHICH_WORDS.format(kind=label(kind).lower()), hint=words.WHICH_WORDS_HINT, rows=((HOME,),))


def draft(preview: Preview, audience: str, about: ReportingPeriod | None, now: datetime) -> Reply:
    """The draft with all that can be done about it; `about` is the period of its fields."""
    announcement, content = preview.announcement, preview.announcement.content
    to = words.DRAFT_TO if preview.size else words.DRAFT_TO_NOBODY
    facts = [to.format(size=preview.size, audience=audience)]
    if preview.files:
        names = ", ".join(file.name or FILES.get(file.kind, FILES["document"]) for file in preview.files)
        facts.insert(0, words.DRAFT_FILES.format(count=len(preview.files), names=names))
    if about is not None:
        facts.insert(0, words.DRAFT_ABOUT.format(period=dates.period(about.span), due=dates.day(about.khom_due_on)))
    if preview.unreachable:
        names = ", ".join(recipient.person.name for recipient in preview.unreachable[:MOST_NAMED])
        facts.append(words.DRAFT_UNREACHABLE.format(count=len(preview.unreachable), names=names))
    if silent := silences(preview, now):
        facts.append(silent)
    offered = (
        ("send", words.SEND_NOW),
        ("when", words.SEND_LATER),
        ("preview", words.PREVIEW),
        ("to", words.CHANGE_AUDIENCE),
        ("names", words.NAMES),
        ("words", words.CHANGE_WORDS),
        *((("periods", words.CHANGE_PERIOD),) if about is not None else ()),
        *((("files", words.DROP_FILES),) if preview.files else ()),
        *((("open", words.OPEN_FILES),) if not all(file.public for file in preview.files) else ()),
        ("drop", words.DROP),
    )
    return Reply(
        heading=words.DRAFT_HEADING.format(kind=label(content.kind)),
        text=content.text,
        hint="\n".join((*facts, words.DRAFT_HINT)),  # told apart from what is sent
        rows=pairs([of(action, announcement.id, named, main=action == "send") for action, named in offered]),
    )


def whether_reword(text: str) -> Reply:
    """Whether the words that were typed are to be announced, instead of those before or below them."""
    rows = (
        (Choice(id="reword", label=words.REWORD), Choice(id="append", label=words.APPEND)),
        (Choice(id="leave", label=words.LEAVE_WORDS),),
    )
    return Reply(text=words.WHETHER_REWORD.format(words=text), hint=words.WHETHER_REWORD_HINT, rows=rows)


def whether_open(id: AnnouncementId) -> Reply:
    """What it means to do without the code, and who may."""
    yes = of("opened", id, words.OPEN_FILES_YES)
    return Reply(text=words.OPEN_FILES_ASK, rows=((yes,), (to_draft(id),)))


def names(preview: Preview) -> str:
    """Who would get it, a line per unit."""
    by_unit = [
        words.NAMES_LINE.format(unit=unit, names=", ".join(each.person.name for each in recipients))
        for unit, recipients in groupby(preview.recipients, key=lambda each: each.unit.name)
    ]
    lines = [words.NAMES_TITLE.format(size=preview.size), *by_unit[:MOST_NAMED]]
    if len(by_unit) > MOST_NAMED:
        lines.append(words.MORE.format(count=len(by_unit) - MOST_NAMED))
    return "\n".join(lines)


def which_time(id: AnnouncementId, now: datetime) -> Reply:
    """The next of the usual times; any other is typed."""
    here = local(now)
    rows: list[Row] = []
    for day, words_of_day in ((here.date(), words.TODAY_AT), (here.date() + timedelta(days=1), words.TOMORROW_AT)):
        for time in OFFERED_TIMES:
            moment = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=here.tzinfo)
            if moment > here:
                rows.append((of("send", id, words_of_day.format(time=time), f"{day}T{time}"),))
    return Reply(text=words.WHEN, hint=words.WHEN_HINT, rows=(*rows, (to_draft(id),)))


def silences(preview: Preview, at: datetime) -> str:
    """Who costs something or has to be called, because the vendor has not heard of them for long; empty for nobody."""
    free, paid, shut = (preview.within(window, at) for window in Window)
    if not paid and not shut:
        return ""
    names = ", ".join(recipient.person.name for recipient in shut[:MOST_NAMED])
    said = words.SILENT_BOTH if paid and shut else words.SILENT_SHUT if shut else words.SILENT_PAID
    return said.format(free=len(free), paid=len(paid), shut=len(shut), names=names)


def short_of(shortages: Sequence[Shortage], at: datetime) -> str:
    """Which month's messages do not suffice, and what becomes of whom; empty where they do."""
    lines = []
    for short in shortages:
        wording = words.SHORT if short.left else words.SHORT_NONE
        counts = {"left": show_number(short.left), "needed": show_number(short.needed)}
        lines.append(wording.format(channel=called(short.channel), month=f"{local(at):%m/%Y}", **counts))
        for said, whom in ((words.SHORT_ELSEWHERE, short.elsewhere), (words.SHORT_CALL, short.unreached)):
            lines += [said.format(count=len(whom), names=_named(whom))] if whom else []
    return "\n".join(lines)


def _named(recipients: Sequence[Recipient]) -> str:
    names = [recipient.person.name for recipient in recipients[:MOST_NAMED]]
    more = len(recipients) - len(names)
    return ", ".join([*names, words.MORE.format(count=more)] if more else names)


def confirm(preview: Preview, send_at: datetime | None, now: datetime, shortages: Sequence[Shortage] = ()) -> Reply:
    """The last question before anybody gets anything."""
    id, size = preview.announcement.id, preview.size
    if send_at is None:
        text, yes, when = words.CONFIRM_NOW.format(size=size), words.YES_SEND, ""
    else:
        here = local(send_at)
        text = words.CONFIRM_AT.format(time=dates.time(here), day=dates.day(here.date()), size=size)
        yes, when = words.YES_LATER, f"{here:%Y-%m-%dT%H:%M}"
    at = send_at or now
    hint = "\n".join(filter(None, (silences(preview, at), short_of(shortages, at))))
    return Reply(text=text, hint=hint, rows=((of("go", id, yes, when, main=True),), (to_draft(id),)))


def begun(size: int, send_at: datetime | None) -> str:
    """What happens now that it is confirmed."""
    if send_at is None:
        return words.SENDING.format(size=size)
    here = local(send_at)
    return words.PLANNED.format(time=dates.time(here), day=dates.day(here.date()), size=size)


def confirm_again(id: AnnouncementId, before: datetime, when: str) -> Reply:
    """The same was sent a moment ago."""
    text = words.CONFIRM_AGAIN.format(time=dates.time(local(before)))
    return Reply(text=text, rows=((of("again", id, words.YES_AGAIN, when),), (to_draft(id),)))


def state_of(announcement: Announcement, read: int, sent: int) -> str:
    """Where it is, in a few words."""
    at = local(announcement.send_at or announcement.created_at)
    state = words.STATES[announcement.status].format(time=dates.time(at), day=dates.day(at.date()))
    if announcement.status is AnnouncementStatus.SCHEDULED or not sent:
        return state
    return words.STATE_COUNTS.format(state=state, read=read, sent=sent)


def of(action: str, id: AnnouncementId, named: str, rest: str = "", *, main: bool = False) -> Choice:
    """A lasting choice about a draft: it outlives a restart, and is told apart from that of another draft."""
    return Choice(id=":".join(filter(None, (f"@{NAME}", action, str(id), rest))), label=named, main=main)


def to_draft(id: AnnouncementId) -> Choice:
    """The way back."""
    return Choice(id=f"@{NAME}:show:{id}", label=words.BACK_TO_DRAFT, way_out=True)


def pairs(choices: Sequence[Choice]) -> tuple[Row, ...]:
    """Two in a row: short labels side by side save half a screen."""
    return tuple(tuple(choices[start : start + 2]) for start in range(0, len(choices), 2))
