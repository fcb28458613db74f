"""What pyxform lets pass: expressions, paths, patterns and filters."""

from __future__ import annotations

from tests.forms.lint.cases.tables import KHOMS, REPEAT, Case, survey

EXPRESSIONS: dict[str, Case] = {
    "an unknown function": Case(
        survey("relevant", "text | a | A? | foo(1) = 1"), [("unknown_function", "survey", 2, "relevant")]
    ),
    "one plus nothing": Case(
        survey("calculation", "text | a | A? | ", "calculate | b | | 1 +"), [("syntax", "survey", 3, "calculation")]
    ),
    "two equals signs": Case(survey("relevant", "text | a | A? | 1 == 1"), [("syntax", "survey", 2, "relevant")]),
    "AND in capitals": Case(
        survey("relevant", "text | a | A? | ", "text | b | B? | ${a} = 1 AND ${a} = 2"),
        [("syntax", "survey", 3, "relevant")],
    ),
    "a bracket that does not close": Case(
        survey("relevant", "text | a | A? | ", "text | b | B? | (${a} = 1"), [("syntax", "survey", 3, "relevant")]
    ),
    "too few arguments": Case(
        survey("relevant", "text | a | A? | ", "text | b | B? | if(${a})"), [("wrong_arity", "survey", 3, "relevant")]
    ),
    "calculations that wait for each other": Case(
        survey("calculation", "text | a | A? | ", "calculate | b | | ${c}", "calculate | c | | ${b}"),
        [("cycle", "survey", 3, "calculation")],
    ),
    "a question that decides on itself": Case(
        survey("relevant", "text | a | A? | ${a} = 'x'"), [("cycle", "survey", 2, "relevant")]
    ),
    "a group that decides by its own question": Case(
        survey("relevant", "begin_group | g | G | ${a} = 'x'", "text | a | A? | ", "end_group | | | "),
        [("cycle", "survey", 2, "relevant")],
    ),
    "a repeat's question read from outside": Case(
        survey("relevant", *REPEAT, "text | a | A? | ${tuoi} > 18"), [("outside_repeat", "survey", 5, "relevant")]
    ),
    "a repeat's question shown outside": Case(
        survey("hint", *REPEAT, "text | a | Người ${tuoi} tuổi? | "), [("outside_repeat", "survey", 5, "label")]
    ),
    "a repeat's question inside an arithmetic sum": Case(
        survey("calculation", *REPEAT, "calculate | a | | sum(${tuoi}) + ${tuoi}"),
        [("outside_repeat", "survey", 5, "calculation"), ("blank_in_sum", "survey", 5, "calculation"),
         ("blank_in_total", "survey", 5, "calculation")],
    ),
    "a path to nothing": Case(
        survey("relevant", "text | a | A? | /data/nope = 1"), [("unknown_path", "survey", 2, "relevant")]
    ),
    "a path to nothing in the last submission": Case(
        survey("default", "text | a | A? | instance('__last-saved')/data/nope"),
        [("unknown_path", "survey", 2, "default")],
    ),
    "a pattern that is none": Case(
        survey("constraint | constraint_message", "text | a | A? | regex(., '[0-9') | Chỉ ghi số"),
        [("bad_regex", "survey", 2, "constraint")],
    ),
    "a pattern that looks ahead": Case(
        survey("constraint | constraint_message", "text | a | A? | regex(., '(?=.*a).*') | Cần có chữ a"),
        [("bad_regex", "survey", 2, "constraint")],
    ),
    "a pattern that takes exponential time": Case(
        survey("constraint | constraint_message", "text | a | A? | regex(., '([a-z]+ ?)+!') | Viết thường"),
        [("slow_regex", "survey", 2, "constraint")],
    ),
    "required is maybe": Case(
        survey("required", "text | a | A? | maybe"), [("word_as_condition", "survey", 2, "required")]
    ),
    "a condition that is a text": Case(
        survey("relevant", "text | a | A? | 'có'"), [("word_as_condition", "survey", 2, "relevant")]
    ),
    "a group whose condition is a word": Case(
        survey("relevant", "begin_group | g | G | luon", "text | a | A? | ", "end_group | | | "),
        [("word_as_condition", "survey", 2, "relevant")],
    ),
    "a filter on a column that is not there": Case(
        survey("choice_filter", "select_one khom | a | A? | phuong = 'x'") + KHOMS,
        [("unknown_choice_column", "survey", 2, "choice_filter")],
    ),
    "a literal path into a list, to a column that is not there": Case(
        survey("calculation", "select_one khom | a | A? | ",
               "calculate | b | | instance('khom')/root/item[name = ${a}]/to_truong") + KHOMS,
        [("unknown_choice_column", "survey", 3, "calculation")],
    ),
    "smart quotes": Case(
        survey("relevant", "text | a | A? | ", "text | b | B? | ${a} = “x”"),
        [("smart_quotes", "survey", 3, "relevant")],
    ),
    "smart quotes in our own column": Case(
        survey("bind::khom:warn", "text | a | A? | . = \u2018x\u2019"),
        [("smart_quotes", "survey", 2, "bind::khom:warn")],
    ),
    "the number of a row where there are no rows": Case(
        survey("calculation", "text | a | A? | ", "calculate | b | | position(..)"),
        [("position_outside", "survey", 3, "calculation")],
    ),
}  # fmt: skip
