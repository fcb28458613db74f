"""How a confirmed announcement looks to the ward: how far it has come, who has read it, who asks what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.actions.announcement_proof import Line
from bot.actions.phones import show_phone
from bot.announcements.composing_cards import Row, pairs, state_of
from bot.announcements.kinds import title
from bot.clock import local
from bot.conversation.way_home import HOME
from bot.domain.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementKind,
    AnnouncementStatus,
    DeliveryStatus,
    Progress,
    Remark,
    Rsvp,
)
from bot.domain.people import PersonId
from bot.messages import Choice, Reply
from bot.texts import announcements as kinds
from bot.texts import announcing as words
from bot.texts import dates

NAME = "announcement"
MOST_LINES = 60
"""People in one message; the proof has them all."""
LIST = Choice(id="@announce", label=words.ALL, way_out=True)

_STATUS = AnnouncementStatus
MOVES: Mapping[AnnouncementStatus, tuple[tuple[str, str], ...]] = {
    _STATUS.SCHEDULED: (("pause", words.PAUSE), ("stop", words.CANCEL)),
    _STATUS.RUNNING: (("pause", words.PAUSE), ("stop", words.CANCEL)),
    _STATUS.PAUSED: (("resume", words.RESUME), ("stop", words.CANCEL)),
    _STATUS.FINISHED: (),
    _STATUS.CANCELLED: (),
    _STATUS.DRAFT: (),
}
"""How one can be steered in each state."""


def card(announcement: Announcement, progress: Progress, questions: int, before: str = "") -> Reply:
    """The counts of this moment, and what can be done."""
    lines = [before, title(announcement), _state(announcement), *_counts(announcement, progress, questions)]
    offered = [("show", words.REFRESH), *MOVES[announcement.status]]
    if announcement.status is _STATUS.RUNNING:
        offered.append(("slower", words.SLOWER) if announcement.pace is None else ("faster", words.FASTER))
    offered += [("unread", words.UNREAD), ("proof", words.PROOF)]
    if announcement.kind is AnnouncementKind.MEETING:
        offered.append(("coming", words.WHO_COMES))
    if questions:
        offered.append(("questions", words.QUESTIONS))
    if progress.failed and announcement.status is not _STATUS.CANCELLED:
        offered.append(("again", words.SEND_AGAIN))
    if announcement.status is not _STATUS.CANCELLED:
        offered.append(("newcomers", words.NEWCOMERS))
    rows = pairs([of(action, announcement.id, named) for action, named in offered])
    return Reply(text="\n".join(filter(None, lines)), rows=(*rows, (LIST, HOME)))


def _state(announcement: Announcement) -> str:
    state = state_of(announcement, 0, 0)
    return f"{state[0].upper()}{state[1:]}."


def _counts(announcement: Announcement, progress: Progress, questions: int) -> Iterable[str]:
    yield words.CARD_WHY.get(announcement.why, "") if announcement.status is _STATUS.PAUSED else ""
    yield words.CARD_SENT.format(sent=progress.sent, total=progress.total)
    if announcement.kind is AnnouncementKind.MEETING:
        silent = progress.sent - progress.answered
        yield words.CARD_RSVP.format(
            coming=progress.coming, away=progress.away, instead=progress.instead, silent=silent
        )
    else:
        yield words.CARD_READ.format(read=progress.read)
    yield words.CARD_FAILED.format(failed=progress.failed) if progress.failed else ""
    yield words.CARD_DROPPED.format(dropped=progress.dropped) if progress.dropped else ""
    yield words.CARD_TWICE.format(count=progress.maybe_twice) if progress.maybe_twice else ""
    yield words.CARD_QUESTIONS.format(count=questions) if questions else ""


def sure(announcement: Announcement, progress: Progress) -> Reply:
    """Before it is cancelled: that cannot be taken back."""
    return Reply(
        text=words.CANCEL_SURE.format(due=progress.due),
        rows=((of("cancel", announcement.id, words.CANCEL_YES),), (_back(announcement.id),)),
    )


def unread(id: AnnouncementId, lines: Sequence[Line]) -> Reply:
    """Who has not said to have read it, with the phones to call."""
    if not lines:
        return Reply(text=words.ALL_READ, rows=((_back(id),),))
    named = [words.UNREAD_TITLE.format(count=len(lines)), *(_unread(line) for line in lines[:MOST_LINES])]
    if len(lines) > MOST_LINES:
        named.append(words.MORE.format(count=len(lines) - MOST_LINES))
    chase = Choice(id=f"@{NAME}:chase:{id}", label=words.CHASE, main=True)
    return Reply(text="\n".join(named), rows=((chase,), (_back(id),)))


def _unread(line: Line) -> str:
    phone = show_phone(line.person.phone) if line.person.phone else words.NO_PHONE
    unit = line.unit.name if line.unit else ""
    if line.delivery.status is DeliveryStatus.FAILED:
        why = kinds.FAILURES.get(line.delivery.why, line.delivery.why)
        return words.UNREAD_FAILED.format(name=line.person.name, unit=unit, phone=phone, why=why)
    return words.UNREAD_LINE.format(name=line.person.name, unit=unit, phone=phone)


def who_comes(id: AnnouncementId, lines: Sequence[Line]) -> Reply:
    """The answers to an invitation, by answer."""
    shown: list[str] = []
    for answer, heading in words.WHO_COMES_TITLE.items():
        meant = [line for line in lines if (line.delivery.answer or "silent") == answer]
        if meant:
            shown += [heading.format(count=len(meant)), *(_comes(line) for line in meant[:MOST_LINES])]
    return Reply(text="\n".join(shown), rows=((_back(id),),))


def _comes(line: Line) -> str:
    unit = line.unit.name if line.unit else ""
    if line.delivery.answer is Rsvp.INSTEAD:
        return words.WHO_COMES_INSTEAD.format(name=line.person.name, unit=unit, note=line.delivery.note)
    return words.WHO_COMES_LINE.format(name=line.person.name, unit=unit)


def questions(id: AnnouncementId, remarks: Sequence[Remark], names: Mapping[PersonId, str]) -> Reply:
    """The thread, and whom one can answer."""
    if not remarks:
        return Reply(text=words.NO_QUESTIONS, rows=((_back(id),),))
    lines = [words.QUESTIONS_TITLE]
    for remark in remarks[-MOST_LINES:]:
        at = local(remark.at)
        name = names.get(remark.author, "")
        line = words.QUESTION_LINE.format(name=name, day=dates.day(at.date()), time=dates.time(at), text=remark.text)
        lines.append(line)
    asked = dict.fromkeys(remark.recipient for remark in remarks)
    rows: list[Row] = [
        (Choice(id=f"@{NAME}:answer:{id}:{who}", label=words.ANSWER_TO.format(name=names.get(who, ""))),)
        for who in asked
    ]
    return Reply(text="\n".join(lines), rows=(*rows, (_back(id),)))


def which_answer(id: AnnouncementId, name: str, question: str) -> Reply:
    """The question for the ward's answer."""
    return Reply(text=words.WHICH_ANSWER.format(name=name, question=question), rows=((_back(id),),))


def of(action: str, id: AnnouncementId, named: str) -> Choice:
    """A lasting choice about an announcement."""
    return Choice(id=f"@{NAME}:{action}:{id}", label=named)


def _back(id: AnnouncementId) -> Choice:
    return Choice(id=f"@{NAME}:show:{id}", label=words.BACK_TO_CARD, way_out=True)
