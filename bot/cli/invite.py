"""`khombot invite`: a single-use link and code for one role on one unit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.domain.people import Role

if TYPE_CHECKING:
    from bot.actions.invitations import Ticket
    from bot.conversation.doors import Door
    from bot.settings import Settings
    from storage.store import Store
    from storage.transaction import Transaction


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("invite")(print_invitation)


def print_invitation(
    unit: Annotated[str, typer.Option(help="Code of the khóm or ward, see: khombot units")],
    role: Annotated[Role, typer.Option(help="What the person will be there")],
    person: Annotated[
        str | None, typer.Option(help="Name or number of a member who gets one more channel; empty: somebody new")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(help="Name of somebody new; empty: as Telegram or Zalo call the person, nothing on the web"),
    ] = None,
    phone: Annotated[
        str | None, typer.Option(help="Phone number of the person; heads who need help are told their officer's")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=90, help="Days until the link expires")] = 14,
    qr: Annotated[
        Path | None, typer.Option(help="Also write a QR picture (PNG or SVG) here: of the t.me link, else the web's")
    ] = None,
) -> None:
    """Print a single-use invitation: a web link, a t.me link where Telegram is set, and a code for every channel."""
    from bot.actions.joining_codes import CODE_VALID_FOR
    from bot.cli.console import with_store
    from bot.domain.errors import Invalid

    if person and name:
        raise Invalid("person_and_name")
    if phone and not (person or name):
        raise Invalid("phone_of_whom")
    wanted = Wanted(unit=unit, role=role, person=person, name=name, phone=phone, days=days)
    ticket, doors = with_store(wanted.invite)
    print(f"For {role.value} of {unit}, once, until {days} days from now:")
    _print_ways_in(ticket, doors, min(days, CODE_VALID_FOR.days))
    if qr is not None:
        _write_pictures(doors, qr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who is to come in as what."""

    unit: str
    role: Role
    person: str | None
    name: str | None
    phone: str | None
    days: int

    async def invite(self, settings: Settings, store: Store) -> tuple[Ticket, list[Door]]:
        """What lets them in, and where."""
        from bot.actions.joining_codes import key_of
        from bot.signing_key import signing_key

        key = key_of(signing_key(settings))
        # Telegram is asked first: where it does not answer, nobody has been invited yet.
        username = await _username(settings)
        ticket = await store.transact(lambda tx: self._ticket(tx, key))
        return ticket, await _doors(settings, store, ticket.token, username)

    def _ticket(self, tx: Transaction, key: bytes) -> Ticket:
        """An invitation for a member, for somebody new with a name, or for whoever comes."""
        from datetime import timedelta

        from bot.actions.installation import add_person, person_called, set_phone
        from bot.actions.invitations import invite, unit_called
        from bot.clock import local_date, utc_now

        now = utc_now()
        unit = unit_called(tx, self.unit).id
        whom = None
        if self.person:
            whom = person_called(tx, self.person, local_date(now)).id
            if self.phone:
                set_phone(tx, whom, self.phone, now)
        elif self.name:
            whom = add_person(tx, name=self.name, phone=self.phone or "", role=self.role, unit=unit, at=now).id
        valid_for = timedelta(days=self.days)
        return invite(tx, key=key, by=None, unit=unit, role=self.role, person=whom, at=now, valid_for=valid_for)


def _print_ways_in(ticket: Ticket, doors: list[Door], code_days: int) -> None:
    from bot.domain.codes import written

    print("\n".join(door.link for door in doors if door.takes_token))
    print(f"Or by the code {written(ticket.code)}, typed to the bot, until {code_days} days from now.")
    for door in doors:
        if not door.takes_token:
            print(f"The bot is here: {door.link}")


async def _username(settings: Settings) -> str:
    """Of the Telegram bot; empty where none is set."""
    if not settings.has_telegram:
        return ""
    from channels.telegram.identity import username_of

    return await username_of(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_base)


async def _doors(settings: Settings, store: Store, token: str, username: str) -> list[Door]:
    """Where somebody comes in, without opening any channel."""
    from bot.conversation.doors import Door
    from channels.web import invitations as web

    found = [Door(channel="web", link=web.invitation_link(settings.web_address, token), takes_token=True)]
    if username:
        from channels.telegram.identity import invitation_link

        found.append(Door(channel="telegram", link=invitation_link(username, token), takes_token=True))
    if settings.has_zalo_oa:
        found += await _official(settings, store)
    return found


async def _official(settings: Settings, store: Store) -> list[Door]:
    from bot.app.links import CHATS
    from bot.app.zalo_oa import stored_tokens
    from bot.clock import utc_now
    from bot.conversation.doors import Door
    from channels.zalo_oa.raw import NAME

    account = await stored_tokens(settings, store, utc_now).account()
    return [Door(channel=NAME, link=CHATS[NAME].format(bot=account), takes_token=False)] if account else []


def _write_pictures(doors: list[Door], path: Path) -> None:
    """The picture of the last link; beside it, of each chat in which the code is typed."""
    pictures = {path: next(door.link for door in reversed(doors) if door.takes_token)}
    for door in doors:
        if not door.takes_token:
            pictures[path.with_name(f"{path.stem}-{door.channel}{path.suffix}")] = door.link
    for file, link in pictures.items():
        _write_qr(link, file)
        print(f"The QR picture of {link} is in {file}.")


def _write_qr(link: str, path: Path) -> None:
    import segno

    from bot.domain.errors import Invalid

    try:
        segno.make(link, error="m").save(str(path), scale=8, border=4)
    except (OSError, ValueError) as failure:
        raise Invalid("folder", path=path, problem=failure) from None
