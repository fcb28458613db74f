"""`khombot announce`: tell many people something, in the ward's name; the running bot sends it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.domain.announcements import AnnouncementKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.actions.announcements import Preview
    from bot.app.parts import Parts
    from bot.conversation.channel import Previews
    from bot.domain.announcements import AnnouncementId, Audience, Recipient
    from bot.domain.periods import PeriodId
    from bot.domain.units import Unit
    from bot.messages import Attachment
    from bot.settings import Settings
    from storage.store import Store
    from storage.transaction import Transaction

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes: a link to more than that helps nobody who opens it on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    text: str
    kind: AnnouncementKind
    to: Sequence[str]
    link: str
    period: str | None
    contents: Sequence[tuple[str, bytes]]
    send_at: datetime | None
    again: bool


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("announce")(announce)


def announce(
    text: Annotated[str, typer.Argument(help="What is said; {tên}, {khóm}, {kỳ}, {hạn} are filled in for each person")],
    to: Annotated[
        list[str] | None,
        typer.Option(
            help="Whom: a role (head, deputy ...), a unit's code, not-sent:2020-Q4, person:12; several are possible. "
            "Default: all heads and deputies"
        ),
    ] = None,
    kind: Annotated[AnnouncementKind, typer.Option(help="What it is for")] = AnnouncementKind.NOTICE,
    at: Annotated[str | None, typer.Option(help='When, in Vietnam\'s time: "2020-12-18 08:00"; default: now')] = None,
    file: Annotated[list[Path] | None, typer.Option(help="A file to send along; several are possible")] = None,
    link: Annotated[str, typer.Option(help="A web address below the text")] = "",
    period: Annotated[str | None, typer.Option(help="The period that {kỳ} and {hạn} are about: 2020-Q4")] = None,
    again: Annotated[bool, typer.Option("--again", help="Even if the same was announced minutes ago")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show who would get it; send nothing")] = False,
) -> None:
    """Tell many people something; khombot run sends it, each person once, where they wrote last."""
    from bot.cli.console import with_parts, with_store
    from bot.messages import readable
    from bot.texts import operator

    wish = _Wish(
        text=readable(text),
        kind=kind,
        to=to or [],
        link=link,
        period=period,
        contents=[(path.name, _bytes(path)) for path in file or []],
        send_at=None if at is None else _moment(at),
        again=again,
    )
    if dry_run:
        preview, besides = with_parts(partial(_try, wish))
        _print(operator.WOULD_ANNOUNCE, preview, besides)
    else:
        _print(operator.ANNOUNCED, with_store(partial(_send, wish)))


async def _try(wish: _Wish, parts: Parts) -> tuple[Preview, list[str]]:
    files = await _kept_all(parts.store, wish)
    return await parts.store.transact(lambda tx: _tried(tx, wish, files, parts.previews))


async def _send(wish: _Wish, _: Settings, store: Store) -> Preview:
    files = await _kept_all(store, wish)
    return await store.transact(lambda tx: _sent(tx, wish, files))


def _tried(tx: Transaction, wish: _Wish, files: Sequence[Attachment], previews: Previews) -> tuple[Preview, list[str]]:
    """Whom it would reach, and what would become of it; nothing is left of it."""
    from bot.actions import announcements
    from bot.announcements.shortage import shortages_of
    from bot.cli.announce_forecast import forecast
    from bot.clock import utc_now
    from bot.domain.errors import Invalid

    now, id = utc_now(), _composed(tx, wish, files)
    preview = announcements.preview(tx, by=None, id=id, at=now, served=previews)
    at = wish.send_at or now
    besides = forecast(preview, shortages_of(tx, preview, previews, at), at)
    announcements.discard(tx, by=None, id=id)
    if not preview.recipients:
        raise Invalid("no_recipients")
    return preview, besides


def _sent(tx: Transaction, wish: _Wish, files: Sequence[Attachment]) -> Preview:
    from bot.actions import announcements
    from bot.clock import utc_now

    now, id = utc_now(), _composed(tx, wish, files)
    preview = announcements.preview(tx, by=None, id=id, at=now)
    announcements.confirm(tx, by=None, id=id, at=now, send_at=wish.send_at, again=wish.again)
    return preview


def _composed(tx: Transaction, wish: _Wish, files: Sequence[Attachment]) -> AnnouncementId:
    from bot.actions import announcements
    from bot.cli.console import the_ward
    from bot.clock import utc_now
    from bot.domain.announcements import Content

    now, ward = utc_now(), the_ward(tx)
    for file in files:
        tx.attachments.add(file, None, now)
    content = Content(
        kind=wish.kind,
        text=wish.text,
        attachments=tuple(file.digest or "" for file in files),
        link=wish.link,
        period=None if wish.period is None else _period(tx, ward, wish.period),
    )
    audience = _audience(tx, ward, wish.to)
    return announcements.compose(tx, by=None, ward=ward, content=content, audience=audience, at=now)


def _audience(tx: Transaction, ward: Unit, to: Sequence[str]) -> Audience:
    from bot.actions.invitations import unit_called
    from bot.domain.announcements import Audience
    from bot.domain.errors import Invalid
    from bot.domain.people import PersonId, Role

    roles, units, people = [], [], []
    not_sent = None
    for word in to:
        name, _, rest = word.partition(":")
        if name == "not-sent":
            not_sent = _period(tx, ward, rest)
        elif name == "person":
            if not rest.isdecimal():
                raise Invalid("audience", word=word)
            people.append(PersonId(int(rest)))
        elif word in {role.value for role in Role}:
            roles.append(Role(word))
        else:
            units.append(unit_called(tx, word).id)
    chosen = tuple(roles) or Audience().roles
    return Audience(roles=chosen, units=tuple(units), not_sent=not_sent, people=tuple(people))


def _period(tx: Transaction, ward: Unit, code: str) -> PeriodId:
    from bot.domain.errors import Missing
    from bot.domain.periods import Span

    period = tx.periods.by_code(ward.id, Span.parse(code).code)
    if period is None:
        raise Missing("period", code=code)
    return period.id


def _moment(text: str) -> datetime:
    from datetime import datetime

    from bot.clock import VIETNAM
    from bot.domain.errors import Invalid

    try:
        # Exactly this: another zone must not be passed over, and a bare day would mean midnight.
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)
    except ValueError:
        raise Invalid("moment", text=text) from None


def _bytes(path: Path) -> bytes:
    from bot.domain.errors import Invalid

    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Invalid("announced_file", path=path, limit=LARGEST_FILE // 1024 // 1024)
        return path.read_bytes()
    except OSError as failure:
        raise Invalid("file", path=path, problem=failure.strerror) from None


async def _kept_all(store: Store, wish: _Wish) -> list[Attachment]:
    return [await _kept(store, name, content) for name, content in wish.contents]


async def _kept(store: Store, name: str, content: bytes) -> Attachment:
    """The file in keeping; a photo without what a phone hides in it, such as where it was taken."""
    import mimetypes

    from bot.conversation.photos import is_tidy, tidied
    from bot.messages import Attachment, AttachmentKind

    kind, mime = AttachmentKind.DOCUMENT, mimetypes.guess_type(name)[0] or ""
    if mime in {"image/jpeg", "image/png"}:
        kind, mime = AttachmentKind.PHOTO, "image/jpeg"
        content = content if is_tidy(content) else tidied(content)
    return Attachment(kind=kind, name=name, mime=mime, size=len(content), digest=await store.files.put(content))


def _state(recipient: Recipient) -> str:
    from bot.clock import utc_now
    from bot.domain.windows import window_of
    from bot.texts import operator

    found = window_of(recipient.heard, utc_now())
    return operator.UNREACHABLE if found is None else operator.STATES.get(found.name.lower(), "")


def _print(heading: str, preview: Preview, besides: Sequence[str] = ()) -> None:
    from bot.texts import operator

    lines = [
        operator.RECIPIENT.format(unit=each.unit.name, name=each.person.name, state=_state(each))
        for each in preview.recipients
    ]
    print(heading.format(count=preview.size, unreachable=len(preview.unreachable)))
    print("\n".join((*besides, *lines)))
