"""An invitation that an officer asked for: its code, its links, and the sheet to be printed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.actions.invitations import Ticket, invite
from bot.clock import local, local_date
from bot.conversation.doors import Door
from bot.conversation.way_home import HOME
from bot.domain.codes import written
from bot.domain.people import Person, PersonId, Role
from bot.domain.units import Level, Unit, UnitId
from bot.jobs.base import Bench
from bot.messages import Attachment, AttachmentKind, Choice, Reply
from bot.texts import dates
from bot.texts import inviting as words
from bot.texts.channel_names import called
from bot.texts.conversation import ROLE_NAMES
from exports.invitation_sheet import Picture, Sheet, invitation_sheet
from storage.queries.exports import ExportRequest
from storage.transaction import Transaction

SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """An invitation that was just made, with what is said about it."""

    person: Person
    role: str
    unit: Unit
    ward: Unit
    ticket: Ticket


async def invitation(bench: Bench, request: ExportRequest) -> tuple[Reply, list[bytes]]:
    """The reply with the unkept sheet, and the bytes of it.

    What it lets in by is known here for a moment, and afterwards to whoever gets the reply: a process that dies in
    between leaves an invitation that nobody can use, and the next makes another.
    """
    issued = await bench.store.transact(lambda tx: _issue(tx, bench, request))
    doors = bench.doors.of(issued.ticket.token)
    reply = replace(_reply(issued), sealed=tuple(map(bench.doors.sealed, _ways_in(issued.ticket, doors))))
    return reply, [await asyncio.to_thread(invitation_sheet, _sheet(issued, doors))]


def _issue(tx: Transaction, bench: Bench, request: ExportRequest) -> Issued:
    now = bench.clock()
    today = local_date(now)
    role, unit = Role(request.params["role"]), tx.units.get(UnitId(request.params["unit"]))
    person = tx.people.get(PersonId(request.params["person"]), today)
    by = tx.people.get(request.by, today)
    return Issued(
        person=person,
        role=ROLE_NAMES[role.value],
        unit=unit,
        ward=unit if unit.level is Level.WARD or unit.parent is None else tx.units.get(unit.parent),
        ticket=invite(tx, key=bench.doors.key, by=by, unit=unit.id, role=role, person=person.id, at=now),
    )


def _sheet(issued: Issued, doors: Sequence[Door]) -> Sheet:
    return Sheet(
        ward=issued.ward.name,
        name=issued.person.name,
        role=issued.role,
        unit=issued.unit.name,
        code=issued.ticket.code,
        code_until=local(issued.ticket.code_expires_at).date(),
        # The apps first, which nearly everybody has; the web page is for whoever has none of them.
        pictures=[Picture(channel=called(door.channel), link=door.link) for door in reversed(doors)],
    )


def _reply(issued: Issued) -> Reply:
    name = issued.person.name
    return Reply(
        text=words.READY.format(name=name, role=issued.role, unit=issued.unit.name),
        hint=words.READY_HINT,
        rows=(
            (Choice(id=f"@inviting:revoke:{issued.ticket.id}", label=words.REVOKE, way_out=True),),
            (HOME,),
        ),
        attachments=(Attachment(kind=AttachmentKind.DOCUMENT, name=words.FILE_NAME.format(name=name), mime=SVG),),
    )


def _ways_in(ticket: Ticket, doors: Sequence[Door]) -> list[str]:
    code_until, until = (dates.day(local(moment).date()) for moment in (ticket.code_expires_at, ticket.expires_at))
    lines = [words.CODE.format(code=written(ticket.code), day=code_until)]
    for door in doors:
        wording = words.DOOR if door.takes_token else words.PLACE
        lines.append(wording.format(channel=called(door.channel), link=door.link, day=until))
    return lines
