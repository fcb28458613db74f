"""`khombot run`: the bot itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.app import Parts


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run")(run)


def run(
    sample: Annotated[
        bool, typer.Option("--sample", help="In an empty database, create a sample ward; print a link per person.")
    ] = False,
) -> None:
    """Start the bot: the web chat, and Telegram and Zalo where they are set."""
    from bot import logs
    from bot.app import serve
    from bot.settings import load

    settings = load()
    logs.configure(settings.log_level, settings.instance_id)

    async def announce(parts: Parts) -> None:
        print(f"khombot is running: {parts.public_url}/chat/  (stop with Ctrl+C)", flush=True)
        if sample:
            await _print_sample(parts)

    asyncio.run(serve(settings, announce=announce, sample=sample))


async def _print_sample(parts: Parts) -> None:
    from rich.console import Console
    from rich.table import Table

    from bot.actions.installation import sample_links
    from bot.app.links import invitation_links
    from bot.texts.conversation import ROLE_NAMES

    now = parts.clock()
    invited = await parts.store.transact(lambda tx: sample_links(tx, parts.doors.key, now))
    if not invited:
        return
    table = Table(title="SAMPLE ward with invented people: for trying out only", title_justify="left", box=None)
    for heading in ("Role", "Unit", "Name", "Open this link (once) to be that person"):
        table.add_column(heading, overflow="fold")
    for each in invited:
        post = each.person.posts[0]
        links = "\n".join(invitation_links(parts.channels, each.ticket.token))
        table.add_row(ROLE_NAMES[post.role.value], post.unit.name, each.person.name, links)
    # A link must stay whole to be copied, so the width is not that of the window.
    Console(width=160, soft_wrap=True).print(table)
