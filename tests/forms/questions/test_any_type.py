"""What is no answer, whatever the question: stickers, voice, places ..., and what holds for every type."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as sampled
from hypothesis import strategies as st

from bot.messages import Attachment, AttachmentKind
from bot.texts import answers as texts
from forms.answers import Answer, Doubt, Problem, Reading
from forms.prompt import PromptChoice
from forms.question import Question
from forms.questions import TYPES, Asked, Given, read
from forms.values.findings import Why

TODAY = date(2020, 11, 20)
QUESTIONS = [
    Question(name="a", path="/data/a", type=type_name, unit=unit, appearance=frozenset({appearance}))
    for type_name, unit, appearance in (
        ("text", "", ""),
        ("integer", "hộ", ""),
        ("integer", "đồng", ""),
        ("integer", "", "year"),
        ("decimal", "điểm", ""),
        ("date", "", ""),
        ("select_one", "", ""),
        ("select_multiple", "", ""),
        ("image", "", ""),
        ("acknowledge", "", ""),
    )
]
CHOICES = (PromptChoice(value="co", label="Có"), PromptChoice(value="khong", label="Không"))


def name(question: Question) -> str:
    return " ".join([question.type, question.unit, *question.appearance])


NO_PHOTO = [question for question in QUESTIONS if question.type != "image"]
NEVER_AN_ANSWER = sorted(set(AttachmentKind) - {AttachmentKind.PHOTO, AttachmentKind.DOCUMENT})


def ask(question: Question, **what: object) -> Reading:
    return read(Given(**what), Asked(question=question, today=TODAY, choices=CHOICES))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", NEVER_AN_ANSWER)
@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_what_nobody_can_read_is_refused_by_every_question(question: Question, kind: AttachmentKind) -> None:
    reading = ask(question, attachments=(Attachment(kind=kind, digest="aa"),))
    assert isinstance(reading, Problem)


@pytest.mark.parametrize("question", NO_PHOTO, ids=name)
def test_a_photo_with_a_number_below_it_is_no_number(question: Question) -> None:
    photo = Attachment(kind=AttachmentKind.PHOTO, digest="aa")
    assert ask(question, text="12", attachments=(photo,)) == Problem(text=texts.NO_ANSWER["photo"])


@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_an_empty_message_is_no_answer(question: Question) -> None:
    assert ask(question, text=" \n ") == Problem(text=texts.NOTHING_GIVEN)


@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_a_very_long_message_gets_a_short_sentence(question: Question) -> None:
    reading = ask(question, text="abc " * 1250)
    assert isinstance(reading, Problem)
    assert len(reading.text) < 250


@sampled(
    text=st.text(max_size=60) | st.text("0123456789 .,-+/%()=:?~kmtr\u0111o\u1ed9\u01b0\u01a1i", max_size=20),
    place=st.integers(0, len(QUESTIONS) - 1),
)
def test_no_input_breaks_a_question(text: str, place: int) -> None:
    reading = ask(QUESTIONS[place], text=text)
    if isinstance(reading, Problem | Doubt):
        assert reading.text.strip()


@sampled(number=st.integers(0, 9_999_999))
def test_a_count_that_the_bot_shows_is_read_back_as_the_same(number: int) -> None:
    reading = ask(QUESTIONS[1], text=str(number))
    assert isinstance(reading, Answer)
    assert ask(QUESTIONS[1], text=reading.shown) == reading


@sampled(amount=st.integers(10, 9_999_999).map(lambda thousands: thousands * 1000))
def test_an_amount_that_the_bot_shows_is_read_back_as_the_same(amount: int) -> None:
    reading = ask(QUESTIONS[2], text=str(amount))
    assert isinstance(reading, Answer)
    assert ask(QUESTIONS[2], text=reading.shown) == reading


@sampled(day=st.dates(date(1900, 1, 1), TODAY))
def test_a_date_that_the_bot_shows_is_read_back_as_the_same(day: date) -> None:
    reading = ask(QUESTIONS[5], text=day.isoformat())
    assert isinstance(reading, Answer)
    assert ask(QUESTIONS[5], text=reading.shown) == reading


def test_every_reason_has_its_sentence() -> None:
    assert set(texts.PROBLEMS) | set(texts.DOUBTS) == {why.value for why in Why}


def test_every_kind_of_attachment_has_its_sentence() -> None:
    assert set(texts.NO_ANSWER) == {kind.value for kind in AttachmentKind}


def test_every_type_that_people_are_asked_is_tried_here() -> None:
    tried = {question.type for question in QUESTIONS} | {"money", "birth_year", "note", "repeat"}
    assert tried == {kind.type for kind in TYPES if kind.is_asked}
