"""The ward's figures: what they add up to, what they say is missing, and an example of four khóms worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.consolidation import Figure, Share, consolidate, judge, read_figure, share, total
from bot.domain.indicators import RATES, Rate, Verdict
from bot.domain.people import PersonId
from bot.domain.submissions import Empty, FormId, Revision, SubmissionId
from bot.domain.targets import Target
from bot.domain.units import UnitId

A, B, C, D = (UnitId(number) for number in range(1, 5))
NAMES = ("tong_so_ho", "ho_dang_ky_gdvh", "ho_dat_gdvh")
REGISTERED, OF_ALL, OF_REGISTERED = RATES

figures = st.one_of(
    st.integers(min_value=0, max_value=10**6).map(Decimal), st.just(Empty.NOTHING), st.just(Empty.UNKNOWN), st.none()
)
numbers = st.integers(min_value=1, max_value=10**6).map(Decimal)


def row(*values: Figure | int) -> dict[str, Figure]:
    return {
        name: Decimal(value) if isinstance(value, int) else value for name, value in zip(NAMES, values, strict=True)
    }


def four_khoms(of_d: Figure | int) -> dict[UnitId, Mapping[str, Figure] | None]:
    return {
        A: row(512, 512, 489),
        B: row(1034, 1030, 961),
        C: row(287, 287, 270),
        D: row(648, 641, of_d),
    }


def rates(reports: dict[UnitId, Mapping[str, Figure] | None]) -> list[Share]:
    totals = consolidate(reports, NAMES)
    return [share(rate, totals) for rate in RATES]


def target(rate: Rate, amount: int) -> Target:
    return Target(
        unit=UnitId(9),
        indicator=rate.name,
        amount=Decimal(amount),
        out_of=None,
        valid_from=date(2020, 1, 1),
        valid_to=date(2020, 12, 31),
        source="219/KH-BCT",
    )


def test_before_khom_d_knows_its_number_the_ward_has_sums_but_no_rate_of_recognised_households() -> None:
    reports = four_khoms(Empty.UNKNOWN)
    totals = consolidate(reports, NAMES)
    registered, of_all, of_registered = rates(reports)

    assert [totals[name].amount for name in NAMES] == [2481, 2470, 1720]
    assert totals["ho_dat_gdvh"].shortfall == "chưa đủ (3/4 khóm)"
    assert totals["ho_dat_gdvh"].missing == (D,)
    assert registered.percent == Decimal("99.56")
    assert of_all.percent is None
    assert of_registered.percent is None
    assert of_all.shortfall == "chưa đủ (3/4 khóm)"


def test_after_khom_d_sends_its_number_the_denominator_decides_about_the_target() -> None:
    reports = four_khoms(603)
    totals = consolidate(reports, NAMES)
    _, of_all, of_registered = rates(reports)

    assert totals["ho_dat_gdvh"].amount == 2323
    assert totals["ho_dat_gdvh"].shortfall == ""
    assert of_all.percent == Decimal("93.63")
    assert of_registered.percent == Decimal("94.05")
    assert judge(target(OF_ALL, 94), of_all) is Verdict.NOT_REACHED
    assert judge(target(OF_REGISTERED, 94), of_registered) is Verdict.REACHED


def test_the_wards_rate_is_not_the_mean_of_the_khoms_rates() -> None:
    reports = four_khoms(603)
    each = [rates({unit: reports[unit]})[1].percent for unit in reports]
    mean = (sum((rate for rate in each if rate is not None), Decimal(0)) / 4).quantize(Decimal("0.01"))

    assert mean == Decimal("93.90")
    assert rates(reports)[1].percent == Decimal("93.63")


def test_a_target_stays_open_while_a_khom_is_missing_or_nobody_counts_it() -> None:
    assert judge(target(OF_ALL, 94), rates(four_khoms(Empty.UNKNOWN))[1]) is Verdict.OPEN
    assert judge(target(OF_ALL, 94), None) is Verdict.OPEN


def test_four_of_four_khoms_is_judged_as_a_count() -> None:
    yes, no = Decimal(1), Decimal(0)
    assert judge(target(OF_ALL, 4), total({A: yes, B: yes, C: yes, D: yes})) is Verdict.REACHED
    assert judge(target(OF_ALL, 4), total({A: yes, B: yes, C: no, D: yes})) is Verdict.NOT_REACHED
    assert judge(target(OF_ALL, 4), total({A: yes, B: yes, C: yes, D: None})) is Verdict.OPEN


def test_a_khom_that_has_not_sent_is_missing_in_every_total() -> None:
    reports = four_khoms(603) | {D: None}
    totals = consolidate(reports, NAMES)
    assert {totals[name].missing for name in NAMES} == {(D,)}
    assert totals["tong_so_ho"].amount == 1833


def test_nothing_of_the_kind_adds_zero_and_is_not_missing() -> None:
    sums = total({A: Decimal(5), B: Empty.NOTHING})
    assert sums.amount == 5
    assert (sums.have, sums.of) == (2, 2)


def test_a_khom_that_lacks_only_the_denominator_holds_the_rate_back() -> None:
    reports = {A: row(512, 512, 489), B: row(None, 1030, 961)}
    of_all = rates(dict(reports))[1]
    assert of_all.percent is None
    assert of_all.missing == (B,)


def test_a_ward_without_households_has_a_complete_total_and_no_rate() -> None:
    of_all = rates({A: row(0, 0, 0)})[1]
    assert of_all.is_complete
    assert of_all.percent is None


def test_a_ward_without_khoms_has_nothing_to_say() -> None:
    assert total({}).amount == 0
    assert rates({})[0].percent is None


@pytest.mark.parametrize(
    ("stored", "figure"),
    [
        ("412", Decimal(412)),
        ("0", Decimal(0)),
        ("2500000", Decimal(2_500_000)),
        ("yes", Decimal(1)),
        ("khong", Decimal(0)),
        ("", None),
        ("không rõ", None),
        ("NaN", None),
        ("Infinity", None),
    ],
)
def test_a_stored_answer_is_read_as_a_figure_or_as_missing(stored: str, figure: Figure) -> None:
    assert read_figure(revision({"x": stored}), "x") == figure


def test_an_empty_state_wins_over_a_value_and_silence_is_missing() -> None:
    sent = revision({"x": "7"}, empties={"x": Empty.UNKNOWN})
    assert read_figure(sent, "x") is Empty.UNKNOWN
    assert read_figure(sent, "y") is None
    assert read_figure(None, "x") is None


@given(st.dictionaries(st.integers(1, 40).map(UnitId), figures, max_size=20), st.randoms())
def test_the_order_of_the_khoms_does_not_change_a_total(given_figures: dict[UnitId, Figure], random: Random) -> None:
    shuffled = list(given_figures.items())
    random.shuffle(shuffled)
    first, second = total(given_figures), total(dict(shuffled))
    assert (first.amount, set(first.missing)) == (second.amount, set(second.missing))


@given(st.lists(numbers, min_size=1, max_size=10), st.data())
def test_splitting_a_khom_in_two_leaves_the_total(amounts: list[Decimal], data: st.DataObject) -> None:
    before = total({UnitId(number): amount for number, amount in enumerate(amounts)})
    kept = Decimal(data.draw(st.integers(0, int(amounts[0]))))
    halves = [kept, amounts[0] - kept, *amounts[1:]]
    after = total({UnitId(number): amount for number, amount in enumerate(halves)})
    assert after.amount == before.amount
    assert after.is_complete


@given(st.dictionaries(st.integers(1, 40).map(UnitId), figures, max_size=20))
def test_what_is_not_known_never_counts_as_zero(given_figures: dict[UnitId, Figure]) -> None:
    sums = total(given_figures)
    unknown = {unit for unit, figure in given_figures.items() if figure is None or figure is Empty.UNKNOWN}
    assert set(sums.missing) == unknown
    assert sums.have + len(unknown) == sums.of
    assert sums.is_complete == (not unknown)


@given(st.lists(st.tuples(numbers, st.integers(0, 100)), min_size=1, max_size=12))
def test_the_wards_rate_lies_between_the_lowest_and_the_highest_of_its_khoms(
    khoms: list[tuple[Decimal, int]],
) -> None:
    reports: dict[UnitId, Mapping[str, Figure] | None] = {
        UnitId(number): row(whole, whole, whole * part // 100) for number, (whole, part) in enumerate(khoms)
    }
    each = [rates({unit: report})[1].percent for unit, report in reports.items()]
    known = [rate for rate in each if rate is not None]
    ward = rates(reports)[1].percent
    assert ward is not None
    assert min(known) <= ward <= max(known)


@given(st.lists(figures, min_size=1, max_size=12), st.lists(figures, min_size=1, max_size=12))
def test_a_rate_is_published_exactly_when_every_khom_has_given_both_counts(
    parts: list[Figure], wholes: list[Figure]
) -> None:
    reports: dict[UnitId, Mapping[str, Figure] | None] = {
        UnitId(number): row(whole, whole, part) for number, (part, whole) in enumerate(zip(parts, wholes, strict=False))
    }
    of_all = rates(reports)[1]
    assert (of_all.shortfall == "") == of_all.is_complete
    if not of_all.is_complete:
        assert of_all.percent is None


def revision(values: dict[str, str], *, empties: dict[str, Empty] | None = None) -> Revision:
    return Revision(
        submission=SubmissionId(1),
        number=1,
        form=FormId(1),
        values=values,
        empties=empties or {},
        sent_by=PersonId(1),
        sent_by_name="Lan",
        sent_at=datetime(2020, 12, 18, 7, 5, tzinfo=UTC),
    )
