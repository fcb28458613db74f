"""An invitation that an officer asked for: its code, its links, and the sheet to be printed."""

from __future__ import annotations

import asyncio

from bot.actions.invitations import Ticket, invite
from bot.clock import local, local_date
from bot.domain.codes import written
from bot.domain.people import Person, PersonId, Role
from bot.domain.units import Level, Unit, UnitId
from bot.jobs.base import Bench
from bot.messages import Attachment, AttachmentKind, Choice, Reply
from bot.texts import dates
from bot.texts import inviting as words
from bot.texts.conversation import ROLE_NAMES
from bot.texts.joining import CHANNELS
from exports.invitation_sheet import Picture, Sheet, invitation_sheet
from storage.queries.exports import ExportRequest
from storage.transaction import Transaction

SVG = "image/svg+xml"


async def invitation(bench: Bench, request: ExportRequest) -> tuple[Reply, bytes]:
    """The reply with the unkept sheet, and its bytes.

    What it lets in by is known here for a moment, and afterwards to whoever gets the reply: a process that dies in
    between leaves an invitation that nobody can use, and the next makes another.
    """
    role = Role(request.params["role"])

    def issue(tx: Transaction) -> tuple[Person, Unit, Unit, Ticket]:
        now = bench.clock()
        today = local_date(now)
        person = tx.people.get(PersonId(request.params["person"]), today)
        unit = tx.units.get(UnitId(request.params["unit"]))
        by = tx.people.get(request.by, today)
        ticket = invite(tx, key=bench.doors.key, by=by, unit=unit.id, role=role, person=person.id, at=now)
        ward = unit if unit.level is Level.WARD or unit.parent is None else tx.units.get(unit.parent)
        return person, unit, ward, ticket

    person, unit, ward, ticket = await bench.store.transact(issue)
    named = ROLE_NAMES[role.value]
    doors = bench.doors.of(ticket.token)
    sheet = Sheet(
        ward=ward.name,
        name=person.name,
        role=named,
        unit=unit.name,
        code=ticket.code,
        code_until=local(ticket.code_expires_at).date(),
        # Zalo first, which nearly everybody has; a QR picture of the web page is for whoever has neither app.
        pictures=[Picture(channel=_called(door.channel), link=door.link) for door in reversed(doors)],
    )
    reply = Reply(
        text="\n".join([words.READY.format(name=person.name, role=named, unit=unit.name), *_ways_in(bench, ticket)]),
        hint=words.READY_HINT,
        rows=(
            (Choice(id=f"@inviting:revoke:{ticket.id}", label=words.REVOKE),),
            (Choice(id="@home", label=words.BACK, way_out=True),),
        ),
        attachments=(
            Attachment(kind=AttachmentKind.DOCUMENT, name=words.FILE_NAME.format(name=person.name), mime=SVG),
        ),
    )
    return reply, await asyncio.to_thread(invitation_sheet, sheet)


def _ways_in(bench: Bench, ticket: Ticket) -> list[str]:
    code_until, until = (dates.day(local(moment).date()) for moment in (ticket.code_expires_at, ticket.expires_at))
    lines = [words.CODE.format(code=written(ticket.code), day=code_until)]
    for door in bench.doors.of(ticket.token):
        wording = words.DOOR if door.takes_token else words.PLACE
        lines.append(wording.format(channel=_called(door.channel), link=door.link, day=until))
    return lines


def _called(channel: str) -> str:
    return CHANNELS.get(channel, channel)
