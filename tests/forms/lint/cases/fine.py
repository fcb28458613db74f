"""Forms about which the gate has nothing to say."""

from __future__ import annotations

from tests.forms.lint.cases.tables import choices, survey

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
