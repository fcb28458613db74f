"""`khombot chat`: talk with the bot in the terminal, as one of the members."""

from __future__ import annotations

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("chat")(chat)


def chat(
    person: Annotated[str, typer.Option("--as", help="Name or number of the member, see: khombot people")],
) -> None:
    """Talk with the bot in the terminal; the same drafts as on the phone."""
    import asyncio

    from bot import logs
    from bot.app.talk import talk
    from bot.settings import load

    logs.configure("WARNING")
    asyncio.run(talk(load(), person))
