"""Lists of choices, and the questions that offer them."""

from __future__ import annotations

from tests.forms.lint.cases.tables import Case, choices, survey

LISTS: dict[str, Case] = {
    "a list that is not there": Case(
        survey("hint", "select_one khom | a | A? | ") + choices("xa | 1 | Xã 1"),
        [("unknown_list", "survey", 2, "type")],
    ),
    "two choices of one name": Case(
        survey("hint", "select_one khom | a | A? | ") + choices("khom | 1 | Khóm 1", "khom | 1 | Khóm 2"),
        [("duplicate_choice", "choices", 3, "name")],
    ),
    "a choice without a name": Case(
        survey("hint", "select_one khom | a | A? | ") + choices("khom | 1 | Khóm 1", "khom | | Khóm 2"),
        [("no_choice_name", "choices", 3, "name")],
    ),
    "a choice without words": Case(
        survey("hint", "select_one khom | a | A? | ") + choices("khom | 1 | Khóm 1", "khom | 2 | "),
        [("no_choice_label", "choices", 3, "label")],
    ),
    "a name with a space where several may be chosen": Case(
        survey("hint", "select_multiple khom | a | A? | ") + choices("khom | khom 1 | Khóm 1", "khom | 2 | Khóm 2"),
        [("space_in_choice", "choices", 2, "name")],
    ),
    "several of what people typed": Case(
        survey("hint", "begin_repeat | r | Người | ", "text | ten | Tên? | ", "end_repeat | | | ",
               "select_multiple ${ten} | ai | Ai đi? | "),
        [("several_answers", "survey", 5, "type")],
    ),
    "a select without a list": Case(survey("hint", "select_one | a | A? | "), [("no_list", "survey", 2, "type")]),
    "a list in a file with nothing in it": Case(
        survey("hint", "select_one_from_file cho.csv | a | A? | "),
        [("no_choices", "survey", 2, "type")],
        {"cho.csv": "name,label\n"},
    ),
}  # fmt: skip
