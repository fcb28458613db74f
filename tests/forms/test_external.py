"""Lists and tables that a form keeps in files beside it."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from openpyxl import Workbook
from pyxform.xls2xform import convert

from forms.xform import Form, XFormError, parse_xform
from forms.xlsform import check_form
from tests.support.forms import Conversation

WARDS = "\ufeffcode;ten;district;gia\nw1;Tân Quy Đông;sa_dec;10\nw2;An Hòa;sa_dec;20\nw3;Mỹ Trà;cao_lanh;30\n"
FORM = """
| survey |
| | type | name | label | calculation | choice_filter | parameters |
| | select_one huyen | h | Huyện nào? | | | |
| | select_one_from_file wards.csv | w | Phường nào? | | district = ${h} | value=code label=ten |
| | calculate | gia | | pulldata('wards', 'gia', 'code', ${w}) | | |
| choices |
| | list_name | name | label |
| | huyen | sa_dec | Sa Đéc |
| | huyen | cao_lanh | Cao Lãnh |
"""


def form_with(files: dict[str, str], table: str = FORM) -> Form:
    """The form with the files beside it."""
    return parse_xform(convert(BytesIO(table.encode()), file_type=".md", form_name="data").xform, files)


def test_choices_and_looked_up_values_come_from_a_csv_as_excel_saves_it_in_vietnam() -> None:
    talk = Conversation(form_with({"wards.csv": WARDS}))
    talk.says("Sa Đéc")
    assert [choice.label for choice in talk.prompt().choices] == ["Tân Quy Đông", "An Hòa"]
    talk.says("an hoa")
    assert talk.sent() == {"h": "sa_dec", "w": "w2", "gia": "20"}


def test_a_choice_of_another_district_is_asked_again_when_the_district_changes() -> None:
    talk = Conversation(form_with({"wards.csv": WARDS}))
    talk.says("Sa Đéc", "An Hòa")
    talk.goes_to("h")
    talk.says("Cao Lãnh")
    assert [choice.label for choice in talk.prompt().choices] == ["Mỹ Trà"]


def test_commas_and_quoted_cells_are_read_too() -> None:
    talk = Conversation(form_with({"wards.csv": 'code,ten,district,gia\nw1,"Tân Quy Đông, mới",sa_dec,10\n'}))
    talk.says("Sa Đéc")
    assert [choice.label for choice in talk.prompt().choices] == ["Tân Quy Đông, mới"]


GEO = """
| survey |
| | type | name | label |
| | select_one_from_file places.geojson | p | Ở đâu? |
| | select_one_from_file list.xml | x | Loại nào? |
"""
FEATURE = {
    "id": "a",
    "properties": {"title": "Chợ"},
    "geometry": {"type": "Point", "coordinates": [105.7, 10.3]},
}
LIST = "<root><item><name>b</name><label>Cầu</label></item></root>"


def test_geojson_and_xml_are_read_as_lists() -> None:
    form = form_with({"places.geojson": json.dumps({"features": [FEATURE]}), "list.xml": LIST}, GEO)
    talk = Conversation(form)
    assert [choice.label for choice in talk.prompt().choices] == ["Chợ"]
    talk.says("Chợ")
    assert [choice.label for choice in talk.prompt().choices] == ["Cầu"]
    place = form.instances["places"].children[0].children[0]
    assert place.child("geometry").text == "10.3 105.7 0 0"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("places.geojson", "[]"),
        ("places.geojson", "{"),
        ("list.xml", "<root>"),
        ("list.xml", '<!DOCTYPE r [<!ENTITY a "b">]><root>&a;</root>'),
    ],
)
def test_a_damaged_file_is_an_error_of_the_form(name: str, text: str) -> None:
    with pytest.raises(XFormError):
        form_with({name: text}, GEO)


BESIDE = """
| wards.csv |
| | code | ten | district | gia |
| | w1 | Tân Quy Đông & mới | sa_dec | 10 |
| | w2 | An Hòa | sa_dec | 20 |
"""


def workbook(tables: str) -> bytes:
    """The Markdown tables as a workbook, each number as Excel keeps it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for line in tables.strip().splitlines():
        first, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        if first:
            sheet = book.create_sheet(first)
        else:
            sheet.append([int(cell) if cell.isdecimal() else cell or None for cell in cells])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("file_type", [".md", ".xlsx"])
def test_a_sheet_called_as_a_file_is_that_file_and_the_published_form_is_whole_by_itself(file_type: str) -> None:
    source = (FORM + BESIDE).encode() if file_type == ".md" else workbook(FORM + BESIDE)
    report = check_form(source, file_type)
    assert report.findings == ()
    assert report.conversion is not None
    form = parse_xform(report.conversion.xform)
    assert not form.sources
    talk = Conversation(form)
    talk.says("Sa Đéc", "tan quy dong & moi")
    assert talk.sent() == {"h": "sa_dec", "w": "w1", "gia": "10"}


def test_a_table_that_is_nowhere_is_asked_for_by_its_name() -> None:
    (finding,) = check_form(FORM, ".md").findings
    assert (finding.code, finding.row, finding.params["file"]) == ("missing_file", 3, "wards.csv")


def test_a_column_that_the_table_does_not_have_is_found() -> None:
    (finding, *_) = check_form(FORM + BESIDE.replace("district", "town"), ".md").findings
    assert finding.code == "unknown_choice_column"
