"""Takes a .zip apart that an officer sent: the workbook becomes the proposal, what lies beside it its files."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.conversation.media_types import look
from bot.conversation.photos import tidied
from bot.jobs.base import Bench
from forms.files.bundle import unpacked
from storage.queries.proposals import Proposal
from storage.transaction import Transaction


async def opened(bench: Bench, proposal: Proposal) -> tuple[Proposal, bytes]:
    """The proposal of the workbook inside, with its bytes; FormError if there is none to be had.

    In one transaction, so that a process that dies here leaves either the archive or all that was in it.
    """
    packed = await bench.store.files.read(proposal.digest)
    bundle = await asyncio.to_thread(unpacked, packed)
    digest = await bench.store.files.put(bundle.workbook)
    files = []
    for name, content in bundle.others.items():
        files.append(await look(bench.store.files, name, await asyncio.to_thread(tidied, content)))

    def swap(tx: Transaction) -> None:
        if tx.proposals.unpacked(proposal.id, bundle.name, digest):
            for file in files:
                tx.media.add(proposal.id, file)

    await bench.store.transact(swap)
    return replace(proposal, name=bundle.name, digest=digest), bundle.workbook
