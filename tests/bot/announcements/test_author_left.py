"""Whoever announced and has left the office hears no more of it: neither who was not reached, nor what people ask."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import announcement_answers
from bot.announcements import telling
from bot.announcements.outlets import Outlet
from bot.announcements.pace import Pace
from bot.domain.people import Role
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, TODAY, Ward, announce, delivery_of, home, settle

OUTLETS = {("web", "web"): Outlet(pace=Pace(50))}
NEXT_WEEK = AT + timedelta(days=7)


def hands_over(tx: Transaction, ward: Ward) -> str:
    """Hoa leaves; where her successor is reached."""
    until = TODAY + timedelta(days=1)
    tx.connection.exec_driver_sql(f"UPDATE posts SET valid_to = '{until}' WHERE person = {ward.hoa.id}").close()
    successor = tx.people.add("Trần Văn Sáu", "", AT)
    tx.people.give_post(successor, Role.WARD_OFFICER, ward.unit.id, TODAY)
    tx.accounts.add(home(successor), successor, AT)
    return home(successor).chat


async def test_her_successor_hears_how_it_ended(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        (told,) = telling.finished(tx, sent.id, OUTLETS, AT)
        assert told.address.chat == home(ward.hoa.id).chat
        successor = hands_over(tx, ward)
        (told,) = telling.finished(tx, sent.id, OUTLETS, NEXT_WEEK)
        assert told.address.chat == successor

    await store.transact(work)


async def test_a_question_does_not_go_to_her(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        id = delivery_of(tx, announce(tx, ward), ward.lan)
        asked = announcement_answers.ask_back(tx, who=ward.lan, id=id, text="Mấy giờ ạ?", at=AT)
        assert asked is not None
        assert asked.id == ward.hoa.id
        hands_over(tx, ward)
        assert announcement_answers.ask_back(tx, who=ward.lan, id=id, text="Mấy giờ ạ?", at=NEXT_WEEK) is None

    await store.transact(work)
