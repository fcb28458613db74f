"""The good deed: told in a few words, with photos only where the people in them agree."""

from __future__ import annotations

import pytest

from bot.messages import Attachment, AttachmentKind
from forms.library import SHIPPED
from forms.prompt import Accepted, Rejected
from tests.support.forms import Conversation, around, form_of, refused
from tests.support.shipped import ANSWERS as shipped_answers

(SOURCE,) = (shipped.source() for shipped in SHIPPED if shipped.family == "guong_ntvt")

ANSWERS = shipped_answers["guong_ntvt"]


def deed() -> Conversation:
    return Conversation(form_of(SOURCE), around(given={"khom": "Khóm 1", "ma_ho_so": "NT-K1-2020-001"}))


def walk(talk: Conversation, until: str | None = None, **changed: str) -> None:
    answers = ANSWERS | changed
    while (name := talk.asks()) not in {until, None}:
        assert name is not None
        assert isinstance(talk.says(answers[name]), Accepted), name


def sends_photo(talk: Conversation, digest: str) -> object:
    filling = talk.filling
    outcome = filling.answer("", None, [Attachment(kind=AttachmentKind.PHOTO, digest=digest * 64)])
    talk.state = filling.state
    return outcome


def test_a_deed_with_photos() -> None:
    talk = deed()
    walk(talk, until="minh_chung")
    sends_photo(talk, "a")
    sends_photo(talk, "b")
    talk.keeps()
    walk(talk)
    completed = talk.filling.complete()
    assert completed.values["minh_chung"] == f"{'a' * 64} {'b' * 64}"
    assert completed.attachments == ("a" * 64, "b" * 64)
    assert completed.values["gia_tri_uoc"] == "60000000"
    assert completed.values["ngay_viec"] == "2020-12-01"
    assert completed.values["linh_vuc"] == "hien_dat"


def test_photos_are_not_asked_for_without_consent_and_go_when_it_is_withdrawn() -> None:
    talk = deed()
    walk(talk, dong_y_anh="không")
    assert "minh_chung" not in talk.sent()

    talk = deed()
    walk(talk, until="minh_chung")
    sends_photo(talk, "a")
    talk.keeps()
    walk(talk)
    talk.goes_to("dong_y_anh")
    talk.says("không")
    assert talk.filling.complete().attachments == ()
    assert "a" * 64 not in str(talk.state)


def test_photos_and_value_may_be_left_out() -> None:
    talk = deed()
    walk(talk, until="gia_tri_uoc")
    talk.skips()
    walk(talk, until="minh_chung")
    talk.skips()
    walk(talk)
    assert not {"gia_tri_uoc", "minh_chung"} & talk.sent().keys()


def test_at_most_five_photos() -> None:
    talk = deed()
    walk(talk, until="minh_chung")
    for digest in "abcde":
        assert isinstance(sends_photo(talk, digest), Accepted)
    assert talk.asks() == "minh_chung", "the rest of an album may still come"
    assert isinstance(sends_photo(talk, "f"), Rejected)
    talk.keeps()
    assert talk.asks() == "dong_y_neu_guong"


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("viec_lam", "Giúp người"),
        ("viec_lam", "x" * 1001),
        ("viec_lam", "Giúp bà Bảy, căn cước 079123456789, sửa nhà"),
        ("ngay_viec", "25/12/2020"),
        ("ngay_viec", "30/2"),
        ("linh_vuc", "bóng đá"),
        ("dong_y_neu_guong", "dạ"),
    ],
)
def test_bad_answers_are_refused(question: str, typed: str) -> None:
    talk = deed()
    walk(talk, until=question, dong_y_anh="không")
    refused(talk.says(typed))
    assert talk.asks() == question
