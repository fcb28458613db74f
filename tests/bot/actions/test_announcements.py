"""Composing and confirming an announcement: who may, whom it reaches, and what is refused before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import (
    announcement_answers,
    announcement_control,
    announcement_proof,
    announcements,
    audiences,
    filling,
    periods,
)
from bot.domain.announcements import (
    Announcement,
    AnnouncementKind,
    AnnouncementStatus,
    Audience,
    Content,
    DeliveryStatus,
)
from bot.domain.errors import BotError, Conflict, Invalid, Missing, Refused
from bot.domain.people import Person, PersonId, Role
from bot.domain.submissions import Status
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import (
    AT,
    HEADS,
    LATER,
    MEETING,
    NOTICE,
    TODAY,
    Ward,
    announce,
    compose,
    delivery_of,
    home,
    settle,
)

STEERING: dict[str, Callable[[Transaction, Person, Ward, Announcement], object]] = {
    "compose": lambda tx, by, ward, _: announcements.compose(
        tx, by=by, ward=ward.unit, content=NOTICE, audience=Audience(), at=AT
    ),
    "list": lambda tx, by, ward, _: announcements.listed(tx, by=by, ward=ward.unit, most=5),
    "audience": lambda tx, by, ward, _: audiences.recipients(tx, by=by, ward=ward.unit, audience=HEADS, at=AT),
    "preview": lambda tx, by, _, sent: announcements.preview(tx, by=by, id=sent.id, at=AT),
    "change": lambda tx, by, _, sent: announcements.change(tx, by=by, id=sent.id, content=NOTICE, audience=HEADS),
    "open files": lambda tx, by, _, sent: announcements.open_files(tx, by=by, id=sent.id, at=AT),
    "confirm": lambda tx, by, _, sent: announcements.confirm(tx, by=by, id=sent.id, at=AT),
    "pause": lambda tx, by, _, sent: announcement_control.pause(tx, by=by, id=sent.id, at=AT),
    "resume": lambda tx, by, _, sent: announcement_control.resume(tx, by=by, id=sent.id, at=AT),
    "cancel": lambda tx, by, _, sent: announcement_control.cancel(tx, by=by, id=sent.id, at=AT),
    "pace": lambda tx, by, _, sent: announcement_control.set_pace(tx, by=by, id=sent.id, pace=60, at=AT),
    "again": lambda tx, by, _, sent: announcement_control.send_again(tx, by=by, id=sent.id, at=AT),
    "newcomers": lambda tx, by, _, sent: announcement_control.add_newcomers(tx, by=by, id=sent.id, at=AT),
    "progress": lambda tx, by, _, sent: announcement_proof.progress(tx, by=by, id=sent.id),
    "proof": lambda tx, by, _, sent: announcement_proof.proof(tx, by=by, id=sent.id, at=AT),
    "not read": lambda tx, by, _, sent: announcement_proof.not_read(tx, by=by, id=sent.id, at=AT),
    "threads": lambda tx, by, _, sent: announcement_answers.threads(tx, by=by, id=sent.id),
    "reply": lambda tx, by, ward, sent: announcement_answers.reply_to(
        tx, by=by, id=sent.id, recipient=ward.lan.id, text="Vâng", at=AT
    ),
}


@pytest.mark.parametrize("way", STEERING)
@pytest.mark.parametrize("role", [Role.HEAD, Role.DEPUTY, Role.VIEWER, Role.ADMIN, Role.SECTOR_REPORTER, None])
async def test_nobody_but_officer_and_approver_of_the_ward_announces(
    sqlite_store: Store, way: str, role: Role | None
) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        by = ward.tu
        if role is not None:
            someone = tx.people.add("Ai đó", "", AT)
            tx.people.give_post(someone, role, ward.unit.id, TODAY)
            by = tx.people.get(someone, TODAY)
        with pytest.raises(Refused, match="announce"):
            STEERING[way](tx, by, ward, sent)
        assert tx.announcements.get(sent.id) == sent

    await sqlite_store.transact(work)


async def test_an_approver_of_the_ward_announces(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        approver = tx.people.add("Chị Duyệt", "", AT)
        tx.people.give_post(approver, Role.APPROVER, ward.unit.id, TODAY)
        by = tx.people.get(approver, TODAY)
        id = announcements.compose(tx, by=by, ward=ward.unit, content=NOTICE, audience=HEADS, at=AT)
        assert announcements.confirm(tx, by=by, id=id, at=AT).status is AnnouncementStatus.RUNNING

    await sqlite_store.transact(work)


async def test_the_audience_is_frozen_when_it_is_confirmed(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        newcomer = tx.people.add("Người mới", "", AT)
        tx.people.give_post(newcomer, Role.DEPUTY, ward.khoms[1].id, TODAY)
        assert tx.deliveries.progress(sent.id).total == 5
        assert announcement_control.add_newcomers(tx, by=ward.hoa, id=sent.id, at=LATER) == 1
        assert announcement_control.add_newcomers(tx, by=ward.hoa, id=sent.id, at=LATER) == 0
        assert [each.status for each in tx.deliveries.of(sent.id)] == [DeliveryStatus.DUE] * 6

    await store.transact(work)


async def test_a_preview_shows_names_and_who_cannot_be_reached(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        shown = announcements.preview(tx, by=ward.hoa, id=compose(tx, ward), at=AT)
        assert [(each.person.name, each.unit.name) for each in shown.recipients] == [
            ("Trần Thị Lan", "Khóm 1"),
            ("Nguyễn Văn Minh", "Khóm 1"),
            ("Lê Văn Bình", "Khóm 2"),
            ("Phạm Thị Cúc", "Khóm 3"),
            ("Võ Văn Dũng", "Khóm 4"),
        ]
        assert [each.person.name for each in shown.unreachable] == ["Võ Văn Dũng"]
        assert shown.announcement.status is AnnouncementStatus.DRAFT
        assert tx.deliveries.progress(shown.announcement.id).total == 0

    await store.transact(work)


async def test_whom_only_a_channel_reaches_that_is_not_served_is_to_be_called(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        tx.accounts.gone_at(home(ward.lan.id), AT)
        tx.accounts.add(home(ward.lan.id, "telegram"), ward.lan.id, AT)
        shown = announcements.preview(tx, by=ward.hoa, id=compose(tx, ward), at=AT, served={("web", "web")})
        assert [each.person.name for each in shown.unreachable] == ["Trần Thị Lan", "Võ Văn Dũng"]

    await store.transact(work)


async def test_an_audience_is_chosen_by_unit_role_person_and_by_what_is_owed(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)

        def names(audience: Audience) -> list[str]:
            found = audiences.recipients(tx, by=ward.hoa, ward=ward.unit, audience=audience, at=AT)
            return [each.person.name.split()[-1] for each in found]

        (period,) = periods.opened(tx, ward.unit)
        owed = periods.due_for(tx, ward.lan, TODAY)[0]
        report = filling.start_report(tx, ward.lan, owed, AT)
        assert names(HEADS) == ["Lan", "Bình", "Cúc", "Dũng"]
        assert names(Audience(units=(ward.khoms[0].id,))) == ["Lan", "Minh"]
        assert names(Audience(roles=(Role.WARD_OFFICER,))) == ["Hoa"]
        assert names(Audience(people=(ward.minh.id, ward.lan.id, ward.minh.id))) == ["Lan", "Minh"]
        assert names(replace(HEADS, not_sent=period.id)) == ["Lan", "Bình", "Cúc", "Dũng"]
        tx.submissions.set_status(report.id, Status.SUBMITTED, AT)
        assert names(replace(HEADS, not_sent=period.id)) == ["Bình", "Cúc", "Dũng"]
        tx.submissions.set_status(report.id, Status.RETURNED, AT)
        assert names(replace(HEADS, not_sent=period.id, units=(ward.khoms[0].id,))) == ["Lan"]

    await store.transact(work)


async def test_nobody_of_another_ward_is_picked(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        for stranger in (ward.tu.id, PersonId(999)):
            id = compose(tx, ward, audience=Audience(people=(ward.lan.id, stranger)))
            with pytest.raises(Invalid, match="not_in_ward"):
                announcements.confirm(tx, by=ward.hoa, id=id, at=AT)
            assert tx.announcements.get(id).status is AnnouncementStatus.DRAFT

    await sqlite_store.transact(work)


WRONG: dict[str, tuple[Content, type[BotError], str]] = {
    "no text": (replace(NOTICE, text="  \n"), Invalid, "no_text"),
    "too long": (replace(NOTICE, text="ư" * 8001), Invalid, "text_too_long"),
    "an unknown field": (replace(NOTICE, text="Kính gửi {ten}"), Invalid, "no_such_field"),
    "a period's field without a period": (replace(NOTICE, text="Hạn là {hạn}"), Invalid, "no_period_for_field"),
    "no link": (replace(NOTICE, link="dongthap"), Invalid, "bad_link"),
    "no file": (replace(NOTICE, attachments=("0" * 64,)), Missing, "attachment"),
}


@pytest.mark.parametrize("what", WRONG)
async def test_what_cannot_be_sent_is_refused_when_it_is_composed(sqlite_store: Store, what: str) -> None:
    content, error, code = WRONG[what]

    def work(tx: Transaction) -> None:
        ward = settle(tx)
        with pytest.raises(error, match=code):
            compose(tx, ward, content=content)

    await sqlite_store.transact(work)


async def test_nothing_goes_to_nobody_or_into_the_past(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        nobody = compose(tx, ward, audience=Audience(roles=(Role.SECTOR_REPORTER,)))
        with pytest.raises(Invalid, match="no_recipients"):
            announcements.confirm(tx, by=ward.hoa, id=nobody, at=AT)
        with pytest.raises(Invalid, match="time_is_past"):
            announcements.confirm(tx, by=ward.hoa, id=compose(tx, ward), at=AT, send_at=AT - timedelta(seconds=1))
        assert announcements.listed(tx, by=ward.hoa, ward=ward.unit, most=5) == []

    await store.transact(work)


async def test_a_closed_period_is_not_announced_about(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        (period,) = periods.opened(tx, ward.unit)
        content = Content(kind=AnnouncementKind.DEADLINE, text="Hạn {kỳ} là {hạn}.", period=period.id)
        about, owing = compose(tx, ward, content=content), compose(tx, ward, audience=Audience(not_sent=period.id))
        periods.close_period(tx, by=ward.hoa, period=period, at=AT)
        for id in (about, owing):
            with pytest.raises(Invalid, match="period_closed"):
                announcements.confirm(tx, by=ward.hoa, id=id, at=AT)

    await store.transact(work)


async def test_the_same_within_ten_minutes_is_asked_about(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        announce(tx, ward)
        retyped = compose(tx, ward, content=replace(NOTICE, text=NOTICE.text.replace(" ", "  ")))
        soon = AT + timedelta(minutes=9)
        with pytest.raises(Invalid, match="announced_just_now"):
            announcements.confirm(tx, by=ward.hoa, id=retyped, at=soon)
        announcements.confirm(tx, by=ward.hoa, id=compose(tx, ward, audience=HEADS), at=soon)
        announcements.confirm(tx, by=ward.hoa, id=retyped, at=soon, again=True)
        announcements.confirm(tx, by=ward.hoa, id=compose(tx, ward), at=soon + timedelta(minutes=11))

    await store.transact(work)


async def test_what_is_confirmed_is_neither_changed_nor_confirmed_again(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        with pytest.raises(Conflict, match="announcement_confirmed"):
            announcements.confirm(tx, by=ward.hoa, id=sent.id, at=LATER, again=True)
        with pytest.raises(Conflict, match="announcement_confirmed"):
            announcements.change(tx, by=ward.hoa, id=sent.id, content=MEETING, audience=HEADS)
        with pytest.raises(Conflict, match="announcement_confirmed"):
            announcements.open_files(tx, by=ward.hoa, id=sent.id, at=LATER)
        with pytest.raises(Conflict, match="announcement_confirmed"):
            announcements.discard(tx, by=ward.hoa, id=sent.id)
        # Nor by somebody who has seen it as a draft a moment ago.
        assert not tx.announcements.change(sent.id, MEETING, HEADS)
        assert not tx.announcements.discard(sent.id)
        assert tx.announcements.get(sent.id).content == sent.content
        assert tx.deliveries.progress(sent.id).total == 5

    await store.transact(work)


async def test_every_change_is_in_the_audit_log(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        announcement_control.pause(tx, by=ward.hoa, id=sent.id, at=LATER)
        announcement_control.resume(tx, by=ward.hoa, id=sent.id, at=LATER)
        announcement_control.set_pace(tx, by=ward.hoa, id=sent.id, pace=150, at=LATER)
        announcement_control.cancel(tx, by=ward.hoa, id=sent.id, at=LATER)
        assert [entry.action for entry in tx.audit.gathered if entry.subject == f"announcement:{sent.id}"] == [
            "announced",
            "announcement_paused",
            "announcement_resumed",
            "announcement_pace",
            "announcement_cancelled",
        ]
        assert delivery_of(tx, sent, ward.lan)

    await store.transact(work)
