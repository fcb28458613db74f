"""Photos as an answer: collected one by one until the person says that it is enough."""

from __future__ import annotations

from bot.messages import Attachment, AttachmentKind
from forms.prompt import Accepted, Rejected
from tests.support.forms import Conversation, form_of, refused


def photo(digest: str) -> Attachment:
    return Attachment(kind=AttachmentKind.PHOTO, digest=digest * 64)


def test_photos_are_collected_one_by_one_and_what_finds_no_room_stays_off_the_next_question() -> None:
    form = form_of("""
| survey |
| | type  | name | label | bind::khom:max | parameters      |
| | image | anh  | Ảnh?  | 3              | max-pixels=1600 |
| | text  | a    | A?    |                |                 |
""")
    talk = Conversation(form)
    for number, digest in enumerate("abc", 1):
        filling = talk.filling
        filling.answer("", None, [photo(digest)])
        talk.state = filling.state
        prompt = filling.prompt()
        assert prompt is not None
        assert (prompt.name, prompt.files) == ("anh", number)
    assert isinstance(talk.filling.answer("", None, [photo("d")]), Rejected)
    talk.keeps()
    assert talk.asks() == "a"
    assert talk.filling.complete().attachments == ("a" * 64, "b" * 64, "c" * 64)


def test_collecting_ends_when_the_person_says_so() -> None:
    form = form_of("""
| survey |
| | type  | name | label | bind::khom:max | parameters      |
| | image | anh  | Ảnh?  | 3              | max-pixels=1600 |
""")
    talk = Conversation(form)
    filling = talk.filling
    filling.answer("", None, [photo("a")])
    talk.state = filling.state
    assert talk.asks() == "anh"
    talk.keeps()
    assert talk.asks() is None


def test_who_is_done_before_there_is_any_photo_hears_what_the_question_wants() -> None:
    form = form_of("""
| survey |
| | type  | name | label | parameters      |
| | image | anh  | Ảnh?  | max-pixels=1600 |
""")
    assert refused(Conversation(form).filling.finish()).startswith("Câu này cần ảnh.")


def test_who_is_done_before_anything_is_chosen_hears_how_to_choose() -> None:
    form = form_of("""
| survey |
| | type                 | name | label      |
| | select_multiple viec | a    | Việc nào?  |

| choices |
| | list_name | name | label |
| | viec      | x    | Loa   |
| | viec      | y    | Đèn   |
""")
    talk = Conversation(form)
    assert refused(talk.filling.finish()).startswith("Em chưa thấy chọn dòng nào ở câu này.")
    filling = talk.filling
    filling.answer("", "x")
    assert isinstance(filling.finish(), Accepted)
