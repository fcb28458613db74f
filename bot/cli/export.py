"""`khombot export`: the officer's workbook as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from exports.data import WorkbookData
    from storage.transaction import Transaction


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    period: Annotated[str, typer.Option(help="2020-Q4, 2020-H1 or 2020")],
    to: Annotated[Path, typer.Option(help="Folder that the workbook is written to")] = Path(),
) -> None:
    """Write the workbook of a period; without names of people in need, which only the ward officer gets in chat."""
    from bot.cli.console import the_ward, transact
    from bot.clock import utc_now
    from bot.domain.errors import Invalid, Missing
    from bot.domain.periods import Span
    from bot.texts.figures import EXPORT_FILE
    from exports.gathering import gather
    from exports.workbook import build

    now, span = utc_now(), Span.parse(period)

    def work(tx: Transaction) -> WorkbookData:
        ward = the_ward(tx)
        found = tx.periods.by_code(ward.id, span.code)
        if found is None:
            raise Missing("period", code=period)
        data = gather(tx, by=None, ward=ward, period=found, at=now)
        tx.audit.record(now, None, "exported", f"period:{found.id}", {"version": data.version})
        return data

    content = build(transact(work))
    path = to / EXPORT_FILE.format(code=span.code)
    try:
        to.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as failure:
        raise Invalid("folder", path=to, problem=failure.strerror) from None
    print(path)
