"""Whatever is sent as a form gets an answer: no crash, no hang, and nothing published that does not load again."""

from __future__ import annotations

import io
import random
import time
import zipfile
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from forms.findings import said_shortly
from forms.library import SHIPPED
from forms.lint.ambiguity import ambiguous_part
from forms.xform import parse_xform
from forms.xlsform import Report, check_form
from forms.xpath.patterns import matches
from tests.forms.lint.files import workbook

MOST_SECONDS = 10
"""Of the processor, for one form: other programs on the machine take theirs from nobody's."""
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
QUICK = settings(SLOW, max_examples=200)

WORDS = st.sampled_from(
    [
        "text", "integer", "select_one l", "select_multiple l", "select_one ${a}", "calculate", "note", "begin_repeat",
        "end_repeat", "begin_group", "end_group", "begin group", "end group", "range", "audit", "a", "b", "l", "A?",
        "select_one_from_file x.csv", "${a}", "${b} > 1", ". > 0", "${a} = ", "if(${a}, 1", "position(..)", "sum(${a})",
        "yes", "maybe", "//x[1]", "instance('l')/root/item[x = 1]/name", "regex(., '(a+)+')", "once(${a})", "“x”",
        "${last-saved#a}", "pulldata('x','a','b','c')", "-", "#", "1", "\\|", "type", "name", "label", "=1+1", "${",
        "}", "../a", "*",
    ]
)  # fmt: skip
CELLS = st.one_of(WORDS, st.text(max_size=12), st.just(""))
HEADINGS = st.sampled_from(
    [
        "type", "name", "label", "relevant", "constraint", "calculation", "required", "choice_filter", "repeat_count",
        "list_name", "hint", "default", "trigger", "parameters", "appearance", "label::vi", "label::English (en)",
        "bind::khom:warn", "bind::khom:max", "bind::x", "media::image", "form_id", "namespaces", "save_to", "",
    ]
)  # fmt: skip
SHEETS = st.sampled_from(["survey", "survey", "choices", "settings", "entities", "osm", "external_choices", "Ghi chú"])
ROWS = st.lists(st.lists(CELLS, max_size=9), max_size=8)
BOOKS = st.lists(st.tuples(SHEETS, st.lists(HEADINGS, max_size=8), ROWS), max_size=4)


def answered(content: bytes | str, file_type: str) -> Report:
    """The gate's report, after what everybody does with it."""
    begun = time.process_time()
    report = check_form(content, file_type)
    assert report.findings or report.conversion
    for finding in (*report.findings, *report.warnings):
        assert finding.what
        assert finding.cure
        assert finding.english
    said_shortly([*report.findings, *report.warnings])
    if report.conversion is not None:
        parse_xform(report.conversion.xform)
    assert time.process_time() - begun < MOST_SECONDS
    return report


@QUICK
@given(st.binary(max_size=400), st.sampled_from([".xlsx", ".md", ".xls", ".xlsm", "", ".csv"]))
def test_random_bytes_get_an_answer(content: bytes, file_type: str) -> None:
    answered(content, file_type)


@SLOW
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_workbook_with_a_few_bytes_changed_gets_an_answer(place: int, instead: bytes) -> None:
    content = workbook()
    place %= len(content)
    answered(content[:place] + instead + content[place + len(instead) :], ".xlsx")


@SLOW
@given(st.data())
def test_a_workbook_whose_parts_are_changed_inside_gets_an_answer(data: st.DataObject) -> None:
    source = zipfile.ZipFile(io.BytesIO(workbook()))
    changed = data.draw(st.sampled_from(source.namelist()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            if name == changed:
                place = data.draw(st.integers(0, len(part)))
                part = part[:place] + data.draw(st.binary(max_size=12)) + part[place + data.draw(st.integers(0, 12)) :]
            package.writestr(name, part)
    answered(target.getvalue(), ".xlsx")


@QUICK
@given(BOOKS)
def test_random_tables_get_an_answer(sheets: list[tuple[str, list[str], list[list[str]]]]) -> None:
    lines = []
    for name, headings, rows in sheets:
        lines += [f"| {name} |", *("| | " + " | ".join(row) + " |" for row in (headings, *rows))]
    answered("\n".join(lines), ".md")


@SLOW
@given(BOOKS)
def test_random_workbooks_get_an_answer(sheets: list[tuple[str, list[str], list[list[str]]]]) -> None:
    book = Workbook()
    for name, headings, rows in sheets:
        sheet = book.create_sheet(name) if name not in book.sheetnames else book[name]
        for row in (headings, *rows):
            sheet.append(["".join(one for one in cell if one.isprintable()) or None for cell in row])
    target = io.BytesIO()
    book.save(target)
    answered(target.getvalue(), ".xlsx")


@cache
def lines_of(family: str) -> tuple[str, ...]:
    """The lines of a shipped form."""
    return tuple(next(form for form in SHIPPED if form.family == family).source().splitlines())


@SLOW
@given(st.sampled_from([form.family for form in SHIPPED]), st.randoms(use_true_random=False))
def test_a_shipped_form_with_cells_mixed_up_gets_an_answer(family: str, chance: random.Random) -> None:
    rows = [line.split("|") for line in lines_of(family)]
    for _ in range(chance.randint(1, 6)):
        row, other = chance.choice(rows), chance.choice(rows)
        match chance.randrange(5):
            case 0:
                row[chance.randrange(len(row))] = other[chance.randrange(len(other))]
            case 1:
                rows.remove(row)
            case 2:
                rows.insert(chance.randrange(len(rows)), list(other))
            case 3:
                place = chance.randrange(len(row))
                cell = row[place]
                cut = chance.randrange(len(cell) + 1)
                row[place] = cell[:cut] + chance.choice("()'\"[]/${}.=<*#|") + cell[cut + chance.randrange(3) :]
            case 4:
                row.insert(chance.randrange(len(row) + 1), chance.choice(["x", "", "end_group", "${a}"]))
        rows = rows or [["| survey |"]]
    answered("\n".join("|".join(row) for row in rows), ".md")


@QUICK
@given(st.text(alphabet="ab()[]{}*+?|^$\\.,-1290:=!<>pLdwsxQE ả\n", max_size=30), st.text(max_size=60))
def test_any_pattern_is_judged_and_matched_in_time(pattern: str, text: str) -> None:
    ambiguous_part(pattern)
    matches(text, pattern)
