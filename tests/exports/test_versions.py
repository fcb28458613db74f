"""Two versions of a form in one period: one sheet, figures joined by the question's name, nothing answered is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.actions import publishing
from bot.actions.forms import REPORT_FAMILY
from bot.actions.installation import create_sample
from bot.domain.people import PersonId
from bot.domain.submissions import Empty, FormId
from exports.data import ColumnKind, FormColumn, WorkbookData
from exports.gathering import gather
from exports.versions import side_by_side
from forms.library import SHIPPED
from forms.xlsform import to_xform
from storage.store import Store
from storage.transaction import Transaction
from tests.exports.reading import column_of, row_of, sheet_of, stored

AT = datetime(2020, 12, 15, 3, 0, tzinfo=UTC)
PRAISED, MEETINGS = "Cá nhân được khen", "Số buổi họp"
A, B, C, D = (FormColumn(name=name, label=name.upper()) for name in "abcd")


def names(columns: tuple[FormColumn, ...]) -> str:
    return "".join(column.name for column in columns)


@pytest.mark.parametrize(
    ("newer", "older", "answered", "expected"),
    [
        ((A, B), (A, B), "ab", "ab"),
        ((A, C), (A, B, C), "abc", "abc"),
        ((A, C), (A, B, C), "ac", "ac"),
        ((C, A), (A, B, C), "abc", "cab"),
        ((B, C), (A, B, D), "abd", "abdc"),
        ((), (A, B), "b", "b"),
    ],
)
def test_the_newer_order_leads_and_answered_questions_of_the_older_stand_where_they_stood(
    newer: tuple[FormColumn, ...], older: tuple[FormColumn, ...], answered: str, expected: str
) -> None:
    assert names(side_by_side(newer, older, set(answered))) == expected


def test_a_question_of_both_looks_as_the_newer_says_knows_all_labels_and_stays_private() -> None:
    older = replace(A, kind=ColumnKind.CHOICE, choices={"x": "Cũ", "y": "Bỏ"}, personal=True)
    newer = replace(A, label="Mới", kind=ColumnKind.CHOICE, choices={"x": "Mới", "z": "Thêm"})
    (joined,) = side_by_side((newer,), (older,), {"a"})
    assert (joined.label, joined.choices) == ("Mới", {"x": "Mới", "y": "Bỏ", "z": "Thêm"})
    assert joined.personal


def new_version(source: str) -> str:
    """The number of praised people is not asked any more, the number of meetings stands in its place."""
    return source.replace("so_khen_ca_nhan", "so_buoi_hop").replace(PRAISED, MEETINGS)


def two_versions(tx: Transaction) -> WorkbookData:
    """Khóm 1 has sent the first version, khóm 2 the second."""
    create_sample(tx, AT)
    ward = tx.units.wards(date(2020, 12, 15))[0]
    period = tx.periods.of_ward(ward.id)[0]
    first = tx.forms.in_force(REPORT_FAMILY, period.span.last_day)
    assert first is not None
    source = new_version(next(form.source() for form in SHIPPED if form.family == REPORT_FAMILY))
    second = publishing.publish(
        tx,
        family=REPORT_FAMILY,
        title="Báo cáo",
        xform=to_xform(source, file_type=".md", family=REPORT_FAMILY).xform,
        source=source.encode(),
        file_type=".md",
        starts_on=None,
        by=None,
        at=AT,
    ).form.id
    khoms = tx.units.children(ward.id, date(2020, 12, 15))
    _send(tx, first, khoms[0].id, period.id, {"tong_so_ho": "412", "so_khen_ca_nhan": "4"})
    _send(tx, second, khoms[1].id, period.id, {"tong_so_ho": "300", "so_buoi_hop": "7"})
    officer = tx.people.get(PersonId(1), date(2020, 12, 15))
    return gather(tx, by=officer, ward=ward, period=period, at=AT)


def _send(tx: Transaction, form: FormId, unit: int, period: int, values: dict[str, str]) -> None:
    author = PersonId(2)
    started = tx.submissions.start(REPORT_FAMILY, form, unit, period, "BC", {}, author, AT)  # type: ignore[arg-type]
    tx.submissions.send(started.id, form, values, {"kho_khan_vuong_mac": Empty.NOTHING}, author, AT)


async def test_the_summary_of_a_period_with_two_versions(store: Store) -> None:
    data = await store.transact(two_versions)
    summary = sheet_of(stored(data), "summary")
    households, meetings, praised = (column_of(summary, heading) for heading in ("Tổng số hộ", MEETINGS, PRAISED))
    assert praised == meetings - 1
    one, two, ward = (row_of(summary, label) for label in ("Khóm 1", "Khóm 2", "Toàn phường"))
    assert (one[households], two[households], ward[households]) == (412, 300, 712)
    assert (one[praised], two[praised]) == (4, "chưa có số liệu")
    assert (one[meetings], two[meetings]) == ("chưa có số liệu", 7)
    assert row_of(summary, "Đã có số liệu")[meetings] == "chưa đủ (1/4 khóm)"
