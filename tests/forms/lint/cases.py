"""One bad form for each thing that the gate finds in tables, with everything that it says about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from forms.lint.choices import MOST_CHOICES
from forms.lint.sizes import MOST_COLUMNS, MOST_QUESTIONS


class Case(NamedTuple):
    """A bad form; `findings` are (code, sheet, row, column) in the order of the report, warnings last."""

    table: str
    findings: list[tuple[str, str, int | None, str]]
    files: Mapping[str, str] = {}


def survey(columns: str, *rows: str) -> str:
    """A survey sheet with type, name, label and more columns."""
    return "\n".join(["| survey |", f"| | type | name | label | {columns} |", *(f"| | {row} |" for row in rows), ""])


def choices(*rows: str, columns: str = "") -> str:
    """A sheet of choices with list_name, name, label and more columns."""
    heading = f"| | list_name | name | label | {columns} |" if columns else "| | list_name | name | label |"
    return "\n".join(["| choices |", heading, *(f"| | {row} |" for row in rows), ""])


REPEAT = ("begin_repeat | r | Người trong hộ | ", "integer | tuoi | Tuổi? | ", "end_repeat | | | ")
KHOMS = choices("khom | 1 | Khóm 1", "khom | 2 | Khóm 2")

CASES: dict[str, Case] = {
    # xlsform.md §1: what pyxform lets pass.
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
    # The file and its columns.
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
    # Types and features.
    "a type that a chat has not": Case(
        survey("hint", "geotrace | a | A? | "), [("unknown_type", "survey", 2, "type")]
    ),
    "a recording in the background": Case(
        survey("hint", "text | a | A? | ", "background-audio | b | | "), [("unsupported", "survey", 3, "type")]
    ),
    "a log of the filling": Case(
        survey("hint", "text | a | A? | ", "audit | audit | | "), [("unsupported", "survey", 3, "type")]
    ),
    "a place taken at the start": Case(
        survey("hint", "text | a | A? | ", "start-geopoint | b | | "), [("unsupported", "survey", 3, "type")]
    ),
    "another app": Case(
        survey("appearance", "text | a | A? | ex:org.app.SCAN"), [("unsupported", "survey", 2, "appearance")]
    ),
    "encryption": Case(
        survey("hint", "text | a | A? | ") + "| settings |\n| | form_id | public_key |\n| | x | MIIBIjAN |\n",
        [("unsupported", "settings", 2, "public_key")],
    ),
    "entities": Case(
        survey("hint", "text | a | A? | ") + "| entities |\n| | list_name | label |\n| | ho | ${a} |\n",
        [("unsupported", "entities", None, "")],
    ),
    "the phone's own number": Case(
        survey("hint", "text | a | A? | ", "deviceid | may | | "), [("empty_metadata", "survey", 3, "type")]
    ),
    "a list in a file that is not there": Case(
        survey("hint", "select_one_from_file cho.csv | a | A? | "), [("missing_file", "survey", 2, "type")]
    ),
    "a table in a file that is not there": Case(
        survey("calculation", "text | a | A? | ", "calculate | b | | pulldata('gia', 'tien', 'ma', ${a})"),
        [("missing_file", "survey", 3, "calculation")],
    ),
    # Names and texts.
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
    # Lists.
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
    "a picture beside a question": Case(
        survey("media::image", "text | a | A? | cho.png"),
        [("media_not_shown", "survey", 2, "image")],
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
    # What works here and not elsewhere, and what surprises.
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

FINE: dict[str, str] = {
    "a note without a name": survey("hint", "note | | Xin chào bác | ", "text | a | A? | "),
    "sums, counts, joins and single rows of a repeat": survey(
        "calculation | required",
        "begin_repeat | r | Người | | ", "integer | tuoi | Tuổi? | | yes", "calculate | so | | position(..) | ",
        "end_repeat | | | | ",
        "calculate | b | | sum(${tuoi}) + count(${r}) | ", "calculate | c | | join(', ', ${tuoi}) | ",
        "calculate | d | | indexed-repeat(${tuoi}, ${r}, 1) | ", "calculate | e | | count(${r}[./tuoi > 17]) | ",
        "calculate | f | | max(${tuoi}) | ",
    ),
    "a repeat's question inside the repeat, and in a group of it": survey(
        "relevant",
        "begin_repeat | r | Người | ", "integer | tuoi | Tuổi? | ", "begin_group | g | G | ${tuoi} > 17",
        "text | viec | Làm gì, ${tuoi} tuổi? | ${tuoi} > 18", "end_group | | | ", "end_repeat | | | ",
    ),
    "names of a repeat offered as choices": survey(
        "choice_filter", "begin_repeat | r | Người | ", "text | ten | Tên? | ", "end_repeat | | | ",
        "select_one ${ten} | ai | Ai là chủ hộ? | ${ten} != ''",
    ),
    "a cascade": survey(
        "choice_filter", "select_one phuong | p | Phường? | ", "select_one khom | k | Khóm? | phuong = ${p}"
    )
    + choices("phuong | a | A | ", "khom | 1 | Khóm 1 | a", columns="phuong"),
    "a translated label by its id": "| survey |\n| | type | name | label::vi | label::en | calculation |\n"
    "| | select_one khom | a | A? | A? | |\n"
    "| | calculate | b | | | jr:itext(instance('khom')/root/item[name = ${a}]/itextId) |\n"
    "| choices |\n| | list_name | name | label::vi | label::en |\n| | khom | 1 | Khóm 1 | Ward 1 |\n",
    "other people's columns": survey("notes | #remark | Ghi chú | sgs", "text | a | A? | x | y | z | t"),
    "an address's pattern": survey(
        "constraint | constraint_message",
        "text | a | A? | regex(., '[a-z0-9]+(\\.[a-z0-9]+)*@[a-z]+(\\.[a-z]+)+') | Ví dụ: lan@phuong.vn",
        "text | b | B? | regex(., '^0[0-9]{9}$') | Ví dụ: 0912345678",
    ),
    "coalesce around what may be blank": survey(
        "calculation", "integer | a | A? | ", "calculate | b | | coalesce(${a}, 0) + 1"
    ),
    "yes, no, true() and false()": survey(
        "required",
        "text | a | A? | yes", "text | b | B? | false()", "text | c | C? | TRUE", "text | d | D? | ${a} = ''",
    ),
}  # fmt: skip
"""Forms about which the gate has nothing to say."""
