"""`khombot forms`: check a form file, and put it in force."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.form_check import check

File = Annotated[Path, typer.Argument(help="An XLSForm: .xlsx, or .md with its tables")]


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Check and publish forms (XLSForm).", no_args_is_help=True)
    group.command("check")(check)
    group.command("publish")(publish)
    app.add_typer(group, name="forms")


def publish(
    file: File,
    family: Annotated[str, typer.Option(help="Which form it is a new version of, for example khom_dinh_ky")],
) -> None:
    """Put a checked form in force; drafts keep the version they were begun with."""
    from bot.actions.forms import publish_file
    from bot.cli.console import transact
    from bot.clock import utc_now

    published = transact(lambda tx: publish_file(tx, file, family, utc_now()))
    print(f"{family} version {published.version} is in force: {published.title}.")
