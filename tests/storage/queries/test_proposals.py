"""A workbook that an officer sent is settled once: refused, dropped, or published."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.errors import Missing
from storage.queries.proposals import Proposal, ProposalStatus
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, NOW, settle


def proposed(tx: Transaction) -> Proposal:
    """A workbook that is still to be checked."""
    world = settle(tx)
    return tx.proposals.add("quy.xlsx", "a" * 64, "", world.lan, LAN_AT_HOME, NOW)


def ready(tx: Transaction, id: int) -> bool:
    return tx.proposals.ready(id, family="khom_dinh_ky", title="Báo cáo", xform="<x/>", source=b"PK")


async def test_a_workbook_waits_until_it_is_checked(store: Store) -> None:
    proposal = await store.transact(proposed)
    assert await store.read(lambda tx: tx.proposals.open()) == [proposal]
    assert (proposal.name, proposal.address, proposal.status) == ("quy.xlsx", LAN_AT_HOME, ProposalStatus.OPEN)
    assert await store.transact(lambda tx: ready(tx, proposal.id))
    assert await store.read(lambda tx: tx.proposals.open()) == []
    found = await store.read(lambda tx: tx.proposals.get(proposal.id))
    assert (found.family, found.title, found.xform, found.status) == (
        "khom_dinh_ky",
        "Báo cáo",
        "<x/>",
        ProposalStatus.READY,
    )
    assert await store.read(lambda tx: tx.proposals.source(proposal.id)) == b"PK"


async def test_two_processes_do_not_both_check_it(store: Store) -> None:
    proposal = await store.transact(proposed)
    done = await asyncio.gather(*(store.transact(lambda tx: ready(tx, proposal.id)) for _ in range(4)))
    assert sorted(done) == [False, False, False, True]
    assert not await store.transact(lambda tx: tx.proposals.refused(proposal.id))


async def test_it_is_settled_once_and_its_bytes_are_let_go(store: Store) -> None:
    proposal = await store.transact(proposed)
    assert not await store.transact(lambda tx: tx.proposals.dropped(proposal.id))
    await store.transact(lambda tx: ready(tx, proposal.id))
    assert await store.transact(lambda tx: tx.proposals.dropped(proposal.id))
    assert not await store.transact(lambda tx: tx.proposals.dropped(proposal.id))
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.proposals.source(proposal.id))


async def test_an_unknown_one_is_missing(store: Store) -> None:
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.proposals.get(99))
