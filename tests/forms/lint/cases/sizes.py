"""Forms that are too large: to read, to fill in, or to look through."""

from __future__ import annotations

from forms.lint.choices import MOST_CHOICES
from forms.lint.sizes import MOST_COLUMNS, MOST_QUESTIONS
from tests.forms.lint.cases.tables import Case, choices, survey

SIZES: dict[str, Case] = {
    "a list of twenty thousand and one": Case(
        survey("hint", "select_one khom | a | A? | ")
        + choices(*(f"khom | {number} | Khóm {number}" for number in range(MOST_CHOICES + 1))),
        [("long_list", "choices", 2, "list_name")],
    ),
    "five thousand and one questions": Case(
        survey("hint", *(f"text | a{number} | A? | " for number in range(MOST_QUESTIONS + 1))),
        [("too_many_rows", "survey", None, "")],
    ),
    "a book instead of questions": Case(
        survey("hint", *(f"text | a{number} | {'A' * 9_000} | " for number in range(120))),
        [("too_much_text", "survey", None, "")],
    ),
    "five hundred and one columns": Case(
        survey(" | ".join(f"c{number}" for number in range(MOST_COLUMNS)), "text | a | A? | "),
        [("too_many_columns", "survey", None, "")],
    ),
    "a cell of ten thousand and one characters": Case(
        survey("relevant", f"text | a | A? | {'1 + ' * 2_500}1"), [("long_cell", "survey", 2, "relevant")]
    ),
    "groups in groups": Case(
        survey("hint", *(f"begin_group | g{number} | G | " for number in range(21)), "text | a | A? | ",
               *["end_group | | | "] * 21),
        [("deep_group", "survey", 22, "type")],
    ),
}  # fmt: skip
