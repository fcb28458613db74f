"""Who may say what of a case that is carried forward, and what is kept from being counted, dropped or overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.actions import carried_cases, carrying, filling, ward_cases
from bot.actions.carried_cases import Case
from bot.actions.installation import create_sample
from bot.actions.periods import close_period, open_period
from bot.domain.carrying import Count, Reason, Standing
from bot.domain.errors import Conflict, Invalid, Missing, Refused
from bot.domain.people import Person, Role
from bot.domain.periods import ReportingPeriod, Span
from bot.domain.submissions import Status
from bot.domain.units import Level, Unit
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import AT, HARDSHIP, TODAY, head, officer, publish, source
from tests.support.cases import records

MARCH = datetime(2021, 3, 10, 3, 0, tzinfo=UTC)
LATER = MARCH + timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Ward:
    """Khóm 1 with two cases of December, in March."""

    lan: Person
    khom: Unit
    ward: Unit
    period: ReportingPeriod

    def cases(self, tx: Transaction) -> list[Case]:
        return carried_cases.cases(tx, self.lan, self.khom, self.period)

    def changes(self, tx: Transaction, case: Case) -> filling.Interview:
        """Lan says that something is different."""
        begun = carrying.change(tx, self.lan, case, case.version, MARCH)
        return filling.open_interview(tx, self.lan, begun.id, MARCH)

    def count(self, tx: Transaction) -> Count:
        found = ward_cases.ward_cases(tx, by=officer(tx), ward=self.ward, period=self.period)
        return ward_cases.counted(found.cases)


def march(tx: Transaction) -> Ward:
    create_sample(tx, AT)
    lan = head(tx)
    khom, ward = lan.posts[0].unit, tx.units.wards(TODAY)[0]
    for _ in range(2):
        records(tx, lan, khom, AT)
    period = open_period(tx, by=officer(tx), ward=ward, span=Span.parse("2021-Q1"), at=MARCH)
    return Ward(lan, khom, ward, period)


def somebody(tx: Transaction, role: Role, unit: Unit) -> Person:
    """A newcomer with that post."""
    id = tx.people.add("Người mới", "", AT)
    tx.people.give_post(id, role, unit.id, date(2020, 1, 1))
    return tx.people.get(id, TODAY)


async def test_what_is_kept_counts_and_what_nobody_has_said_makes_the_count_incomplete(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        assert ward.count(tx) == Count(open=0, unconfirmed=2, closed=0)
        first, second = ward.cases(tx)
        assert (first.code, first.named, first.standing) == ("KK-K1-2020-001", "N. T. Bảy", Standing.UNCONFIRMED)
        assert carrying.keep(tx, ward.lan, first, first.version, MARCH)
        assert ward.count(tx) == Count(open=1, unconfirmed=1, closed=0)
        carrying.close(tx, ward.lan, second, second.version, reason=Reason.MOVED, words="", at=MARCH)
        assert ward.count(tx) == Count(open=1, unconfirmed=0, closed=1)
        assert carried_cases.unconfirmed(tx, ward.lan, ward.khom, ward.period) == 0

    await store.transact(work)


async def test_an_unsent_change_counts_for_nothing_and_is_not_lost_in_the_next_period(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        first, _ = ward.cases(tx)
        opened = ward.changes(tx, first)
        opened.filling.go_to("so_nhan_khau")
        opened.filling.answer("7")
        filling.save(tx, ward.lan, opened, "so_nhan_khau", MARCH)
        assert ward.count(tx).unconfirmed == 2
        june = open_period(tx, by=officer(tx), ward=ward.ward, span=Span.parse("2021-Q2"), at=LATER)
        again, _ = carried_cases.cases(tx, ward.lan, ward.khom, june)
        assert again.draft is not None
        moved = carrying.change(tx, ward.lan, again, again.version, LATER).id
        after = filling.open_interview(tx, ward.lan, moved, LATER)
        assert after.filling.complete().values["so_nhan_khau"] == "7"
        assert after.submission.code == "KK-K1-2020-001+2021-Q2"
        assert tx.submissions.get(opened.submission.id).status is Status.WITHDRAWN

    await store.transact(work)


async def test_still_so_takes_a_change_back(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        first, _ = ward.cases(tx)
        opened = ward.changes(tx, first)
        opened.filling.go_to("so_nhan_khau")
        opened.filling.answer("7")
        filling.send(tx, ward.lan, opened, MARCH)
        changed, _ = ward.cases(tx)
        assert (changed.is_changed, changed.sent.values["so_nhan_khau"]) == (True, "7")
        assert carrying.keep(tx, ward.lan, changed, changed.version, LATER)
        kept, _ = ward.cases(tx)
        assert (kept.is_changed, kept.sent.values["so_nhan_khau"], kept.sent.number) == (False, "4", 2)
        assert carrying.keep(tx, ward.lan, kept, kept.version, LATER)
        assert ward.cases(tx)[0].sent.number == 2

    await store.transact(work)


async def test_nobody_of_another_khom_and_nobody_without_a_post_there_is_asked(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        (first, _), other = ward.cases(tx), tx.units.by_code("K2")
        assert other is not None
        strangers = [somebody(tx, Role.HEAD, other), somebody(tx, Role.VIEWER, ward.ward), officer(tx)]
        strangers.append(tx.people.get(tx.people.add("Tú", "", AT), TODAY))
        for person in strangers:
            for attempt in (
                lambda who: carried_cases.cases(tx, who, ward.khom, ward.period),
                lambda who: carried_cases.unconfirmed(tx, who, ward.khom, ward.period),
                lambda who: carried_cases.answers(tx, who, first, MARCH),
                lambda who: carrying.keep(tx, who, first, first.version, MARCH),
                lambda who: carrying.change(tx, who, first, first.version, MARCH),
                lambda who: carrying.keep_all(tx, who, ward.khom, ward.period, MARCH),
                lambda who: carrying.close(tx, who, first, first.version, reason=Reason.DIED, words="", at=MARCH),
            ):
                with pytest.raises(Refused, match="fill"):
                    attempt(person)
        for person in (strangers[0], strangers[3], ward.lan):
            with pytest.raises(Refused, match="read_figures"):
                ward_cases.ward_cases(tx, by=person, ward=ward.ward, period=ward.period)
        assert ward.count(tx) == Count(open=0, unconfirmed=2, closed=0)

    await sqlite_store.transact(work)


async def test_a_viewer_counts_but_learns_neither_name_nor_reason(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        viewer = somebody(tx, Role.VIEWER, ward.ward)
        assert not ward_cases.ward_cases(tx, by=viewer, ward=ward.ward, period=ward.period).may_see_names
        assert ward_cases.ward_cases(tx, by=officer(tx), ward=ward.ward, period=ward.period).may_see_names

    await sqlite_store.transact(work)


async def test_what_somebody_else_has_said_is_not_overwritten_unseen(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        first, second = ward.cases(tx)
        minh = somebody(tx, Role.DEPUTY, ward.khom)
        carrying.keep(tx, minh, first, first.version, MARCH)
        with pytest.raises(Conflict, match="case_answered"):
            carrying.close(tx, ward.lan, first, first.version, reason=Reason.DIED, words="", at=LATER)
        carrying.change(tx, minh, second, second.version, MARCH)
        seen = ward.cases(tx)[1]
        with pytest.raises(Conflict, match="held"):
            carrying.keep(tx, ward.lan, seen, seen.version, LATER)
        kept, left = carrying.keep_all(tx, ward.lan, ward.khom, ward.period, LATER)
        assert (kept, [case.code for case in left]) == ([], [second.code])

    await store.transact(work)


async def test_a_closed_period_and_a_period_of_another_ward_take_no_answer(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        far = tx.units.add("XX", "Phường khác", Level.WARD, None, date(2020, 1, 1))
        span = ward.period.span
        theirs = tx.periods.open(far, span, span.opens, span.khom_due, span.ward_due, None, AT)
        with pytest.raises(Missing, match="period"):
            carried_cases.cases(tx, ward.lan, ward.khom, theirs)
        close_period(tx, by=officer(tx), period=ward.period, at=MARCH)
        (first, _) = carried_cases.cases(tx, ward.lan, ward.khom, tx.periods.get(ward.period.id))
        with pytest.raises(Conflict, match="period_closed"):
            carrying.keep(tx, ward.lan, first, first.version, LATER)
        assert first.standing is Standing.UNCONFIRMED

    await sqlite_store.transact(work)


@pytest.mark.parametrize(("words", "problem"), [("x" * 201, "too_long"), ("CCCD 087162001234", "personal")])
async def test_a_reason_is_short_and_names_no_number_of_a_person(sqlite_store: Store, words: str, problem: str) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        first, _ = ward.cases(tx)
        with pytest.raises(Invalid, match=problem):
            carrying.close(tx, ward.lan, first, first.version, reason=Reason.OTHER, words=words, at=MARCH)
        assert ward.cases(tx)[0].closing is None

    await sqlite_store.transact(work)


async def test_a_form_that_asks_more_by_now_is_not_answered_with_one_tap(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        before = source(HARDSHIP)
        line = next(each for each in before.splitlines() if "| mo_ta_ngan" in each)
        asks_more = line.replace("mo_ta_ngan", "so_con", 1).replace("text ", "integer ", 1)
        cells = [cell if place != 7 else " " for place, cell in enumerate(asks_more.split("|"))]
        columns = [cell.strip() for cell in next(x for x in before.splitlines() if "| type" in x).split("|")]
        for name, value in {
            "required": " yes ",
            "constraint": " ",
            "constraint_message": " ",
            "appearance": " ",
        }.items():
            cells[columns.index(name)] = value
        publish(tx, family=HARDSHIP, text=before.replace(line, f"{line}\n{'|'.join(cells)}"), at=AT)
        first, _ = ward.cases(tx)
        assert not carrying.keep(tx, ward.lan, first, first.version, MARCH)
        assert ward.count(tx).unconfirmed == 2
        opened = ward.changes(tx, first)
        prompt = opened.filling.prompt()
        assert prompt is not None
        assert prompt.name == "so_con"
        opened.filling.answer("2")
        assert opened.filling.complete().values["nguoi_dai_dien"] == "Nguyễn Thị Bảy"

    await sqlite_store.transact(work)


async def test_the_heir_of_a_khom_is_asked_about_its_cases_and_the_ward_drops_none(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = march(tx)
        merged = tx.units.get(tx.units.add("K9", "Khóm 9", Level.KHOM, ward.ward.id, date(2021, 1, 1), None, 9))
        tx.units.add_succession(ward.khom.id, merged.id, date(2021, 1, 1))
        heir = somebody(tx, Role.HEAD, merged)
        first, _ = carried_cases.cases(tx, heir, merged, ward.period)
        assert carrying.keep(tx, heir, first, first.version, MARCH)
        kept, left = carried_cases.cases(tx, heir, merged, ward.period)
        assert (kept.last.unit, kept.code, left.standing) == (merged.id, "KK-K1-2020-001", Standing.UNCONFIRMED)
        found = ward_cases.cases_of(tx, {merged.id: merged}, ward.period.span)
        assert [case.unit.code for case in found] == ["K9", "K9"]

    await store.transact(work)


async def test_the_audit_log_says_what_was_done_without_saying_why_in_words(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> str:
        ward = march(tx)
        first, _ = ward.cases(tx)
        carrying.close(tx, ward.lan, first, first.version, reason=Reason.OTHER, words="con đi làm xa", at=MARCH)
        closed, _ = ward.cases(tx)
        assert closed.closing is not None
        assert (closed.closing.by_name, closed.closing.words) == (ward.lan.name, "con đi làm xa")
        carrying.keep(tx, ward.lan, closed, closed.version, LATER)
        return f"submission:{first.last.id}"

    subject = await sqlite_store.transact(work)
    entries = await sqlite_store.read(lambda tx: tx.audit.about(subject))
    assert [entry.action for entry in entries][-2:] == ["closed", "reopened"]
    assert all("con đi làm" not in str(entry.detail) for entry in entries)
    assert await sqlite_store.read(lambda tx: tx.audit.verify()) is None
