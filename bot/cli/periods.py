"""`khombot periods`: open, close and list reporting periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.texts import operator

if TYPE_CHECKING:
    from bot.domain.periods import ReportingPeriod
    from storage.transaction import Transaction

Code = Annotated[str, typer.Argument(help="2020-Q4, 2020-H1 or 2020")]


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Open, close and list reporting periods.", no_args_is_help=True)
    group.command("open")(open_)
    group.command("close")(close)
    group.command("list")(list_)
    app.add_typer(group, name="periods")


def open_(code: Code) -> None:
    """Open a period from today on, with its due days by rule."""
    from bot.actions.periods import open_period
    from bot.cli.console import the_ward, transact
    from bot.clock import utc_now
    from bot.domain.periods import Span

    now, span = utc_now(), Span.parse(code)
    period = transact(lambda tx: open_period(tx, by=None, ward=the_ward(tx), span=span, at=now))
    print(_line(period))


def close(code: Code) -> None:
    """Close a period: nothing more can be sent for it."""
    from bot.actions.periods import close_period
    from bot.cli.console import the_ward, transact
    from bot.clock import utc_now
    from bot.domain.errors import Missing
    from bot.domain.periods import Span

    now, span = utc_now(), Span.parse(code)

    def work(tx: Transaction) -> None:
        period = tx.periods.by_code(the_ward(tx).id, span.code)
        if period is None:
            raise Missing("period", code=code)
        close_period(tx, by=None, period=period, at=now)

    transact(work)
    print(f"{span.code} is closed.")


def list_() -> None:
    """List the periods of the ward, the newest first."""
    from bot.cli.console import the_ward, transact

    found = transact(lambda tx: tx.periods.of_ward(the_ward(tx).id))
    print("\n".join(_line(period) for period in found) or "No period has been opened.")


def _line(period: ReportingPeriod) -> str:
    state = operator.PERIOD_IS_CLOSED if period.closed else operator.PERIOD_IS_OPEN.format(day=period.opens_on)
    return operator.PERIOD_LINE.format(
        code=period.code, state=state, khom_due=period.khom_due_on, ward_due=period.ward_due_on
    )
