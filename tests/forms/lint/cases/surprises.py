"""What works here and not elsewhere, and what surprises: warnings."""

from __future__ import annotations

from tests.forms.lint.cases.tables import REPEAT, Case, survey

SURPRISES: dict[str, Case] = {
    "a word that is no question": Case(
        survey("calculation", "integer | a | A? | ", "calculate | b | | if(${a} > 1, ${a}, null)"),
        [("bare_word", "survey", 3, "calculation")],
    ),
    "anything below": Case(
        survey("calculation", "integer | a | A? | ", "calculate | b | | count(//a)"),
        [("narrow_xpath", "survey", 3, "calculation")],
    ),
    "the last row": Case(
        survey("calculation", "begin_repeat | r | Người | ", "text | ten | Tên? | ", "end_repeat | | | ",
               "calculate | b | | /data/r[position() = last()]/ten"),
        [("narrow_xpath", "survey", 5, "calculation")],
    ),
    "a row by its bare number": Case(
        survey("calculation", "begin_repeat | r | Người | ", "text | ten | Tên? | ", "end_repeat | | | ",
               "calculate | b | | /data/r[1]/ten"),
        [("narrow_xpath", "survey", 5, "calculation")],
    ),
    "a truth that is stored": Case(
        survey("calculation", "integer | a | A? | ", "calculate | b | | ${a} > 3"),
        [("stored_truth", "survey", 3, "calculation")],
    ),
    "a sum of what may be blank": Case(
        survey("calculation", "integer | a | A? | ", "calculate | b | | ${a} + 1"),
        [("blank_in_sum", "survey", 3, "calculation")],
    ),
    "a total of what may be blank": Case(
        survey("calculation", *REPEAT, "calculate | b | | sum(${tuoi})"),
        [("blank_in_total", "survey", 5, "calculation")],
    ),
    "a question asked only once it is too late": Case(
        survey("calculation", "text | a | A? | ", "calculate | b | | once(concat('a', ${a}))"),
        [("once_at_start", "survey", 3, "calculation")],
    ),
}  # fmt: skip
