"""Makes what people asked for, files of figures, forms and reports, and invitations, for whom it was promised.

A request is a row, written in the turn that asked: a process that dies over a file leaves the row, and the next
one makes it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.actions import announcement_proof, periods
from bot.actions.announcement_proof import PROOF_WORKBOOK
from bot.actions.copies import CopyForm
from bot.actions.figures import WORKBOOK
from bot.actions.inviting import INVITATION
from bot.actions.publishing import FORM_WORKBOOK
from bot.announcements.kinds import label, title
from bot.clock import local, local_date
from bot.conversation.pushing import offered
from bot.conversation.way_home import ONLY_HOME
from bot.domain.announcements import AnnouncementId
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.submissions import FormId, PublishedForm
from bot.jobs import copies
from bot.jobs._invitations import invitation
from bot.jobs._workbooks import kept, workbook
from bot.jobs.base import Bench, serve_all
from bot.messages import Outgoing, Reply
from bot.texts import announcing, dates, inviting
from bot.texts import figures as words
from bot.texts import publishing as form_words
from bot.texts.report import COPY_FAILED
from exports.data import WorkbookData
from exports.form_file import as_workbook
from exports.gathering import gather
from exports.proof import Proof, proof_workbook
from exports.workbook import build
from storage.queries.exports import ExportRequest
from storage.transaction import Transaction

FAILED: dict[str, str] = {INVITATION: inviting.FAILED, **dict.fromkeys(CopyForm, COPY_FAILED)}
"""What is said of that kind where it cannot be made."""


async def run(bench: Bench) -> None:
    """Serve requests until cancelled."""
    await serve_all(bench, lambda tx: tx.exports.open_requests(), _make, _give_up)


def _give_up(tx: Transaction, request: ExportRequest, code: str) -> Reply | None:
    if not tx.exports.failed(request.id, code):
        return None
    return Reply(text=FAILED.get(request.what, words.EXPORT_FAILED).format(code=code), rows=ONLY_HOME)


async def _make(bench: Bench, request: ExportRequest) -> None:
    reply, contents = await MAKERS[request.what](bench, request)
    pairs = zip(reply.attachments, contents, strict=True)
    files = tuple([await kept(bench, file, content) for file, content in pairs])

    def deliver(tx: Transaction) -> list[Outgoing]:
        now = bench.clock()
        for file in files:
            tx.attachments.add(file, request.by, now)
        if not tx.exports.done(request.id, next((file.digest or "" for file in files), ""), now):
            return []
        shown = offered(tx, request.by, replace(reply, attachments=files), now)
        # It was promised, and is wanted wherever the person is reached by now.
        return [tx.outbox.add(request.address, None, shown, now, to=request.by)]

    bench.post(await bench.store.transact(deliver))


async def _workbook(bench: Bench, request: ExportRequest) -> tuple[Reply, Sequence[bytes]]:
    """The figures of a period."""
    period, data = await bench.store.read(lambda tx: _collect(tx, request, bench))
    return _ready(data, period), [await asyncio.to_thread(build, data)]


async def _form(bench: Bench, request: ExportRequest) -> tuple[Reply, Sequence[bytes]]:
    """A version of a form: the workbook that it was made from, or one that is made for a shipped form."""

    def collect(tx: Transaction) -> tuple[PublishedForm, bytes, str]:
        form = tx.forms.get(FormId(request.params["form"]))
        return form, *tx.forms.source(form.id)

    form, source, file_type = await bench.store.read(collect)
    reply = Reply(
        text=form_words.FILE_READY.format(title=form.title, version=form.version),
        hint=form_words.FILE_READY_HINT,
        rows=ONLY_HOME,
        attachments=(workbook(form_words.FILE_NAME.format(family=form.family, version=form.version), public=True),),
    )
    return reply, [await asyncio.to_thread(as_workbook, source, file_type, form.title)]


def _collect(tx: Transaction, request: ExportRequest, bench: Bench) -> tuple[ReportingPeriod, WorkbookData]:
    now = bench.clock()
    period = periods.get(tx, PeriodId(request.params["period"]))
    officer = tx.people.get(request.by, local_date(now))
    return period, gather(tx, by=officer, ward=tx.units.get(period.ward), period=period, at=now)


def _ready(data: WorkbookData, period: ReportingPeriod) -> Reply:
    made_at = local(data.made_at)
    return Reply(
        text=words.EXPORT_READY.format(period=dates.period(period.span)),
        hint=words.EXPORT_READY_HINT.format(
            sent=sum(report.revision is not None for report in data.reports),
            total=len(data.reports),
            time=dates.time(made_at),
            day=dates.day(made_at.date()),
        ),
        rows=ONLY_HOME,
        attachments=(workbook(words.EXPORT_FILE.format(code=period.code)),),
    )


async def _proof(bench: Bench, request: ExportRequest) -> tuple[Reply, Sequence[bytes]]:
    """Who has got and read an announcement."""

    def collect(tx: Transaction) -> Proof:
        now = bench.clock()
        officer = tx.people.get(request.by, local_date(now))
        id = AnnouncementId(request.params["announcement"])
        announcement, lines = announcement_proof.proof(tx, by=officer, id=id, at=now)
        ward = tx.units.get(announcement.ward)
        return Proof(
            announcement=announcement,
            ward=ward,
            label=label(announcement.kind),
            lines=lines,
            made_by=officer.name,
            made_at=now,
        )

    proof = await bench.store.read(collect)
    reply = Reply(
        text=announcing.PROOF_READY.format(title=title(proof.announcement)),
        hint=announcing.PROOF_HINT,
        rows=ONLY_HOME,
        attachments=(workbook(announcing.PROOF_FILE.format(id=proof.announcement.id)),),
    )
    return reply, [await asyncio.to_thread(proof_workbook, proof)]


MAKERS: dict[str, Callable[[Bench, ExportRequest], Awaitable[tuple[Reply, Sequence[bytes]]]]] = {
    WORKBOOK: _workbook,
    FORM_WORKBOOK: _form,
    PROOF_WORKBOOK: _proof,
    INVITATION: invitation,
    CopyForm.PICTURE: copies.make,
    CopyForm.PRINT: copies.make,
}
"""How each kind of export is made: the reply with its unkept files, and the bytes of each."""
