"""How a case stands at the end of a period: counted, not counted, or not known, and never one for the other."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.carrying import Closing, Link, Reason, Standing, at_end_of, chains, count, masked
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, Span
from bot.domain.submissions import FormId, Status, Submission, SubmissionId
from bot.domain.units import UnitId

AT = datetime(2020, 5, 5, 1, 0, tzinfo=UTC)
MAY, SEPTEMBER_30, DECEMBER_31 = date(2020, 5, 5), date(2020, 9, 30), date(2020, 12, 31)


def link(id: int, known_on: date, *, carried_from: int | None = None, closed_until: date | None = None) -> Link:
    submission = Submission(
        id=SubmissionId(id),
        code="KK-K1-2020-001" + (f"+{known_on}" if carried_from else ""),
        family="hoan_canh_kho_khan",
        form=FormId(1),
        unit=UnitId(1),
        period=PeriodId(1) if carried_from else None,
        status=Status.SUBMITTED,
        filling={},
        author=PersonId(1),
        created_at=AT,
        updated_at=AT,
        carried_from=SubmissionId(carried_from) if carried_from else None,
    )
    closing = closed_until and Closing(
        period=PeriodId(1),
        until=closed_until,
        reason=Reason.MOVED,
        words="",
        by=PersonId(1),
        by_name="Lan",
        at=AT,
    )
    return Link(submission=submission, known_on=known_on, closing=closing or None)


RECORDED = link(1, MAY)
CONFIRMED = link(2, SEPTEMBER_30, carried_from=1)
CASES: dict[str, tuple[list[Link], str, Standing | None]] = {
    "not recorded yet": ([RECORDED], "2020-Q1", None),
    "recorded in the quarter": ([RECORDED], "2020-Q2", Standing.NEW),
    "recorded in the half-year's last quarter": ([RECORDED], "2020-H1", Standing.NEW),
    "recorded on the first day of its last quarter": ([link(1, date(2020, 10, 1))], "2020", Standing.NEW),
    "recorded on the last day before that": ([link(1, SEPTEMBER_30)], "2020", Standing.UNCONFIRMED),
    "recorded before, nobody has said": ([RECORDED], "2020-Q3", Standing.UNCONFIRMED),
    "a year in whose last quarter nobody has said": ([RECORDED], "2020", Standing.UNCONFIRMED),
    "carried into the quarter": ([RECORDED, CONFIRMED], "2020-Q3", Standing.CONFIRMED),
    "carried, then nobody has said": ([RECORDED, CONFIRMED], "2020-Q4", Standing.UNCONFIRMED),
    "an earlier quarter stays as it was": ([RECORDED, CONFIRMED], "2020-Q2", Standing.NEW),
    "closed in the quarter": ([link(1, MAY, closed_until=SEPTEMBER_30)], "2020-Q3", Standing.CLOSED),
    "closed in a quarter that ends with the year": ([link(1, MAY, closed_until=DECEMBER_31)], "2020", Standing.CLOSED),
    "closed before": ([link(1, MAY, closed_until=SEPTEMBER_30)], "2020-Q4", None),
    "closed later": ([link(1, MAY, closed_until=SEPTEMBER_30)], "2020-Q2", Standing.NEW),
    "closed later, and nobody had said": ([link(1, MAY, closed_until=DECEMBER_31)], "2020-Q3", Standing.UNCONFIRMED),
    "confirmed later": ([RECORDED, link(2, DECEMBER_31, carried_from=1)], "2020-Q3", Standing.CONFIRMED),
}


@pytest.mark.parametrize("name", CASES)
def test_how_a_case_stands(name: str) -> None:
    chain, code, expected = CASES[name]
    found = at_end_of(chain, Span.parse(code))
    assert (found and found[1]) == expected


def test_what_was_known_at_the_end_of_the_period_speaks_for_it() -> None:
    chain = [RECORDED, CONFIRMED]
    told = {code: at_end_of(chain, Span.parse(code)) for code in ("2020-Q2", "2020-Q3")}
    assert [found and found[0] for found in told.values()] == [RECORDED, CONFIRMED]


def test_the_links_of_cases_are_put_together_in_any_order() -> None:
    other, third = link(3, MAY), link(4, DECEMBER_31, carried_from=2)
    assert chains([third, other, CONFIRMED, RECORDED]) == [[RECORDED, CONFIRMED, third], [other]]


def test_what_is_not_confirmed_is_in_no_count_and_makes_it_incomplete() -> None:
    counted = count([Standing.NEW, Standing.CONFIRMED, Standing.UNCONFIRMED, Standing.CLOSED])
    assert (counted.open, counted.unconfirmed, counted.closed, counted.is_complete) == (2, 1, 1, False)
    assert count([Standing.CLOSED]).is_complete


@pytest.mark.parametrize(
    ("name", "shown"), [("Nguyễn Thị Ba", "N. T. Ba"), ("Ba", "Ba"), ("", ""), ("  đinh   văn út ", "Đ. V. út")]
)
def test_a_masked_name_is_known_only_to_those_who_know_the_person(name: str, shown: str) -> None:
    assert masked(name) == shown
