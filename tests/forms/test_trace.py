"""A trace says what is true of every node after some steps, in the words of ODK's own engine."""

from __future__ import annotations

from typing import Any

import pytest

from forms.trace import Step, trace
from forms.xform import Form
from tests.support.forms import around, form_of

CHILDREN = form_of("""
| survey |
| | type           | name | label            | relevant     | constraint | constraint_message | required | calculation |
| | integer        | tuoi | Tuổi?            |              | . < 120    | ${tuoi} quá lớn.   | yes      | |
| | begin_group    | nha  | Nhà              | ${tuoi} > 17 |            |                    |          | |
| | select_one mau | mau  | Màu nhà ${tuoi}? |              |            |                    |          | |
| | end_group      |      |                  |              |            |                    |          | |
| | begin_repeat   | con  | Con              |              |            |                    |          | |
| | text           | ten  | Tên?             |              |            |                    |          | |
| | end_repeat     |      |                  |              |            |                    |          | |
| | calculate      | dem  |                  |              |            |                    |     | count(${con}) |
| choices |
| | list_name | name | label |
| | mau       | do   | Đỏ    |
| | mau       | xanh | Xanh  |
""")


def after(*steps: Step, form: Form = CHILDREN) -> dict[str, Any]:
    return trace(form, steps, around())


def node(traced: dict[str, Any], ref: str) -> dict[str, Any]:
    (found,) = [one for one in traced["nodes"] if one["ref"] == ref]
    return dict(found)


def test_every_node_is_told_in_document_order_with_the_rows_of_repeats_numbered() -> None:
    traced = after(["+/data/con"])
    assert [(one["ref"], one["type"]) for one in traced["nodes"]] == [
        ("/data", "root"),
        ("/data/tuoi", "input"),
        ("/data/nha", "group"),
        ("/data/nha/mau", "select"),
        ("/data/con", "repeat-range:uncontrolled"),
        ("/data/con[1]", "repeat-instance"),
        ("/data/con[1]/ten", "input"),
        ("/data/con[2]", "repeat-instance"),
        ("/data/con[2]/ten", "input"),
        ("/data/dem", "model-value"),
        ("/data/meta", "group"),
        ("/data/meta/instanceID", "model-value"),
    ]
    assert node(traced, "/data/dem")["value"] == "2"
    assert traced["languages"] == ["default"]


def test_a_question_is_told_with_its_value_texts_choices_and_conditions() -> None:
    found = node(after(["/data/tuoi", "61"], ["/data/nha/mau", "xanh"]), "/data/nha/mau")
    assert found == {
        "ref": "/data/nha/mau",
        "type": "select",
        "relevant": True,
        "required": False,
        "readonly": False,
        "valueType": "string",
        "value": "xanh",
        "label": "Màu nhà 61?",
        "hint": None,
        "choices": [["do", "Đỏ"], ["xanh", "Xanh"]],
        "constraintValid": True,
        "requiredValid": True,
    }


def test_what_breaks_a_rule_is_kept_and_told_with_the_forms_own_words() -> None:
    traced = after(["/data/tuoi", "412"])
    assert node(traced, "/data/tuoi")["violation"] == {"kind": "constraint", "message": "412 quá lớn."}
    assert traced["violations"] == [["/data/tuoi", "constraint"]]
    assert traced["submission"]["status"] == "pending"
    assert after(["/data/tuoi", "41"])["submission"]["status"] == "ready"
    assert after()["violations"] == [["/data/tuoi", "required"]]


def test_the_submission_leaves_out_what_is_hidden() -> None:
    shown = after(["/data/tuoi", "61"], ["/data/nha/mau", "do"])["submission"]["xml"]
    hidden = after(["/data/tuoi", "61"], ["/data/nha/mau", "do"], ["/data/tuoi", "7"])["submission"]["xml"]
    assert "<nha><mau>do</mau></nha>" in shown
    assert "mau" not in hidden
    assert "<con><ten/></con><dem>1</dem>" in hidden


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        (["/data/nope", "1"], "There is no node /data/nope."),
        (["/data/dem", "1"], "/data/dem is not a question."),
        (["/data/con[2]/ten", "An"], "There is no node /data/con[2]/ten."),
        (["+/data/nha"], "There is no repeat /data/nha."),
        (["-/data/con", -1], "-1 is no number of rows."),
        (["@lang", "Klingon"], "The form has no language Klingon."),
        ([], "A step begins with a path, +path, -path or @lang."),
    ],
)
def test_a_step_that_cannot_be_taken_is_listed_and_changes_nothing(step: Step, problem: str) -> None:
    traced = after(["/data/tuoi", "61"], step)
    assert traced["errors"] == [{"step": 1, "error": problem}]
    assert traced["nodes"] == after(["/data/tuoi", "61"])["nodes"]


def test_taking_a_row_out_moves_the_later_ones_up() -> None:
    traced = after(["/data/con[1]/ten", "An"], ["+/data/con", 2], ["/data/con[3]/ten", "Cúc"], ["-/data/con", 0])
    assert [node(traced, f"/data/con[{number}]/ten")["value"] for number in (1, 2)] == ["", "Cúc"]
    assert node(traced, "/data/dem")["value"] == "2"


RAW = form_of("""
| survey |
| | type                 | name  | label | parameters     |
| | integer              | int   | A     |                |
| | decimal              | dec   | B     |                |
| | date                 | date  | C     |                |
| | select_one mau       | one   | D     |                |
| | select_multiple mau  | many  | E     |                |
| | acknowledge          | ok    | F     |                |
| | text                 | text  | G     |                |
| choices |
| | list_name | name | label |
| | mau       | do   | Đỏ    |
| | mau       | xanh | Xanh  |
""")


@pytest.mark.parametrize(
    ("name", "written", "kept"),
    [
        ("int", "3.7", "3"),
        ("int", "-3.7", "-3"),
        ("int", "2500000000", "2500000000"),
        ("int", "ba", ""),
        ("dec", "1.50", "1.5"),
        ("dec", "0.0000005", "0.0000005"),
        ("dec", "NaN", ""),
        ("date", "2020-02-29", "2020-02-29"),
        ("date", "2020-02-29T10:00", "2020-02-29"),
        ("date", "2021-02-29", ""),
        ("one", "xanh", "xanh"),
        ("one", "tim", ""),
        ("many", "xanh tim do", "do xanh"),
        ("ok", "yes", "OK"),
        ("ok", None, ""),
        ("text", " hai  chỗ ", " hai  chỗ "),
    ],
)
def test_a_raw_value_is_cast_as_odks_engine_casts_it(name: str, written: str | None, kept: str) -> None:
    assert node(after([f"/data/{name}", written], form=RAW), f"/data/{name}")["value"] == kept
