"""A turn costs the same after ten years as on the first day: no question of the hot path reads through a table."""

from __future__ import annotations

from bot.messages import Reply
from storage.dialects.group_commit import driver_of
from storage.queries.outbox import LEASE
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, NOW, TODAY, settle, update

_ONLY_OPEN_ROWS = ("ix_inbox_open", "ix_outbox_open")
"""Reading these from end to end is quick: a row leaves them when it is settled."""
_OWN_ROWS = "SCAN line"
"""What a question that follows successions has found itself so far: a handful of units."""


def hot_path(tx: Transaction) -> None:
    """Every question of one turn, and of the sweepers that run all day."""
    world = settle(tx)
    place = ("telegram", "1", "100")
    [id] = tx.inbox.put([update(1)], NOW)
    draft = tx.submissions.start("khom_dinh_ky", world.form, world.khom, world.period.id, "1", {}, world.lan, NOW)
    tx.inbox.open_lanes(10)
    tx.inbox.next_in_lane(*place)
    tx.people.by_account(LAN_AT_HOME, TODAY)
    tx.routes.of_one(world.lan)
    tx.sessions.put(world.lan, tx.sessions.get(world.lan), NOW)
    tx.submissions.get(draft.id)
    tx.forms.in_force("khom_dinh_ky", TODAY)
    tx.proposals.open()
    tx.submissions.open(draft.id, TODAY)
    tx.sessions.take(world.lan, NOW)
    tx.submissions.live("khom_dinh_ky", world.khom, world.period.id)
    tx.submissions.drafts(world.khom)
    tx.carrying.last_links(list(tx.units.lineage([world.khom])), "hoan_canh_kho_khan", TODAY)
    tx.submissions.save_filling(draft.id, {}, world.lan, NOW)
    tx.submissions.send(draft.id, world.form, {}, {}, world.lan, NOW)
    tx.submissions.latest_revisions([draft.id])
    tx.submissions.last_sent("khom_dinh_ky", world.khom)
    tx.submissions.sent_until("khom_dinh_ky", world.khom, world.period.span, 8)
    tx.enclosures.of(draft.id)
    tx.entrustments.of(draft.id)
    tx.entrustments.open_of_units([world.khom])
    key = tx.outbox.add(LAN_AT_HOME, None, Reply(text="412"), NOW - LEASE).key
    tx.outbox.due(NOW, 10, [("telegram", "1")])
    tx.outbox.stranded(NOW, [("telegram", "1")], 10)
    tx.outbox.sent(key, NOW, "900")
    tx.outbox.heard_after(LAN_AT_HOME, key, 10)
    tx.inbox.said_after(LAN_AT_HOME, id, 10)
    tx.audit.about("submission:1")
    tx.inbox.done(id, NOW)


async def test_no_question_of_a_turn_reads_through_a_table(sqlite_store: Store) -> None:
    asked: list[str] = []

    def explained(tx: Transaction) -> list[tuple[str, str]]:
        driver = driver_of(tx.connection)
        driver.set_trace_callback(asked.append)
        hot_path(tx)
        driver.set_trace_callback(None)
        plans = []
        for sql in asked:
            # Of an INSERT SQLite also explains foreign keys that would matter only if a row were replaced.
            if sql.startswith("INSERT"):
                continue
            steps = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
            plans += [(sql, step.detail) for step in steps]
        return plans

    plans = await sqlite_store.transact(explained)
    assert len(plans) > 20
    slow = [
        f"{detail}: {sql}"
        for sql, detail in plans
        if detail.startswith("SCAN")
        and detail != _OWN_ROWS
        and "CONSTANT ROW" not in detail
        and not detail.endswith(_ONLY_OPEN_ROWS)
    ]
    assert slow == []
    # Ten years of one chat must not be read to see whether an older reply still waits in it.
    assert [detail for _, detail in plans if detail.startswith("SEARCH older")] == [
        "SEARCH older USING INDEX ix_outbox_open (channel=? AND bot=? AND chat=? AND id<?)"
    ]
