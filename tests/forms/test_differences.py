"""What a new version changes is found question by question, and nothing that changes nothing is."""

from __future__ import annotations

import pytest

from forms.differences import Change, differences
from forms.library import SHIPPED, ShippedForm
from tests.support.forms import form_of

OLD = """
| survey |
| | type            | name | label          | hint | required | relevant   | constraint | constraint_message | calculation | bind::khom:unit | choice_filter |
| | integer         | ho   | Bao nhiêu hộ?  |      | yes      |            | . >= 1     | Từ 1 trở lên.      |             | hộ              |               |
| | begin_group     | nhom | Nhóm           |      |          |            |            |                    |             |                 |               |
| | integer         | dat  | Hộ đạt?        |      |          | ${ho} > 0  | . <= ${ho} |                    |             |                 |               |
| | select_one mau  | mau  | Màu nào?       |      |          |            |            |                    |             |                 |               |
| | end_group       |      |                |      |          |            |            |                    |             |                 |               |
| | calculate       | nua  |                |      |          |            |            |                    | ${ho} div 2 |                 |               |
| | text            | y    | Ý kiến?        |      |          |            |            |                    |             |                 |               |

| choices |
| | list_name | name | label |
| | mau       | do   | Đỏ    |
| | mau       | xanh | Xanh  |
"""  # noqa: E501 - a table

LAST_LINE = next(line for line in OLD.splitlines(keepends=True) if "| y " in line)
NEW_LINE = "| text | moi | Mới? | | | | | | | | |\n"


@pytest.mark.parametrize(
    ("replaced", "by", "expected"),
    [
        ("| text            | y ", f"{NEW_LINE}| | text            | y ", [("added", "moi", "", "")]),
        (LAST_LINE, "", [("removed", "y", "", "")]),
        ("| y    |", "| y_k  |", [("renamed", "y_k", "y", "y_k")]),
        ("| integer         | dat", "| decimal         | dat", [("retyped", "dat", "integer", "decimal")]),
        ("| Hộ đạt?  ", "| Đạt mấy? ", [("label", "dat", "Hộ đạt?", "Đạt mấy?")]),
        ("${ho} > 0 ", "${ho} > 9 ", [("condition", "dat", "${ho} > 0", "${ho} > 9")]),
        (". <= ${ho}", ". < ${ho} ", [("check", "dat", ". <= ${ho}", ". < ${ho}")]),
        ("Từ 1 trở lên.", "Từ 1 nhé.", [("message", "ho", "Từ 1 trở lên.", "Từ 1 nhé.")]),
        ("${ho} div 2", "${ho} div 3", [("calculation", "nua", "${ho} div 2", "${ho} div 3")]),
        ("| yes ", "|     ", [("required", "ho", "true()", "")]),
        ("| hộ  ", "| nhà ", [("extension", "ho", "hộ; public; 1", "nhà; public; 1")]),
        (
            "| mau       | xanh | Xanh  |",
            "| mau       | tim  | Tím   |",
            [("choices_added", "mau", "", "Tím"), ("choices_removed", "mau", "Xanh", "")],
        ),
        ("| Xanh  |", "| Lam   |", [("choices_renamed", "mau", "Xanh", "Lam")]),
    ],
    ids=lambda value: str(value[0][0]) if isinstance(value, list) else None,
)  # fmt: skip
def test_each_change_is_named(replaced: str, by: str, expected: list[tuple[str, ...]]) -> None:
    assert replaced in OLD
    found = differences(form_of(OLD), form_of(OLD.replace(replaced, by)))
    assert [(one.change.value, one.name, one.before, one.after) for one in found] == expected


def test_a_moved_question_is_one_change_though_every_path_to_it_has_changed() -> None:
    lines = OLD.splitlines(keepends=True)
    households = next(line for line in lines if "| ho   |" in line)
    lines.remove(households)
    lines.insert(next(place for place, line in enumerate(lines) if "begin_group" in line) + 1, households)
    assert differences(form_of(OLD), form_of("".join(lines))) == ()
    lines.remove(households)
    lines.append(lines.pop(lines.index(next(line for line in lines if "| | text" in line))))
    last = next(place for place, line in enumerate(lines) if "| | text" in line)
    lines.insert(last, households)
    moved = OLD.replace(households, "").replace("| | text ", f"{households}| | text ")
    assert [(one.change, one.name) for one in differences(form_of(OLD), form_of(moved))] == [(Change.ORDER, "ho")]


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.family)
def test_a_form_does_not_differ_from_itself(form: ShippedForm) -> None:
    source = form.source()
    assert differences(form_of(source), form_of(source)) == ()
