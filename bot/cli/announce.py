"""`khombot announce`: tell many people something, in the ward's name; the running bot sends it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.domain.announcements import AnnouncementKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.actions.announcements import Preview
    from bot.domain.announcements import Audience, Recipient
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
    files: Sequence[Attachment]
    send_at: datetime | None
    again: bool
    dry_run: bool


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
    from bot.cli.console import with_store
    from bot.messages import readable

    send_at = None if at is None else _moment(at)
    contents = [(path.name, _bytes(path)) for path in file or []]

    async def work(_: Settings, store: Store) -> Preview:
        files = [await _kept(store, name, content) for name, content in contents]
        wish = _Wish(
            text=readable(text),
            kind=kind,
            to=to or [],
            link=link,
            period=period,
            files=files,
            send_at=send_at,
            again=again,
            dry_run=dry_run,
        )
        return await store.transact(lambda tx: _announced(tx, wish))

    _print(with_store(work), dry_run=dry_run)


def _announced(tx: Transaction, wish: _Wish) -> Preview:
    from bot.actions import announcements
    from bot.cli.console import the_ward
    from bot.clock import utc_now
    from bot.domain.announcements import Content
    from bot.domain.errors import Invalid

    now, ward = utc_now(), the_ward(tx)
    for file in wish.files:
        tx.attachments.add(file, None, now)
    content = Content(
        kind=wish.kind,
        text=wish.text,
        attachments=tuple(file.digest or "" for file in wish.files),
        link=wish.link,
        period=None if wish.period is None else _period(tx, ward, wish.period),
    )
    audience = _audience(tx, ward, wish.to)
    id = announcements.compose(tx, by=None, ward=ward, content=content, audience=audience, at=now)
    preview = announcements.preview(tx, by=None, id=id, at=now)
    if wish.dry_run:
        announcements.discard(tx, by=None, id=id)
        if not preview.recipients:
            raise Invalid("no_recipients")
    else:
        announcements.confirm(tx, by=None, id=id, at=now, send_at=wish.send_at, again=wish.again)
    return preview


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


def _print(preview: Preview, *, dry_run: bool) -> None:
    from bot.texts import operator

    lines = [
        operator.RECIPIENT.format(unit=each.unit.name, name=each.person.name, state=_state(each))
        for each in preview.recipients
    ]
    heading = operator.WOULD_ANNOUNCE if dry_run else operator.ANNOUNCED
    print(heading.format(count=preview.size, unreachable=len(preview.unreachable)))
    print("\n".join(lines))
