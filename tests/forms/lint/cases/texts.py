"""Names, groups and texts."""

from __future__ import annotations

from tests.forms.lint.cases.tables import Case, survey

TEXTS: dict[str, Case] = {
    "pyxform's own refusal": Case(
        survey("trigger", "text | a | A? | b", "text | b | B? | "), [("xlsform", "survey", 2, "trigger")]
    ),
    "a type that nobody has": Case(
        survey("relevant", "foo | a | A? | bar()"),
        [("unknown_type", "survey", 2, "type"), ("unknown_function", "survey", 2, "relevant")],
    ),
    "one name twice in a group": Case(
        survey("hint", "text | a | A? | ", "text | a | B? | "), [("duplicate_name", "survey", 3, "name")]
    ),
    "a question that is not there": Case(
        survey("relevant", "text | a | A? | ${nope} = 1"), [("unknown_reference", "survey", 2, "relevant")]
    ),
    "a row without a name": Case(survey("hint", "text | | A? | "), [("no_name", "survey", 2, "name")]),
    "a group that does not close": Case(
        survey("hint", "begin_group | g | G | ", "text | a | A? | "), [("unclosed_group", "survey", 2, "type")]
    ),
    "a group with nothing in it": Case(
        survey("hint", "text | a | A? | ", "begin_group | g | G | ", "end_group | | | "),
        [("empty_group", "survey", 3, "type")],
    ),
    "a form that asks nothing": Case(
        survey("calculation", "calculate | a | | 1 + 1"), [("no_questions", "survey", None, "")]
    ),
    "a name that two groups have": Case(
        survey("relevant", "begin_group | g | G | ", "text | a | A? | ", "end_group | | | ",
               "begin_group | h | H | ", "text | a | A? | ", "end_group | | | ", "text | b | B? | ${a} = 1"),
        [("unclear_reference", "survey", 8, "relevant")],
    ),
    "a question without words": Case(survey("hint", "text | a | | Gợi ý"), [("no_label", "survey", 2, "label")]),
    "a question without any words": Case(survey("hint", "text | a | | "), [("no_label", "survey", 2, "label")]),
    "a language that hardly has any words": Case(
        "| survey |\n| | type | name | label::Vietnamese (vi) | label::English (en) |\n"
        + "".join(f"| | text | a{number} | A? | {'A?' * (number == 0)} |\n" for number in range(12)),
        [("missing_translations", "survey", 3, "label::English (en)")],
    ),
    "a character that cannot be seen": Case(
        survey("hint", "text | a | A\x02? | "), [("odd_character", "survey", 2, "label")]
    ),
    "a label in one language only": Case(
        "| survey |\n| | type | name | label::Vietnamese (vi) | label::English (en) |\n| | text | a | A? | |\n",
        [("missing_translation", "survey", 2, "label::English (en)")],
    ),
    "a check without words": Case(
        survey("constraint", "integer | a | A? | . > 0"), [("no_constraint_message", "survey", 2, "constraint")]
    ),
    "an extension's value that does not exist": Case(
        survey("bind::khom:time", "integer | a | A? | weekly"), [("bad_extension", "survey", 2, "bind::khom:time")]
    ),
    "a default that is none": Case(
        survey("default", "date | a | A? | today("), [("syntax", "survey", 2, "default")]
    ),
    "a count that is none": Case(
        survey("repeat_count", "begin_repeat | r | R | 1 2", "text | a | A? | ", "end_repeat | | | "),
        [("syntax", "survey", 2, "repeat_count")],
    ),
}  # fmt: skip
