"""What is no answer, whatever the question: stickers, voice, places ..., and what holds for every type."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given as sampled
from hypothesis import strategies as st

from bot.messages import Attachment, AttachmentKind
from bot.texts import answers as texts
from forms.answers import Answer, Doubt, Problem, Reading
from forms.prompt import PromptChoice
from forms.question import Question
from forms.questions import TYPES, Asked, Given, read, type_of
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
        ("text", "", "numbers"),
        ("date", "", "month-year"),
        ("date", "", "year"),
        ("range", "", ""),
        ("time", "", ""),
        ("dateTime", "", ""),
        ("rank", "", ""),
        ("audio", "", ""),
        ("video", "", ""),
        ("file", "", ""),
        ("geopoint", "", ""),
        ("barcode", "", ""),
        ("acknowledge", "", ""),
    )
]
CHOICES = (PromptChoice(value="co", label="Có"), PromptChoice(value="khong", label="Không"))


def name(question: Question) -> str:
    return " ".join([question.type, question.unit, *question.appearance])


TAKE_FILES = frozenset({"image", "audio", "video", "file", "geopoint", "barcode"})
NO_FILES = [question for question in QUESTIONS if question.type not in TAKE_FILES]
NEVER_AN_ANSWER = sorted(kind for kind in AttachmentKind if not kind.is_file and kind is not AttachmentKind.LOCATION)


def ask(question: Question, **what: object) -> Reading:
    return read(Given(**what), Asked(question=question, today=TODAY, choices=CHOICES))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", NEVER_AN_ANSWER)
@pytest.mark.parametrize("question", QUESTIONS, ids=name)
def test_what_nobody_can_read_is_refused_by_every_question(question: Question, kind: AttachmentKind) -> None:
    reading = ask(question, attachments=(Attachment(kind=kind),))
    assert isinstance(reading, Problem)


@pytest.mark.parametrize("kind", AttachmentKind)
@pytest.mark.parametrize("question", NO_FILES, ids=name)
def test_what_is_no_text_is_refused_where_text_is_asked_for(question: Question, kind: AttachmentKind) -> None:
    reading = ask(question, attachments=(Attachment(kind=kind, digest="aa"),))
    assert reading == Problem(text=texts.NO_ANSWER[kind.value])


@pytest.mark.parametrize("question", NO_FILES, ids=name)
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
    tried = {kind.type for question in QUESTIONS if (kind := type_of(question))} | {"note", "repeat"}
    assert tried == {kind.type for kind in TYPES if kind.is_asked}


@sampled(minutes=st.integers(0, 24 * 60 - 1))
def test_a_time_that_the_bot_shows_is_read_back_as_the_same(minutes: int) -> None:
    question = next(question for question in QUESTIONS if question.type == "time")
    reading = ask(question, text=f"{minutes // 60:02}:{minutes % 60:02}")
    assert isinstance(reading, Answer)
    assert ask(question, text=reading.shown) == reading


@sampled(day=st.dates(date(1900, 1, 1), TODAY), clock=st.times())
def test_a_moment_that_the_bot_shows_is_read_back_as_the_same(day: date, clock: time) -> None:
    question = next(question for question in QUESTIONS if question.type == "dateTime")
    reading = ask(question, text=f"{day.isoformat()} {clock:%H:%M}")
    assert isinstance(reading, Answer)
    assert ask(question, text=reading.shown) == reading


@sampled(latitude=st.floats(8.5, 23), longitude=st.floats(102.5, 109))
def test_a_place_that_the_bot_shows_is_read_back_to_a_metre(latitude: float, longitude: float) -> None:
    question = next(question for question in QUESTIONS if question.type == "geopoint")
    reading = ask(question, text=f"{latitude:.7f}, {longitude:.7f}")
    assert isinstance(reading, Answer)
    again = ask(question, text=reading.shown)
    assert isinstance(again, Answer)
    for before, after in zip(reading.value.split()[:2], again.value.split()[:2], strict=True):
        assert abs(float(before) - float(after)) < 0.00001
