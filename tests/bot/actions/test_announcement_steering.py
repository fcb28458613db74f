"""Steering a confirmed announcement, what recipients do with it, and the proof of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.actions import announcement_answers, announcement_control, announcement_proof, announcements, phones
from bot.domain.announcements import AnnouncementStatus, DeliveryStatus, Progress, Rsvp
from bot.domain.errors import Conflict, Invalid, Refused
from bot.domain.people import Role
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, LATER, MEETING, NOTICE, TODAY, announce, compose, delivery_of, settle


async def test_one_that_was_paused_before_its_time_waits_for_its_time(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        id = compose(tx, ward)
        tomorrow = AT + timedelta(days=1)
        assert (
            announcements.confirm(tx, by=ward.hoa, id=id, at=AT, send_at=tomorrow).status
            is AnnouncementStatus.SCHEDULED
        )
        assert tx.announcements.start_due(LATER) == []
        announcement_control.pause(tx, by=ward.hoa, id=id, at=AT)
        assert announcement_control.resume(tx, by=ward.hoa, id=id, at=LATER).status is AnnouncementStatus.SCHEDULED
        announcement_control.pause(tx, by=ward.hoa, id=id, at=AT)
        late = announcement_control.resume(tx, by=ward.hoa, id=id, at=tomorrow)
        assert late.status is AnnouncementStatus.RUNNING

    await store.transact(work)


async def test_after_a_cancellation_nothing_goes_on(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        got = delivery_of(tx, sent, ward.lan)
        tx.deliveries.sent(got, "1", AT)
        announcement_control.cancel(tx, by=ward.hoa, id=sent.id, at=LATER)
        assert tx.deliveries.progress(sent.id) == Progress(total=5, sent=1, dropped=4)
        steps = (
            announcement_control.pause,
            announcement_control.resume,
            announcement_control.cancel,
            announcement_control.send_again,
            announcement_control.add_newcomers,
        )
        for step in steps:
            with pytest.raises(Conflict):
                step(tx, by=ward.hoa, id=sent.id, at=LATER)

    await store.transact(work)


async def test_newcomers_wake_one_that_has_finished(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        for each in tx.deliveries.of(sent.id):
            tx.deliveries.sent(each.id, "1", AT)
        assert tx.announcements.finish(LATER) == [sent.id]
        newcomer = tx.people.add("Người mới", "", AT)
        tx.people.give_post(newcomer, Role.DEPUTY, ward.khoms[1].id, TODAY)
        assert announcement_control.add_newcomers(tx, by=ward.hoa, id=sent.id, at=LATER) == 1
        assert tx.announcements.get(sent.id).status is AnnouncementStatus.RUNNING
        assert tx.announcements.finish(LATER) == []

    await store.transact(work)


@pytest.mark.parametrize("pace", [0, -1])
async def test_a_pace_of_nothing_is_refused(sqlite_store: Store, pace: int) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        with pytest.raises(Invalid, match="pace"):
            announcement_control.set_pace(tx, by=ward.hoa, id=sent.id, pace=pace, at=AT)
        assert announcement_control.set_pace(tx, by=ward.hoa, id=sent.id, pace=30, at=AT).pace == 30
        assert announcement_control.set_pace(tx, by=ward.hoa, id=sent.id, pace=None, at=AT).pace is None

    await sqlite_store.transact(work)


async def test_the_first_reading_counts_and_the_last_answer(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward, content=MEETING)
        got = delivery_of(tx, sent, ward.lan)
        announcement_answers.mark_read(tx, who=ward.lan, id=got, at=AT)
        announcement_answers.answer(tx, who=ward.lan, id=got, rsvp=Rsvp.INSTEAD, note=" anh Minh ", at=LATER)
        instead = announcement_answers.mark_read(tx, who=ward.lan, id=got, at=LATER)
        assert (instead.read_at, instead.answer, instead.note) == (AT, Rsvp.INSTEAD, "anh Minh")
        announcement_answers.answer(tx, who=ward.lan, id=got, rsvp=Rsvp.COMING, note="không còn ai", at=LATER)
        assert tx.deliveries.get(got).note == ""
        progress = announcement_proof.progress(tx, by=ward.hoa, id=sent.id)
        assert progress == Progress(total=5, due=4, sent=1, read=1, answered=1, coming=1)

    await store.transact(work)


async def test_nobody_answers_for_somebody_else_or_where_nothing_was_asked(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward, content=NOTICE)
        got = delivery_of(tx, sent, ward.lan)
        for stranger in (ward.minh, ward.hoa, ward.tu):
            with pytest.raises(Refused, match="not_yours"):
                announcement_answers.mark_read(tx, who=stranger, id=got, at=AT)
            with pytest.raises(Refused, match="not_yours"):
                announcement_answers.answer(tx, who=stranger, id=got, rsvp=Rsvp.AWAY, at=AT)
            with pytest.raises(Refused, match="not_yours"):
                announcement_answers.ask_back(tx, who=stranger, id=got, text="Mấy giờ?", at=AT)
        with pytest.raises(Invalid, match="no_invitation"):
            announcement_answers.answer(tx, who=ward.lan, id=got, rsvp=Rsvp.COMING, at=AT)
        assert tx.deliveries.get(got).status is DeliveryStatus.DUE

    await store.transact(work)


async def test_a_question_reaches_the_author_and_its_answer_whoever_asked(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        got = delivery_of(tx, sent, ward.lan)
        assert announcement_answers.ask_back(tx, who=ward.lan, id=got, text=" Đến mấy giờ? ", at=AT) == ward.hoa
        told = announcement_answers.reply_to(
            tx, by=ward.hoa, id=sent.id, recipient=ward.lan.id, text="Đến 17 giờ.", at=LATER
        )
        assert told.id == ward.lan.id
        thread = announcement_answers.threads(tx, by=ward.hoa, id=sent.id)
        assert [(each.author, each.text) for each in thread] == [
            (ward.lan.id, "Đến mấy giờ?"),
            (ward.hoa.id, "Đến 17 giờ."),
        ]
        assert {each.recipient for each in thread} == {ward.lan.id}
        with pytest.raises(Invalid, match="no_text"):
            announcement_answers.ask_back(tx, who=ward.lan, id=got, text="  ", at=AT)
        with pytest.raises(Invalid, match="text_too_long"):
            announcement_answers.ask_back(tx, who=ward.lan, id=got, text="a" * 1001, at=AT)

    await store.transact(work)


async def test_whoever_has_not_read_is_listed_with_a_number_to_call(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        tx.people.set_phone(ward.minh.id, phones.read_phone("0901 234 567"))
        sent = announce(tx, ward)
        announcement_answers.mark_read(tx, who=ward.lan, id=delivery_of(tx, sent, ward.lan), at=AT)
        lines = announcement_proof.not_read(tx, by=ward.hoa, id=sent.id, at=LATER)
        assert [(each.person.name, each.unit.name if each.unit else "") for each in lines] == [
            ("Nguyễn Văn Minh", "Khóm 1"),
            ("Lê Văn Bình", "Khóm 2"),
            ("Phạm Thị Cúc", "Khóm 3"),
            ("Võ Văn Dũng", "Khóm 4"),
        ]
        assert phones.show_phone(lines[0].person.phone) == "0901 234 567"

    await store.transact(work)
