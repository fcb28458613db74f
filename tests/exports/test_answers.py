"""How answers of every type stand in a sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from exports.answers import cell
from exports.data import ColumnKind, FormColumn
from exports.gathering import _kind
from exports.table import Value
from forms.questions import TYPES
from forms.xform import Form
from tests.exports.sample import revision
from tests.support.forms import form_of

EVERY = """
| survey |
| | type             | name | label | appearance | parameters              | bind::khom:unit |
| | text             | text | A     |            |                         |                 |
| | text             | so   | A     | numbers    |                         |                 |
| | integer          | dem  | A     |            |                         | hộ              |
| | integer          | tien | A     |            |                         | đồng            |
| | integer          | sinh | A     | year       |                         |                 |
| | decimal          | diem | A     |            |                         |                 |
| | range            | sao  | A     |            | start=1 end=5 step=1    |                 |
| | range            | ty   | A     |            | start=0 end=1 step=0.5  |                 |
| | date             | ngay | A     |            |                         |                 |
| | date             | thang | A    | month-year |                         |                 |
| | date             | nam  | A     | year       |                         |                 |
| | time             | gio  | A     |            |                         |                 |
| | dateTime         | luc  | A     |            |                         |                 |
| | select_one viec  | mot  | A     |            |                         |                 |
| | select_multiple viec | vai | A  |            |                         |                 |
| | rank viec        | thu  | A     |            |                         |                 |
| | image            | anh  | A     |            |                         |                 |
| | audio            | tieng | A    |            |                         |                 |
| | video            | phim | A     |            |                         |                 |
| | file             | tep  | A     |            |                         |                 |
| | geopoint         | cho  | A     |            |                         |                 |
| | barcode          | ma   | A     |            |                         |                 |
| choices |
| | list_name | name | label    |
| | viec      | lua  | Làm lúa  |
| | viec      | ca   | Nuôi cá  |
"""

STANDS: dict[str, tuple[str, Value]] = {
    "text": ("Sa Đéc", "Sa Đéc"),
    "so": ("0912345678", "0912345678"),
    "dem": ("412", Decimal(412)),
    "tien": ("1200000", Decimal(1_200_000)),
    "sinh": ("1962", "1962"),
    "diem": ("8.5", Decimal("8.5")),
    "sao": ("4", Decimal(4)),
    "ty": ("0.5", Decimal("0.5")),
    "ngay": ("2020-06-01", date(2020, 6, 1)),
    "thang": ("2020-06-01", "06/2020"),
    "nam": ("2020-01-01", "2020"),
    "gio": ("08:30:00.000+07:00", "08:30"),
    "luc": ("2020-06-01T08:30:00.000+07:00", datetime.fromisoformat("2020-06-01T08:30")),
    "mot": ("lua", "Làm lúa"),
    "vai": ("lua ca", "Làm lúa; Nuôi cá"),
    "thu": ("ca lua", "Nuôi cá; Làm lúa"),
    "anh": ("d1 d2", "2 tệp"),
    "tieng": ("d1", "1 tệp"),
    "phim": ("d1", "1 tệp"),
    "tep": ("d1 d2 d3", "3 tệp"),
    "cho": ("10.29 105.75 0 12", "10.29, 105.75"),
    "ma": ("DN4879", "DN4879"),
}
CHOICES = {"lua": "Làm lúa", "ca": "Nuôi cá"}


@pytest.fixture(scope="module")
def form() -> Form:
    return form_of(EVERY)


def column(form: Form, name: str) -> FormColumn:
    choices = CHOICES if name in {"mot", "vai", "thu"} else {}
    return FormColumn(name=name, label=name, kind=_kind(form.by_name[name], choices), choices=choices)


@pytest.mark.parametrize("name", STANDS)
def test_an_answer_stands_as_officers_can_use_it(form: Form, name: str) -> None:
    stored, shown = STANDS[name]
    assert cell(column(form, name), revision(1, {name: stored})).value == shown


@pytest.mark.parametrize("name", ["ngay", "thang", "luc"])
def test_what_cannot_be_read_stands_as_it_is(form: Form, name: str) -> None:
    assert cell(column(form, name), revision(1, {name: "sau Tết"})).value == "sau Tết"


def test_a_photographed_code_is_named_as_one(form: Form) -> None:
    assert cell(column(form, "ma"), revision(1, {"ma": "photo:d1"})).value == "ảnh chụp mã"


def test_every_type_with_a_value_is_tried_here(form: Form) -> None:
    asked = {kind.type for question in form.questions for kind in TYPES if kind.handles(question)}
    without_value = {"note", "acknowledge", "repeat"}
    assert {kind.type for kind in TYPES if kind.is_asked} - without_value <= asked


def test_no_kind_of_column_leaves_an_answer_out() -> None:
    for kind in ColumnKind:
        value = cell(replace(FormColumn(name="a", label="A"), kind=kind), revision(1, {"a": "1"})).value
        assert value is not None
