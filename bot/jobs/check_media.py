"""Looks at the pictures, sounds and films that officers sent for a workbook, and says which are still missing.

What a file is, its content decides, so it has to be read; no turn waits for that. A file is a row, written in the turn
that took it: a process that dies over it leaves the row, and the next one looks again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.actions import form_media, proposals
from bot.clock import local_date
from bot.conversation.media_types import look
from bot.conversation.session import Session
from bot.jobs.base import Bench, serve_all
from bot.messages import Outgoing, Reply
from bot.texts import publishing as words
from storage.queries.media import SentMedium
from storage.queries.proposals import Proposal, ProposalStatus
from storage.transaction import Transaction

MENU = "forms"
"""Where the session stands while somebody waits for the answer."""


async def run(bench: Bench) -> None:
    """Look at what was sent for workbooks that are in order, until cancelled."""
    await serve_all(bench, _waiting, _serve, _give_up)


def _waiting(tx: Transaction) -> list[Proposal]:
    return [tx.proposals.get(number) for number in tx.media.waiting()]


async def _serve(bench: Bench, proposal: Proposal) -> None:
    sent = await looked_at(bench, proposal.id)
    bench.post(await bench.store.transact(lambda tx: _settle(tx, bench, proposal.id, sent)))


def _give_up(tx: Transaction, proposal: Proposal, code: str) -> Reply | None:
    """One bad file must not stop the others."""
    refused = [one.file for one in tx.media.open_of(proposal.id) if tx.media.refused(one.id)]
    names = ", ".join(file.name or words.NAMELESS for file in refused)
    return Reply(text=words.FAILED.format(name=names, code=code)) if names else None


async def looked_at(bench: Bench, proposal: int) -> list[SentMedium]:
    """What came for a proposal and is still open, each with what its bytes are."""
    return [await _look(bench, one) for one in await bench.store.read(lambda tx: tx.media.open_of(proposal))]


async def _look(bench: Bench, sent: SentMedium) -> SentMedium:
    content = await bench.store.files.read(sent.file.digest or "")
    return replace(sent, file=await look(bench.store.files, sent.file.name, content, sent.file.kind))


def _settle(tx: Transaction, bench: Bench, number: int, sent: Sequence[SentMedium]) -> list[Outgoing]:
    now = bench.clock()
    proposal = tx.proposals.get(number)
    tx.sessions.take(proposal.by, now)  # first, as every turn does: it keeps the person from other processes
    if tx.proposals.get(number).status is not ProposalStatus.READY:
        return []
    still_open = {one.id for one in tx.media.open_of(number)}
    arrived = form_media.settle(tx, proposal, [one for one in sent if one.id in still_open], now)
    if not (arrived.taken or arrived.problems):
        return []
    by = tx.people.get(proposal.by, local_date(now))
    return offered(tx, proposal, proposals.files_card(tx, by, proposal, arrived, now), bench)


def offered(tx: Transaction, proposal: Proposal, reply: Reply, bench: Bench) -> list[Outgoing]:
    """The card as the open question, so that a number chooses; but whoever has gone on is not called back."""
    now = bench.clock()
    session = Session.from_json(tx.sessions.get(proposal.by))
    if session.at == MENU:
        reply = session.offer(reply)
        tx.sessions.put(proposal.by, session.to_json(), now)
    return [tx.outbox.add(proposal.address, None, reply, now)]
