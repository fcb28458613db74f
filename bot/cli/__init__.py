"""The `khombot` command: one module per subject, imported only when its command runs."""

from __future__ import annotations

import sys

import typer

from bot.cli import announce, chat, export, forms, invite, periods, quotas, run, setup, zalo_bot, zalo_oa
from bot.cli.console import fail
from bot.domain.errors import BotError

app = typer.Typer(
    name="khombot",
    help="Asks heads of neighbourhood committees for their figures in chat, and hands the ward officer the workbook.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (run, setup, invite, periods, forms, export, announce, quotas, chat, zalo_bot, zalo_oa):
    module.add_to(app)


def main() -> None:
    """Run the command; what is wrong on purpose is one sentence and exit code 1."""
    try:
        app()
    except BotError as problem:
        fail(problem)
    except KeyboardInterrupt:
        sys.exit(130)
