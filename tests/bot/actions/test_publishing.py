"""From which day a version counts, who may publish it, and what a product upgrade leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.actions import filling, forms, proposals, publishing
from bot.actions.forms import publish_shipped
from bot.actions.installation import create_sample
from bot.actions.periods import due_for, open_period
from bot.domain.errors import Conflict, Invalid, Missing, Refused
from bot.domain.people import Person, Role
from bot.domain.periods import Span
from bot.domain.submissions import Status, Submission
from bot.domain.units import Level
from bot.messages import Address, Attachment, AttachmentKind
from forms.library import SHIPPED, ShippedForm
from forms.xlsform import to_xform
from storage.store import Store
from storage.transaction import Transaction

AT = datetime(2020, 12, 15, 3, 0, tzinfo=UTC)
TODAY = date(2020, 12, 15)
NEW_YEAR = date(2021, 1, 1)
REPORT, HARDSHIP = "khom_dinh_ky", "hoan_canh_kho_khan"
HOME = Address(channel="web", bot="web", chat="1")


def officer(tx: Transaction) -> Person:
    return _with(tx, Role.WARD_OFFICER)


def head(tx: Transaction) -> Person:
    return _with(tx, Role.HEAD)


def _with(tx: Transaction, role: Role) -> Person:
    ward = tx.units.wards(TODAY)[0]
    units = (ward, *tx.units.children(ward.id, TODAY))
    return next(found for unit in units for found in tx.people.with_role_on(unit.id, (role,), TODAY))


def source(family: str) -> str:
    return next(form for form in SHIPPED if form.family == family).source()


def publish(
    tx: Transaction, *, family: str = REPORT, text: str = "", starts_on: date | None = None, at: datetime = AT
) -> publishing.Publication:
    """A new version that asks something else about the households."""
    changed = text or source(family).replace("Khóm có tất cả bao nhiêu hộ ạ?", f"Khóm có mấy hộ, bản {at} {starts_on}?")
    return publishing.publish(
        tx,
        family=family,
        title="Phiếu mới",
        xform=to_xform(changed, file_type=".md", family=family).xform,
        source=changed.encode(),
        file_type=".md",
        starts_on=starts_on,
        by=officer(tx),
        at=at,
    )


def begun(tx: Transaction, code: str, at: datetime = AT) -> Submission:
    """The report of khóm 1 for a period that is opened now if it was not."""
    ward = tx.units.wards(TODAY)[0]
    if tx.periods.by_code(ward.id, code) is None:
        open_period(tx, by=None, ward=ward, span=Span.parse(code), at=at)
    lan = head(tx)
    due = next(due for due in due_for(tx, lan, at.date()) if due.period.code == code)
    return filling.start_report(tx, lan, due, at)


async def in_sample(store: Store, work: Callable[[Transaction], None]) -> None:
    def founded(tx: Transaction) -> None:
        create_sample(tx, AT)
        work(tx)

    await store.transact(founded)


@pytest.mark.parametrize(
    ("code", "version"),
    [("2020-Q4", 1), ("2020-H2", 1), ("2020", 1), ("2021-Q1", 2), ("2021-H1", 2), ("2021", 2)],
)
async def test_a_report_uses_the_version_that_has_started_by_the_last_day_of_its_period(
    store: Store, code: str, version: int
) -> None:
    def work(tx: Transaction) -> None:
        publish(tx, starts_on=NEW_YEAR)
        # However late it is filled in.
        report = begun(tx, code, AT + timedelta(days=400))
        assert tx.forms.get(report.form).version == version

    await in_sample(store, work)


@pytest.mark.parametrize(("day", "version"), [(date(2020, 12, 31), 1), (NEW_YEAR, 2)])
async def test_a_case_uses_the_version_of_the_day_on_which_it_is_begun(store: Store, day: date, version: int) -> None:
    def work(tx: Transaction) -> None:
        text = source(HARDSHIP).replace("Nhà ở", "Chỗ ở")
        publish(tx, family=HARDSHIP, text=text, starts_on=NEW_YEAR)
        lan = head(tx)
        at = datetime(day.year, day.month, day.day, 3, 0, tzinfo=UTC)
        case = filling.start_case(tx, lan, HARDSHIP, lan.posts[0].unit, at)
        assert tx.forms.get(case.form).version == version

    await in_sample(store, work)


async def test_the_next_period_begins_after_everything_that_is_open(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = tx.units.wards(TODAY)[0]
        assert publishing.next_start(tx, ward, TODAY) == NEW_YEAR
        # In January, while quarter IV is still filled in, the next period is quarter I and not quarter II.
        assert publishing.next_start(tx, ward, date(2021, 1, 20)) == NEW_YEAR
        open_period(tx, by=None, ward=ward, span=Span.parse("2021-Q1"), at=AT + timedelta(days=80))
        assert publishing.next_start(tx, ward, date(2021, 3, 20)) == date(2021, 4, 1)

    await in_sample(store, work)


async def test_a_ward_that_has_opened_nothing_yet_begins_with_this_quarter(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = tx.units.get(tx.units.add("P9", "Phường", Level.WARD, None, date(2000, 1, 1)))
        assert publishing.next_start(tx, ward, TODAY) == date(2020, 10, 1)

    await store.transact(work)


async def test_publishing_replaces_the_plans_that_begin_later(store: Store) -> None:
    def work(tx: Transaction) -> None:
        publish(tx, starts_on=NEW_YEAR)
        publish(tx, starts_on=date(2021, 7, 1))
        april = publish(tx, starts_on=date(2021, 4, 1))
        assert [form.version for form in april.replaced] == [3]
        assert [form.version for form in publish(tx).replaced] == [4, 2]
        assert [form.version for form in publish(tx, at=AT + timedelta(seconds=1)).replaced] == []

    await in_sample(store, work)


async def test_a_plan_can_be_taken_back_until_its_first_day(store: Store) -> None:
    def work(tx: Transaction) -> None:
        hoa = officer(tx)
        planned = publish(tx, starts_on=NEW_YEAR).form
        with pytest.raises(Conflict, match="form_started"):
            publishing.withdraw(tx, hoa, planned.id, datetime(2021, 1, 1, 0, 0, tzinfo=UTC))
        publishing.withdraw(tx, hoa, planned.id, datetime(2020, 12, 31, 16, 59, tzinfo=UTC))
        with pytest.raises(Conflict, match="form_started"):
            publishing.withdraw(tx, hoa, planned.id, AT)
        first = tx.forms.versions(REPORT)[-1]
        with pytest.raises(Conflict, match="form_started"):
            publishing.withdraw(tx, hoa, first.id, AT)

    await in_sample(store, work)


async def test_a_draft_on_a_plan_that_is_taken_back_goes_back_to_the_version_in_force(store: Store) -> None:
    def work(tx: Transaction) -> None:
        lan = head(tx)
        planned = publish(tx, starts_on=NEW_YEAR).form
        report = begun(tx, "2021-Q1", AT)
        assert report.form == planned.id
        publishing.withdraw(tx, officer(tx), planned.id, AT)
        opened = filling.open_interview(tx, lan, report.id, AT)
        assert tx.forms.get(opened.submission.form).version == 1
        assert opened.moved is not None
        assert filling.open_interview(tx, lan, report.id, AT).moved is None

    await in_sample(store, work)


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.RETURNED, Status.APPROVED])
async def test_what_was_sent_stays_with_its_version(store: Store, status: Status) -> None:
    def work(tx: Transaction) -> None:
        report = begun(tx, "2020-Q4")
        tx.submissions.set_status(report.id, status, AT)
        publish(tx)
        opened = filling.open_interview(tx, head(tx), report.id, AT)
        assert (opened.submission.form, opened.moved) == (report.form, None)

    await in_sample(store, work)


async def test_a_product_upgrade_never_replaces_what_a_ward_has_made_of_a_form(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def newer(form: ShippedForm) -> str:
        return source_of[form.family] + "\n"

    source_of = {form.family: form.source() for form in SHIPPED}

    def work(tx: Transaction) -> None:
        ours = publish(tx).form
        monkeypatch.setattr(ShippedForm, "source", newer)
        publish_shipped(tx, AT)
        assert tx.forms.latest(REPORT) == ours
        upgraded = tx.forms.latest(HARDSHIP)
        assert upgraded is not None
        assert (upgraded.version, upgraded.shipped) == (2, True)

    await in_sample(store, work)


async def test_only_the_wards_officer_publishes(store: Store) -> None:
    """Every use case of the menu, by a head and by an officer of another ward."""

    def work(tx: Transaction) -> None:
        other = tx.units.add("P2", "Phường khác", Level.WARD, None, date(2000, 1, 1), None, 9)
        tu = tx.people.add("Tú", "", AT)
        tx.people.give_post(tu, Role.WARD_OFFICER, other, date(2000, 1, 1), None)
        form = tx.forms.versions(REPORT)[0]
        file = Attachment(kind=AttachmentKind.DOCUMENT, name="a.xlsx", digest="a" * 64)
        waiting = proposals.propose(tx, officer(tx), file, family="", to=HOME, at=AT)
        tried: list[Callable[[Person], object]] = [
            lambda by: publishing.families(tx, by, AT),
            lambda by: publishing.family_called(tx, by, REPORT, AT),
            lambda by: publishing.request_workbook(tx, by, form.id, HOME, AT),
            lambda by: publishing.withdraw(tx, by, form.id, AT),
            lambda by: proposals.propose(tx, by, file, family="", to=HOME, at=AT),
            lambda by: proposals.ready(tx, by, waiting.id, AT),
            lambda by: proposals.name_family(tx, by, waiting.id, REPORT, AT),
            lambda by: proposals.decision(tx, by, waiting, AT),
            lambda by: proposals.publish_proposal(tx, by, waiting.id, AT, at_once=True),
            lambda by: proposals.drop(tx, by, waiting.id, AT),
        ]
        for somebody in (head(tx), tx.people.get(tu, TODAY)):
            for attempt in tried:
                with pytest.raises(Refused, match="publish_forms"):
                    attempt(somebody)
        assert len(tx.proposals.open()) == 1
        assert len(tx.exports.open_requests()) == 0

    await in_sample(store, work)


async def test_what_cannot_be_published_is_said(store: Store) -> None:
    def work(tx: Transaction) -> None:
        hoa = officer(tx)
        with pytest.raises(Missing, match="form_family"):
            publishing.family_called(tx, hoa, "khac", AT)
        with pytest.raises(Invalid, match="consent_missing"):
            publish(
                tx,
                family=HARDSHIP,
                text=source(HARDSHIP).replace("dong_y ", "dong_tinh ").replace("{dong_y}", "{dong_tinh}"),
            )
        for name in ("a.pdf", "a.xls", "xlsx", ""):
            file = Attachment(kind=AttachmentKind.DOCUMENT, name=name, digest="a" * 64)
            with pytest.raises(Invalid, match="no_workbook"):
                proposals.propose(tx, hoa, file, family="", to=HOME, at=AT)
        file = Attachment(kind=AttachmentKind.DOCUMENT, name="a.XLSX", digest="a" * 64)
        waiting = proposals.propose(tx, hoa, file, family="", to=HOME, at=AT)
        with pytest.raises(Conflict, match="proposal_settled"):
            proposals.publish_proposal(tx, hoa, waiting.id, AT, at_once=True)
        with pytest.raises(Missing, match="form"):
            forms.in_force(tx, "khac", TODAY)

    await in_sample(store, work)
