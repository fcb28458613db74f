"""Publishing a form: what converts, what is carried over, and what is refused with its place and its cure."""

from __future__ import annotations

import pytest

from bot.domain.submissions import Empty
from forms.findings import FormError
from forms.question import Privacy, Time
from forms.xform import parse_xform
from forms.xlsform import to_xform
from tests.support.forms import Conversation, doubted, form_of

GOOD = "| survey |\n| | type | name | label |\n| | text | a | A? |\n"


def findings(table: str | bytes, file_type: str = ".md") -> list[tuple[str, int | None, str]]:
    with pytest.raises(FormError) as caught:
        to_xform(table, file_type=file_type, family="thu")
    for finding in caught.value.findings:
        assert finding.what
        assert finding.cure
        assert "{" not in f"{finding}".replace("${", "")
    return [(finding.code, finding.row, finding.column) for finding in caught.value.findings]


def survey(columns: str, *rows: str) -> str:
    return "\n".join(["| survey |", f"| | type | name | label | {columns} |", *(f"| | {row} |" for row in rows)])


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (survey("relevant", "text | a | A? | foo(1) = 1"), [("unknown_function", 2, "relevant")]),
        (survey("relevant", "text | a | A? | if(1) = 1"), [("wrong_arity", 2, "relevant")]),
        (survey("constraint", "text | a | A? | 1 +"), [("syntax", 2, "constraint")]),
        (survey("calculation", "text | a | A? | ", "calculate | b | | 1 == 1"), [("syntax", 3, "calculation")]),
        (survey("relevant", "text | a | A? | /data/nope = 1"), [("unknown_path", 2, "relevant")]),
        (survey("hint", "geotrace | a | A? | "), [("unknown_type", 2, "type")]),
        (survey("hint", "text | a | | Gợi ý"), [("no_label", 2, "label")]),
        (survey("bind::khom:time", "integer | a | A? | weekly"), [("bad_extension", 2, "bind::khom:time")]),
        (survey("bind::khom:empty", "integer | a | A? | unknown no"), [("bad_extension", 2, "bind::khom:empty")]),
        (survey("bind::khom:max", "image | a | A? | many"), [("bad_extension", 2, "bind::khom:max")]),
        (survey("bind::khom:warn", "integer | a | A? | . >"), [("syntax", 2, "bind::khom:warn")]),
        (
            survey(
                "hint", "begin_group | g | G | ", "text | a | A? | ", "end_group | | | ",
                "begin_group | h | H | ", "text | a | A? | ", "end_group | | | ", "text | b | ${a}? | ",
            ),
            [("unclear_reference", 8, "label")],
        ),
        (survey("relevant", "text | a | A? | ${nope} = 1"), [("unknown_reference", 2, "relevant")]),
        (survey("relevant", "text | a | A? | foo()", "text | b | B? | 1 +"),
         [("unknown_function", 2, "relevant"), ("syntax", 3, "relevant")]),
    ],
)  # fmt: skip
def test_a_bad_form_is_refused_with_row_and_column(table: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert findings(table) == expected


@pytest.mark.parametrize(
    ("source", "file_type", "code"),
    [
        (b"", ".xlsx", "unreadable"),
        (b"PK\x03\x04 torn apart", ".xlsx", "unreadable"),
        (b"just a letter", ".xlsx", "unreadable"),
        ("no table at all", ".md", "unreadable"),
        ("| choices |\n| | list_name | name | label |\n| | a | b | C |\n", ".md", "no_survey"),
    ],
)
def test_a_file_that_is_no_form_is_refused_kindly(source: bytes | str, file_type: str, code: str) -> None:
    assert [found[0] for found in findings(source, file_type)] == [code]


def test_the_title_and_the_warnings_come_along() -> None:
    table = f"{GOOD}| settings |\n| | form_title | form_id |\n| | Báo cáo | bc |\n"
    conversion = to_xform(table, file_type=".md", family="thu")
    assert conversion.title == "Báo cáo"
    assert to_xform(GOOD, file_type=".md", family="thu").title == "thu"


@pytest.mark.parametrize("settings", ["", '| settings |\n| | namespaces |\n| | khom="urn:khombot:forms" |\n'])
def test_the_extensions_are_read_with_or_without_their_namespace_declared(settings: str) -> None:
    table = survey(
        "bind::khom:unit | bind::khom:time | bind::khom:privacy | bind::khom:empty | bind::khom:max | bind::khom:short",
        "integer | a | A? | hộ | stock | personal | nothing unknown | 4 | Tổng số hộ",
    )
    (question, *_) = form_of(f"{table}\n{settings}").questions
    assert (question.unit, question.time, question.privacy) == ("hộ", Time.STOCK, Privacy.PERSONAL)
    assert (question.empties, question.max_files, question.short) == ((Empty.NOTHING, Empty.UNKNOWN), 4, "Tổng số hộ")


def test_in_a_namespaced_message_only_references_are_places() -> None:
    """pyxform writes ${a} in such a column as a bare path between spaces."""
    table = survey(
        "bind::khom:warn | bind::khom:warnMsg",
        "text | a | A? | string-length(.) > 3 | Em đọc là ${a}, ở /tong/ho hoặc hẻm 12/3A nhé",
    )
    talk = Conversation(form_of(table))
    assert doubted(talk.says("dài quá")) == "Em đọc là dài quá, ở /tong/ho hoặc hẻm 12/3A nhé"


def test_an_xform_without_data_is_refused() -> None:
    with pytest.raises(ValueError, match="XForm"):
        parse_xform("<html/>")
