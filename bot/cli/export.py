"""`khombot export`: the officer's workbook as a file, or everything as ODK's XML for other tools."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.periods import ReportingPeriod
    from bot.domain.units import Unit
    from exports.data import WorkbookData
    from storage.transaction import Transaction

T = TypeVar("T")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    period: Annotated[str, typer.Option(help="2020-Q4, 2020-H1 or 2020")],
    to: Annotated[Path, typer.Option(help="Folder that the files are written to")] = Path(),
    xml: Annotated[bool, typer.Option("--xml", help="XForms and instances for other ODK tools, no workbook")] = False,
) -> None:
    """Write the workbook of a period; without names of people in need, which only the ward officer gets in chat."""
    for name, content in (_odk_files(period) if xml else _workbook(period)).items():
        print(_written(to / name, content))


def _workbook(code: str) -> dict[str, bytes]:
    from bot.texts.figures import EXPORT_FILE
    from exports.gathering import gather
    from exports.workbook import build

    def work(tx: Transaction, ward: Unit, period: ReportingPeriod, now: datetime) -> WorkbookData:
        data = gather(tx, by=None, ward=ward, period=period, at=now)
        tx.audit.record(now, None, "exported", f"period:{period.id}", {"version": data.version})
        return data

    data = _gathered(code, work)
    return {EXPORT_FILE.format(code=data.period.code): build(data)}


def _odk_files(code: str) -> dict[str, bytes]:
    from bot.actions.interchange import odk_files

    def work(tx: Transaction, ward: Unit, period: ReportingPeriod, now: datetime) -> dict[str, bytes]:
        files = {name: xml.encode() for name, xml in odk_files(tx, ward, period)}
        tx.audit.record(now, None, "exported_xml", f"period:{period.id}", {"files": len(files)})
        return files

    return _gathered(code, work)


def _gathered(code: str, work: Callable[[Transaction, Unit, ReportingPeriod, datetime], T]) -> T:
    """Run the work for the ward and the period of that code, in one transaction."""
    from bot.cli.console import the_ward, transact
    from bot.clock import utc_now
    from bot.domain.errors import Missing
    from bot.domain.periods import Span

    now, span = utc_now(), Span.parse(code)

    def found(tx: Transaction) -> T:
        ward = the_ward(tx)
        period = tx.periods.by_code(ward.id, span.code)
        if period is None:
            raise Missing("period", code=code)
        return work(tx, ward, period, now)

    return transact(found)


def _written(path: Path, content: bytes) -> Path:
    from bot.domain.errors import Invalid

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as failure:
        raise Invalid("folder", path=path.parent, problem=failure.strerror) from None
    return path
