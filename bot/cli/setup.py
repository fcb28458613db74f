"""`khombot init`, `units`, `people`: the ward and who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.texts import operator

if TYPE_CHECKING:
    from storage.transaction import Transaction


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("init")(init)
    app.command("units")(units)
    app.command("people")(people)


def init(
    ward: Annotated[str, typer.Option(help="Name of the ward, for example: Phường Tân Quy Đông")],
    officer: Annotated[str, typer.Option(help="Name of the first ward officer")],
    khoms: Annotated[int, typer.Option(min=1, max=400, help="How many khóm, named Khóm 1, Khóm 2 ...")] = 4,
    khom: Annotated[list[str] | None, typer.Option(help="Name of a khóm; repeat it, instead of --khoms")] = None,
    code: Annotated[str, typer.Option(help="Short code of the ward")] = "P",
    phone: Annotated[str, typer.Option(help="Phone number of the officer, shown to heads who need help")] = "",
) -> None:
    """Create the ward, its khóm and its first officer in an empty database; print the officer's link."""
    from bot.actions.installation import add_person, create_ward
    from bot.cli.console import transact
    from bot.cli.invite import print_invitation
    from bot.clock import utc_now
    from bot.domain.people import Role
    from bot.texts.sample import KHOM, KHOM_CODE

    names = khom or [KHOM.format(number=number) for number in range(1, khoms + 1)]
    now = utc_now()

    def work(tx: Transaction) -> tuple[int, str]:
        coded = [(KHOM_CODE.format(number=number), name) for number, name in enumerate(names, start=1)]
        created = create_ward(tx, code=code, name=ward, khoms=coded, at=now)
        person = add_person(tx, name=officer, phone=phone, role=Role.WARD_OFFICER, unit=created.id, at=now)
        return person.id, created.code

    person, unit = transact(work)
    print(operator.WARD_CREATED.format(ward=ward, count=len(names), officer=officer, person=person))
    print_invitation(unit=unit, role=Role.WARD_OFFICER, person=str(person), qr=None)


def units() -> None:
    """List the ward and its khóm with their codes."""
    from bot.cli.console import the_ward, transact
    from bot.clock import local_date, utc_now

    today = local_date(utc_now())

    def work(tx: Transaction) -> list[str]:
        ward = the_ward(tx)
        return [f"{unit.code:8} {unit.name}" for unit in (ward, *tx.units.children(ward.id, today))]

    print("\n".join(transact(work)))


def people() -> None:
    """List the members with their numbers and roles."""
    from bot.cli.console import transact
    from bot.clock import local_date, utc_now

    today = local_date(utc_now())

    def work(tx: Transaction) -> list[str]:
        return [
            f"{person.id:4} {person.name:30} "
            + ", ".join(f"{post.role.value} {post.unit.code}" for post in person.posts)
            for person in tx.people.everybody(today)
        ]

    print("\n".join(transact(work)))
