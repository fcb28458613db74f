"""Tells the author of an announcement what became of it: sent, with whom it failed, or why it has paused itself.

Whoever has left the office is told nothing: then it is for the ward's officers.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions.announcements import author_of
from bot.announcements.kinds import title
from bot.announcements.outcome import ERRORS_IN_A_ROW
from bot.announcements.outlets import Outlets
from bot.clock import local_date
from bot.conversation.pushing import push
from bot.domain.announcements import Announcement, AnnouncementId, Delivery
from bot.domain.people import PersonId, Role
from bot.messages import Choice, Outgoing, Reply, Route
from bot.texts import announcements as words
from storage.transaction import Transaction

MOST_NAMED = 20
"""People who are named in one message; the proof has them all."""


def finished(tx: Transaction, id: AnnouncementId, outlets: Outlets, at: datetime) -> list[Outgoing]:
    """That everybody has been tried; nobody is told where the operator announced."""
    announcement, progress = tx.announcements.get(id), tx.deliveries.progress(id)
    parts = [words.FINISHED.format(title=title(announcement), sent=progress.sent, total=progress.total)]
    if progress.failed:
        named = [_named(tx, each, at) for each in tx.deliveries.failed_of(id, MOST_NAMED)]
        if progress.failed > MOST_NAMED:
            named.append(words.FAILED_MORE.format(more=progress.failed - MOST_NAMED))
        parts.append(words.FINISHED_FAILED.format(failed=progress.failed, lines="\n".join(named)))
    if progress.maybe_twice:
        parts.append(words.MAYBE_TWICE.format(count=progress.maybe_twice))
    return _tell(tx, announcement, "\n".join(parts), outlets, at)


def paused(
    tx: Transaction, id: AnnouncementId, outlets: Outlets, at: datetime, *, by: tuple[str, str]
) -> list[Outgoing]:
    """That it has paused itself, and why; rather not over the channel `by` which it was."""
    announcement = tx.announcements.get(id)
    progress = tx.deliveries.progress(id)
    why = words.WHY_PAUSED[announcement.why].format(count=ERRORS_IN_A_ROW)
    text = words.PAUSED.format(title=title(announcement), why=why, sent=progress.sent, total=progress.total)
    return _tell(tx, announcement, text, outlets, at, last=by)


def _named(tx: Transaction, failed: Delivery, at: datetime) -> str:
    return words.FAILED_LINE.format(
        name=tx.people.get(failed.person, local_date(at)).name,
        unit="" if failed.unit is None else tx.units.get(failed.unit).name,
        why=words.FAILURES.get(failed.why, failed.why),
    )


def _tell(
    tx: Transaction,
    announcement: Announcement,
    text: str,
    outlets: Outlets,
    at: datetime,
    *,
    last: tuple[str, str] | None = None,
) -> list[Outgoing]:
    """`last`: the channel that is taken only where there is no other."""
    see = Choice(id=f"@announcement:show:{announcement.id}", label=words.SEE, way_out=True)
    said = []
    for person in _hearers(tx, announcement, at):
        found = [(_place(route), route) for route in tx.routes.of_one(person) if _place(route) in outlets]
        if found:
            _, route = min(found, key=lambda each: each[0] == last)
            said.append(push(tx, person, route, Reply(text=text, rows=((see,),)), at))
    return said


def _hearers(tx: Transaction, announcement: Announcement, at: datetime) -> list[PersonId]:
    if announcement.author is None:
        return []
    author = author_of(tx, announcement, at)
    officers = tx.people.with_role_on(announcement.ward, (Role.WARD_OFFICER,), local_date(at))
    return [person.id for person in ([author] if author else officers)]


def _place(route: Route) -> tuple[str, str]:
    return route.address.channel, route.address.bot
