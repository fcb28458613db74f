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

from bot.actions import forms, proposals, publishing
from bot.clock import local_date
from bot.conversation import form_cards
from bot.conversation.session import Session
from bot.domain.errors import Invalid
from bot.jobs._workbooks import kept, workbook
from bot.jobs.base import Bench, serve_all
from bot.messages import Attachment, Outgoing, Reply
from bot.texts import publishing as words
from bot.texts.problems import sentence
from storage.queries.proposals import Proposal, ProposalStatus
from storage.transaction import Transaction

if TYPE_CHECKING:
    from forms.xlsform import Report

MENU = "forms"
"""Where the session stands while somebody waits for the answer."""

log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """Look over what was sent, until cancelled."""
    await serve_all(bench, lambda tx: tx.proposals.open(), _look_over, _give_up)


def _give_up(tx: Transaction, proposal: Proposal, code: str) -> Reply:
    tx.proposals.refused(proposal.id, ProposalStatus.FAILED)
    return Reply(text=words.FAILED.format(name=proposal.name, code=code))


async def _look_over(bench: Bench, proposal: Proposal) -> None:
    from forms.xlsform import check_form  # pyxform takes most of a second to load, and seldom is a form sent

    source = await bench.store.files.read(proposal.digest)
    report = await asyncio.to_thread(check_form, source, PurePath(proposal.name).suffix.lower())
    if report.conversion is None:
        await _refuse(bench, proposal, source, report)
        return
    # Parsed here, so that the transaction finds it done.
    await asyncio.to_thread(forms.parsed_text, report.conversion.xform)
    bench.post(await bench.store.transact(lambda tx: _accept(tx, bench, proposal, source, report)))


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


def _accept(tx: Transaction, bench: Bench, proposal: Proposal, source: bytes, report: Report) -> list[Outgoing]:
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
    by = tx.people.get(proposal.by, local_date(now))
    reply = proposals.card(tx, by, tx.proposals.get(proposal.id), now, warnings=report.warnings)
    return [tx.outbox.add(proposal.address, None, _offered(tx, proposal, reply, now), now)]


def _unfit(tx: Transaction, proposal: Proposal, unfit: Invalid, now: datetime) -> list[Outgoing]:
    """In order, but the product could not work with it."""
    if not tx.proposals.refused(proposal.id):
        return []
    reply = Reply(text=sentence(unfit), hint=words.REFUSED_HINT_NO_FILE)
    return [tx.outbox.add(proposal.address, None, reply, now)]


def _offered(tx: Transaction, proposal: Proposal, reply: Reply, at: datetime) -> Reply:
    """The card as the open question, so that a number chooses; but whoever has gone on is not called back."""
    session = Session.from_json(tx.sessions.get(proposal.by))
    if session.at != MENU:
        return reply
    offered = session.offer(reply)
    tx.sessions.put(proposal.by, session.to_json(), at)
    return offered
