"""The file and its columns."""

from __future__ import annotations

from tests.forms.lint.cases.tables import KHOMS, Case, survey

COLUMNS: dict[str, Case] = {
    "no survey": Case(KHOMS, [("no_survey", "", None, "")]),
    "a row with more cells than the table": Case(
        "| survey |\n| | type | name | label |\n| | text | a | A? | more |\n", [("broken_table", "survey", 2, "")]
    ),
    "a row that lost its last bar": Case(
        "| survey |\n| | type | name | label |\n| | text | a\n", [("broken_table", "survey", 2, "")]
    ),
    "no column for names": Case(
        "| survey |\n| | type | label |\n| | text | A? |\n",
        [("missing_column", "survey", None, ""), ("no_name", "survey", 2, "name")],
    ),
    "two columns of one name": Case(
        survey("hint | Hint", "text | a | A? | x | y"), [("duplicate_column", "survey", 1, "")]
    ),
    "a column written wrongly": Case(
        survey("relevent", "text | a | A? | 1 = 2"), [("misspelt_column", "survey", 1, "relevent")]
    ),
    "an extension written wrongly": Case(
        survey("bind::khom:units", "integer | a | A? | hộ"), [("misspelt_column", "survey", 1, "bind::khom:units")]
    ),
}  # fmt: skip
