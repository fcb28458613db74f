"""Looks over the workbooks that officers sent, one after another, and tells each what came of it.

A workbook is a row, written in the turn that took it: a process that dies over it leaves the row, and the next one
looks again. Reading a workbook takes seconds, so no turn ever waits for it.
"""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

import structlog

from bot.actions import form_media, forms, proposals, publishing
from bot.clock import local_date
from bot.conversation import form_cards
from bot.conversation.way_home import ONLY_HOME
from bot.domain.errors import Invalid
from bot.jobs._workbooks import kept, workbook
from bot.jobs.base import Bench, serve_all
from bot.jobs.bundles import opened
from bot.jobs.check_media import looked_at, offered
from bot.messages import Attachment, Outgoing, Reply
from bot.texts import publishing as words
from bot.texts.problems import sentence
from forms.files.bundle import BUNDLE
from forms.findings import FormError
from storage.queries.media import SentMedium
from storage.queries.proposals import Proposal, ProposalStatus
from storage.transaction import Transaction

if TYPE_CHECKING:
    from forms.xlsform import Report


log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """Look over what was sent, until cancelled."""
    await serve_all(bench, lambda tx: tx.proposals.open(), _look_over, _give_up)


def _give_up(tx: Transaction, proposal: Proposal, code: str) -> Reply | None:
    if not tx.proposals.refused(proposal.id, ProposalStatus.FAILED):
        return None
    return Reply(text=words.FAILED.format(name=proposal.name, code=code), rows=ONLY_HOME)


async def _look_over(bench: Bench, proposal: Proposal) -> None:
    from forms.xlsform import Report, check_form  # pyxform takes most of a second to load, and seldom is a form sent

    try:
        proposal, source = await _source(bench, proposal)
    except FormError as bad:
        await _refuse(bench, proposal, b"", Report(findings=bad.findings))
        return
    report = await asyncio.to_thread(check_form, source, PurePath(proposal.name).suffix.lower())
    if report.conversion is None:
        await _refuse(bench, proposal, source, report)
        return
    # Parsed here, so that the transaction finds it done.
    await asyncio.to_thread(forms.parsed_text, report.conversion.xform)
    sent = await looked_at(bench, proposal.id)
    bench.post(
        await bench.store.transact(lambda tx: _accept(tx, bench, proposal, source=source, report=report, sent=sent))
    )


async def _source(bench: Bench, proposal: Proposal) -> tuple[Proposal, bytes]:
    """The workbook itself, out of its archive if it came in one."""
    if PurePath(proposal.name).suffix.lower() == BUNDLE:
        return await opened(bench, proposal)
    return proposal, await bench.store.files.read(proposal.digest)


async def _refuse(bench: Bench, proposal: Proposal, source: bytes, report: Report) -> None:
    file = await _marked(bench, proposal, source, report)
    reply = form_cards.refused(proposal.name, report.findings, file)

    def deliver(tx: Transaction) -> list[Outgoing]:
        now = bench.clock()
        if file is not None:
            tx.attachments.add(file, proposal.by, now)
        if not tx.proposals.refused(proposal.id):
            return []
        tx.audit.record(now, proposal.by, "form_refused", f"proposal:{proposal.id}", {"findings": len(report.findings)})
        return [tx.outbox.add(proposal.address, None, reply, now)]

    bench.post(await bench.store.transact(deliver))


async def _marked(bench: Bench, proposal: Proposal, source: bytes, report: Report) -> Attachment | None:
    """The officer's own workbook with the cells marked; None where it cannot be opened or no cell is named."""
    if not any(finding.row for finding in report.findings):
        return None
    from exports.marked_form import marked  # openpyxl takes 0.3 s to load

    file_type = PurePath(proposal.name).suffix.lower()
    try:
        content = await asyncio.to_thread(marked, source, file_type, (*report.findings, *report.warnings))
    except (OSError, ValueError, KeyError, TypeError):  # what openpyxl raises for a workbook that it cannot write back
        log.warning("form not marked", proposal=proposal.id)
        return None
    return await kept(bench, workbook(words.MARKED_NAME.format(name=proposal.name)), content)


def _accept(
    tx: Transaction, bench: Bench, proposal: Proposal, *, source: bytes, report: Report, sent: list[SentMedium]
) -> list[Outgoing]:
    now = bench.clock()
    conversion = report.conversion
    if conversion is None:
        return []
    tx.sessions.take(proposal.by, now)  # first, as every turn does: it keeps the person from other processes
    form = forms.parsed_text(conversion.xform)
    known = tx.forms.families()
    family = form.id if form.id in known else proposal.family
    try:
        if family:
            publishing.require_fit(family, form)
    except Invalid as unfit:
        return _unfit(tx, proposal, unfit, now)
    if not tx.proposals.ready(
        proposal.id, family=family, title=conversion.title, xform=conversion.xform, source=source
    ):
        return []
    by, checked = tx.people.get(proposal.by, local_date(now)), tx.proposals.get(proposal.id)
    arrived = form_media.settle(tx, checked, sent, now)
    reply = proposals.card(tx, by, checked, now, warnings=report.warnings, arrived=arrived)
    return offered(tx, proposal, reply, bench)


def _unfit(tx: Transaction, proposal: Proposal, unfit: Invalid, now: datetime) -> list[Outgoing]:
    """In order, but the product could not work with it."""
    if not tx.proposals.refused(proposal.id):
        return []
    reply = Reply(text=sentence(unfit), hint=words.REFUSED_HINT_NO_FILE, rows=ONLY_HOME)
    return [tx.outbox.add(proposal.address, None, reply, now)]
