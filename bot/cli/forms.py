"""`khombot forms`: check a form file, put it in force, and get a form that is in force."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.form_check import Beside, check
from bot.cli.trace import trace

File = Annotated[Path, typer.Argument(help="An XLSForm: .xlsx, or .md with its tables")]


class Since(StrEnum):
    """From when a new version counts."""

    NOW = "now"
    NEXT_PERIOD = "next-period"


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Check, publish and fetch forms (XLSForm).", no_args_is_help=True)
    group.command("check")(check)
    group.command("publish")(publish)
    group.command("fetch")(fetch)
    group.command("trace")(trace)
    app.add_typer(group, name="forms")


def publish(
    file: File,
    family: Annotated[
        str, typer.Option(help="Which form it is a new version of; by default form_id in its sheet settings says it")
    ] = "",
    since: Annotated[
        Since, typer.Option("--from", help="For everything that is not sent yet, or from the next period on")
    ] = Since.NOW,
    beside: Beside = None,
) -> None:
    """Put a checked form in force; what was sent keeps the version it was sent with."""
    from bot.cli.console import with_store
    from bot.cli.form_files import checked
    from bot.cli.form_files import publish as publish_checked
    from bot.clock import utc_now

    found, at_once = checked(file, beside or ()), since is Since.NOW
    done = with_store(
        lambda _, store: publish_checked(store, found, family=family, at_once=at_once, at=utc_now()),
    )
    form = done.form
    print(f"{form.family} version {form.version} is in force {_when(form.starts_on)}: {form.title}.")
    for other in done.replaced:
        print(f"It replaces version {other.version}, which was planned from {other.starts_on} on.")
    for medium in done.missing:
        print(f"It names {medium.name}, which is not there: only the words of its question are shown.")


def fetch(
    family: Annotated[str, typer.Argument(help="For example khom_dinh_ky")],
    to: Annotated[Path, typer.Option(help="The folder to write the workbook into")] = Path(),
    version: Annotated[int, typer.Option(help="An older version; by default the one in force today")] = 0,
) -> None:
    """Write a published form as a workbook with its pictures and sounds, to be changed and published again."""
    from bot.cli.console import with_store
    from bot.cli.form_files import fetched, write
    from bot.clock import utc_now

    found = with_store(lambda _, store: fetched(store, family, version, utc_now()))
    form = found.form
    path, *beside = write(found, to)
    print(f"{path} is {family} version {form.version}: {form.title}.")
    for file in beside:
        print(f"{file} is shown by it.")


def _when(starts_on: object) -> str:
    return "now" if starts_on is None else f"from {starts_on} on"
