"""The pictures, sounds and films that a form shows: in its languages, beside its choices, and each named once.

Traps of XLSForm (docs/forms.md): a file for one language only, an image with a big-image, a note in a field-list,
choices behind a filter, a column of media without a language in a form with languages.
"""

from __future__ import annotations

from pathlib import Path

from forms.media import MediaKind, Medium
from forms.xform import parse_xform
from forms.xlsform import check_form
from tests.forms.lint.cases import choices, survey
from tests.support.forms import Conversation, form_of

PICTURES = (Path(__file__).parent / "nasty" / "pictures.md").read_text(encoding="utf-8")
ENGLISH = "English (en)"


def image(name: str) -> Medium:
    return Medium(kind=MediaKind.IMAGE, name=name)


def sound(name: str) -> Medium:
    return Medium(kind=MediaKind.AUDIO, name=name)


def film(name: str) -> Medium:
    return Medium(kind=MediaKind.VIDEO, name=name)


def test_a_form_knows_all_its_files_once() -> None:
    assert form_of(PICTURES).media == (
        image("nha.png"), sound("nha.mp3"), image("house.png"), image("nha-la.png"), image("nha-ton.png"),
        image("ban-do-to.png"), film("houses.mp4"), image("dua.png"), image("kem.png"),
    )  # fmt: skip


def test_a_question_shows_its_files_and_a_choice_its_own() -> None:
    prompt = Conversation(form_of(PICTURES)).prompt()
    assert prompt.media == (image("nha.png"), sound("nha.mp3"))
    assert [choice.media for choice in prompt.choices] == [(image("nha-la.png"),), (image("nha-ton.png"),), ()]


def test_another_language_has_its_own_files_and_else_those_of_the_default_language() -> None:
    talk = Conversation(form_of(PICTURES))
    talk.state = {**talk.state, "language": ENGLISH}
    assert talk.prompt().label == "Which house?"
    assert talk.prompt().media == (image("house.png"), sound("nha.mp3"))
    assert talk.prompt().choices[0].media == (image("nha-la.png"),)


def test_the_big_image_stands_for_the_image_and_a_note_shows_its_own_with_the_question_behind_it() -> None:
    talk = Conversation(form_of(PICTURES))
    talk.presses("la")
    assert talk.prompt().lead == "Xem bản đồ."
    assert talk.prompt().media == (image("ban-do-to.png"),)


def test_a_choice_behind_a_filter_shows_its_picture() -> None:
    talk = Conversation(form_of(PICTURES))
    talk.presses("la")
    talk.says("3")
    assert [(choice.value, choice.media) for choice in talk.prompt().choices] == [
        ("dua", (image("dua.png"),)),
        ("co", ()),
    ]


def test_a_file_without_a_language_is_for_all_of_them() -> None:
    table = (
        "| survey |\n| | type | name | label::Tiếng Việt (vi) | label::English (en) | media::image |\n"
        "| | text | a | Gì? | What? | a.png |\n"
    )
    found = check_form(table, ".md").conversion
    assert found is not None
    talk = Conversation(parse_xform(found.xform))
    assert talk.prompt().label == "Gì?"
    assert talk.prompt().media == (image("a.png"),)


def test_a_long_list_shows_the_pictures_of_the_lines_that_are_shown() -> None:
    lines = [f"x | {number} | Số {number} | {number}.png" for number in range(30)]
    table = survey("hint", "select_one x | a | A? | ") + choices(*lines, columns="image")
    prompt = Conversation(form_of(table)).prompt()
    assert [choice.media for choice in prompt.choices] == [(image(f"{number}.png"),) for number in range(8)]


def test_a_form_without_media_names_none() -> None:
    form = form_of(survey("hint", "text | a | A? | "))
    assert form.media == ()
    assert Conversation(form).prompt().media == ()
