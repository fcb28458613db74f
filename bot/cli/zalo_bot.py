"""`khombot zalo-bot`: what an operator may have to ask of Zalo, or to do there."""

from __future__ import annotations

import asyncio

import typer

from bot.texts import operator


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Look after the ward's Zalo bot.", no_args_is_help=True)
    group.command("check")(check)
    group.command("remove-webhook")(remove_webhook)
    app.add_typer(group, name="zalo-bot")


def check() -> None:
    """Ask Zalo who the bot is, and where its messages go. Nothing is changed."""
    from channels.zalo_bot.account import look

    account = asyncio.run(look(*_bot()))
    print(operator.ZALO_BOT.format(name=account.name))
    print(operator.ZALO_CALLS.format(url=account.webhook) if account.webhook else operator.ZALO_IS_POLLED)


def remove_webhook() -> None:
    """Take the bot's webhook away, so that khombot can poll; whoever set it gets no more messages."""
    from channels.zalo_bot.account import remove_webhook as remove

    address = asyncio.run(remove(*_bot()))
    print(operator.ZALO_WEBHOOK_REMOVED.format(url=address) if address else operator.ZALO_NO_WEBHOOK)


def _bot() -> tuple[str, str]:
    """The token, and where Zalo is asked; Invalid("no_zalo_bot") where none is set."""
    from bot.domain.errors import Invalid
    from bot.settings import load

    settings = load()
    if not settings.has_zalo_bot:
        raise Invalid("no_zalo_bot")
    return settings.zalo_bot_token.get_secret_value(), settings.zalo_bot_api_base
