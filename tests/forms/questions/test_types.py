"""Every question type against its case file, cases/<type>.toml: numbered requirements, and cases that cite them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.submissions import Empty
from bot.messages import Attachment, AttachmentKind, Point
from forms.answers import Answer, Doubt, Emptied, Narrowed, Problem, Reading, Unchanged
from forms.prompt import PromptChoice
from forms.question import Question
from forms.questions import TYPES, Asked, Given, QuestionType, read, show, type_of

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parents[3]
TODAY = date(2020, 11, 20)
Case = Mapping[str, Any]


def load(type_name: str) -> Case:
    """The case file of a type."""
    return tomllib.loads((CASES / f"{type_name}.toml").read_text(encoding="utf-8"))


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every case with its type's name, and with what the file says for all its cases."""
    for file in sorted(CASES.glob("*.toml")):
        cases = load(file.stem)
        for case in cases["case"]:
            question = cases["question"] | case.get("question", {})
            yield file.stem, {"choices": cases.get("choices", []), **case, "question": question}


def asked(case: Case) -> Asked:
    """The question of the case as it stands."""
    fields = dict(case["question"])
    fields["appearance"] = frozenset(fields.get("appearance", ()))
    fields["empties"] = tuple(Empty(word) for word in fields.get("empties", ()))
    choices = tuple(PromptChoice(**choice) for choice in case["choices"])
    return Asked(
        question=Question(name="cau_hoi", path="/data/cau_hoi", **fields),
        today=TODAY,
        choices=choices,
        page=choices[slice(*case["page"])] if "page" in case else None,
        present=case.get("present", ""),
    )


def given(case: Case) -> Given:
    """What the person of the case gave."""
    return Given(
        text=case.get("text", "") * case.get("repeat", 1),
        choice=case.get("choice"),
        attachments=tuple(map(attachment, case.get("attachments", ()))),
    )


def attachment(file: Case) -> Attachment:
    """A file, or a shared place."""
    fields = dict(file)
    point = Point(**fields.pop("point")) if "point" in fields else None
    return Attachment(kind=AttachmentKind(fields.pop("kind")), point=point, **fields)


def check(reading: Reading, case: Case) -> None:
    """Whether the reading is what the case expects."""
    match reading:
        case Answer(value=value, shown=shown, more=more):
            assert (value, shown) == (case.get("value"), case.get("shown"))
            assert more == case.get("more", more)
        case Doubt(text=text, value=value):
            assert value == case.get("doubt")
            assert [words for words in case["says"] if words not in text] == []
        case Emptied(empty=empty):
            assert empty == case.get("emptied")
        case Unchanged():
            assert case.get("unchanged")
        case Narrowed(words=words, text=text):
            assert words == case.get("narrowed")
            assert [part for part in case["says"] if part not in text] == []
        case Problem(text=text):
            assert [words for words in case["problem"] if words not in text] == []
            assert [words for words in case.get("silent", []) if words in text] == []


@pytest.mark.parametrize(("type_name", "case"), list(all_cases()))
def test_a_type_reads_and_shows_as_its_cases_say(type_name: str, case: Case) -> None:
    question = asked(case)
    kind = type_of(question.question)
    assert kind is not None
    assert kind.type == type_name
    if "show" in case:
        assert show(case["show"], question) == case["shown"]
    else:
        check(read(given(case), question), case)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.type)
def test_every_type_has_a_case_for_each_of_its_requirements(kind: QuestionType) -> None:
    cases = load(kind.type)
    assert {case["of"] for case in cases["case"]} == set(cases["requirements"])
    assert any("show" in case for case in cases["case"]), "no case shows a stored value"


def test_every_case_file_belongs_to_a_type() -> None:
    assert {file.stem for file in CASES.glob("*.toml")} == {kind.type for kind in TYPES}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.type)
def test_every_type_shows_a_row_of_a_form_in_its_docstring(kind: QuestionType) -> None:
    rows = [line.strip() for line in (type(kind).__doc__ or "").splitlines() if line.strip().startswith("|")]
    assert len(rows) == 2
    assert {row.count("|") for row in rows} == {rows[0].count("|")}


def test_every_type_of_xlsform_that_is_asked_is_explained_to_authors() -> None:
    page = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")
    named = {load(kind.type)["question"]["type"] for kind in TYPES if kind.type != "repeat"}
    assert [name for name in sorted(named) if f"`{name}`" not in page] == []


def test_a_blank_is_shown_as_nothing() -> None:
    for kind in TYPES:
        assert show("", Asked(question=Question(name="a", path="/data/a", type=kind.type), today=TODAY)) == ""


def test_a_range_without_numbers_is_no_range() -> None:
    wrong = Question(name="a", path="/data/a", type="range", parameters={"start": "một", "end": "5"})
    assert type_of(wrong) is None


def test_a_question_of_a_type_that_is_not_known_is_refused_kindly() -> None:
    unknown = Asked(question=Question(name="a", path="/data/a", type="geoshape"), today=TODAY)
    assert type_of(unknown.question) is None
    assert isinstance(read(Given(text="10.2 105.7"), unknown), Problem)
