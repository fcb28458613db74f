"""`khombot quotas`: how much of a month's messages and people the bots have used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.domain.quotas import Usage


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("quotas")(quotas)


def quotas(
    month: Annotated[str | None, typer.Option(help="Another month than this one: 2020-12")] = None,
) -> None:
    """Show what bots with a quota have sent this month, and how many people they have."""
    from bot.cli.console import transact
    from bot.clock import local_date, utc_now
    from bot.domain.quotas import month_of

    chosen = month_of(local_date(utc_now())) if month is None else _month(month)
    found = transact(lambda tx: tx.quotas.usages(chosen))
    print("\n".join(_line(usage, chosen) for usage in found) or "No bot has a quota: nothing is counted.")


def _month(text: str) -> str:
    from datetime import datetime

    from bot.domain.errors import Invalid
    from bot.domain.quotas import month_of

    try:
        return month_of(datetime.strptime(text.strip(), "%Y-%m").date())  # noqa: DTZ007 - a month has no zone
    except ValueError:
        raise Invalid("settings", problem=f"--month: {text!r} is no month; write it like 2020-12") from None


def _line(usage: Usage, month: str) -> str:
    parts = [f"{usage.messages:,} of {_most(usage.quota.messages)} messages in {month}"]
    parts.append(f"{usage.people:,} of {_most(usage.quota.people)} people")
    if usage.is_over:
        parts.append("the vendor says that there are no messages left")
    return f"{usage.channel} {usage.bot}: {', '.join(parts)}"


def _most(limit: int | None) -> str:
    return "any number of" if limit is None else f"{limit:,}"
