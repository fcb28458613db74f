"""All that a turn says is one message: every text is in it, and a number chooses what stands behind it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.joining import Part, in_plain_text, joined
from bot.conversation.router import option_typed
from bot.conversation.session import ALWAYS, Session
from bot.messages import Attachment, AttachmentKind, Choice, Reply
from bot.texts import console
from channels.plain_text import render

LABELS = ("Đã đọc", "Hỏi lại", "Có", "Không", "Khóm 1", "Quay lại", "Về menu", "412")
HOME = Choice(id="@home", label="Về menu", way_out=True)
PHOTO = Attachment(kind=AttachmentKind.PHOTO, name="nhà.jpg", digest="ab")
WORKBOOK = Attachment(kind=AttachmentKind.DOCUMENT, name="bảng.xlsx", digest="cd")

texts = st.text("abcđê ", min_size=4, max_size=12).map(lambda text: f"[{text}]")
choices = st.builds(
    lambda key, label, lasts, way_out: Choice(
        id=f"{ALWAYS}notice:{key}" if lasts else f"option{key}", label=label, way_out=way_out
    ),
    st.integers(0, 9),
    st.sampled_from(LABELS),
    st.booleans(),
    st.booleans(),
)
rows = st.lists(st.lists(choices, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)
replies = st.builds(
    Reply,
    text=texts,
    heading=texts,
    hint=texts,
    rows=rows,
    attachments=st.sampled_from(((), (PHOTO,), (WORKBOOK,))),
    settles=st.sampled_from((None, None, None, "55")),
)
steps = st.lists(st.tuples(replies, st.booleans()), min_size=1, max_size=6)
places = st.sampled_from(("", "home", "interview"))


def said(session: Session, given: list[tuple[Reply, bool]]) -> list[Part]:
    """What a turn makes of it: only a question is offered, and a message that is settled has no choices."""
    return [
        Part(reply=session.offer(reply), asks=True)
        if asks and reply.settles is None
        else Part(reply=Reply(text=reply.text, settles="55") if reply.settles else reply)
        for reply, asks in given
    ]


def _labelled(labels: dict[str, str], number: int) -> list[str]:
    """The choices whose label is that very number, as a figure of a question may be."""
    return [key for key, label in labels.items() if label == str(number)]


def shown(replies: list[Reply]) -> str:
    """What can be read of it."""
    return "\n".join(render(reply, ways_out=console.WAYS_OUT, numbers=console.NUMBERS) for reply in replies)


@given(steps, places)
def test_every_text_is_shown_in_its_order_and_no_file_is_lost(given: list[tuple[Reply, bool]], at: str) -> None:
    session = Session(at=at)
    parts = said(session, given)
    out = joined(in_plain_text(session, parts))
    whole = shown(out)
    place = 0
    for reply in (part.reply for part in parts):
        if reply.settles:
            assert reply.text in whole
            continue
        for each in filter(None, (reply.heading, reply.text, reply.hint)):
            place = whole.index(each, place) + len(each)
    files = [file for part in parts for file in part.reply.attachments]
    assert [file for reply in out for file in reply.attachments] == files


@given(steps, places)
def test_each_numbered_line_chooses_what_its_label_says_and_no_other_number_chooses(
    given: list[tuple[Reply, bool]], at: str
) -> None:
    session = Session(at=at)
    parts = said(session, given)
    labels = {choice.id: choice.label for part in parts for row in part.reply.rows for choice in row}
    several = {
        key for key in labels if len({c.label for p in parts for r in p.reply.rows for c in r if c.id == key}) > 1
    }
    whole = shown(joined(in_plain_text(session, parts)))
    lines = re.findall(r"^(\d+)\. (.+)$", whole, re.MULTILINE)
    assert [int(number) for number, _ in lines] == list(range(1, len(lines) + 1))
    assert option_typed(str(len(lines) + 1), session.offered, session.ways) in {
        None,
        *_labelled(labels, len(lines) + 1),
    }
    for number, label in lines:
        chosen = option_typed(number, session.offered)
        assert chosen is not None
        assert chosen in several or labels[chosen] == label
    if session.at == "interview" and not any(part.asks for part in parts):
        assert lines == []


def test_every_word_that_is_named_is_understood() -> None:
    session = Session(at="interview")
    question = session.offer(Reply(text="Khóm có bao nhiêu hộ ạ?", rows=((Choice(id="keep", label="Giữ 410"),),)))
    notice = Reply(text="Em ghi là đã đọc.", rows=((Choice(id="@notice:ask:3", label="Hỏi lại"), HOME),))
    out = joined(in_plain_text(session, [Part(reply=notice), Part(reply=question, asks=True)]))
    assert shown(out) == (
        "Em ghi là đã đọc.\nCần thì gõ: Hỏi lại, Về menu.\n\nKhóm có bao nhiêu hộ ạ?\n\nGõ một số để chọn:\n1. Giữ 410"
    )
    assert option_typed("hoi lai", (), session.standing) == "@notice:ask:3"
    assert option_typed("về menu", (), session.standing) == "@home"
    assert option_typed("1", session.offered) == "1.keep"


def test_where_nothing_is_open_numbers_choose_what_was_offered_by_the_way() -> None:
    session = Session(at="home", offered=[("@report:3:7", "Báo cáo quý IV năm 2020")])
    notice = Reply(text="Em ghi là đã đọc.", rows=((Choice(id="@notice:ask:3", label="Hỏi lại"),), (HOME,)))
    out = joined(in_plain_text(session, [Part(reply=notice)]))
    assert shown(out) == "Em ghi là đã đọc.\n\nGõ một số để chọn:\n1. Hỏi lại\n\nHoặc gõ: Về menu."
    assert (session.offered, session.ways) == ([("@notice:ask:3", "Hỏi lại")], [("@home", "Về menu")])
    assert option_typed("báo cáo quý iv năm 2020", (), session.standing) == "@report:3:7"
    assert option_typed("2", session.offered, session.ways) is None


def test_a_text_to_be_passed_on_stays_a_message_of_its_own() -> None:
    copy = Reply(text="BÁO CÁO\n\nTổng số hộ: 412 hộ", shareable=True)
    hint = Reply(text="Bấm giữ tin trên để chuyển tiếp.", rows=((HOME,),))
    out = joined(in_plain_text(Session(at="interview"), [Part(reply=copy), Part(reply=hint)]))
    assert out[0] == copy
    assert len(out) == 2


def test_a_picture_keeps_its_own_words_and_the_question_its_picture() -> None:
    pictures = [Part(reply=Reply(text=f"Khóm {number}", attachments=(PHOTO,))) for number in (1, 2)]
    session = Session(at="interview")
    question = session.offer(
        Reply(text="Khóm nào?", rows=((Choice(id="option0", label="Khóm 1"),),), attachments=(PHOTO,))
    )
    out = joined(in_plain_text(session, [*pictures, Part(reply=question, asks=True)]))
    assert [(reply.text, len(reply.attachments)) for reply in out] == [("Khóm 1", 1), ("Khóm 2", 1), ("Khóm nào?", 1)]


def test_what_was_pressed_is_said_only_where_nothing_else_says_it() -> None:
    settled = Part(reply=Reply(text="Khóm có bao nhiêu hộ ạ?\n✓ 412 hộ", settles="55"))
    following = Part(reply=Reply(text="Bao nhiêu người ạ?", heading="Em ghi: 412 hộ."))
    assert shown(joined(in_plain_text(Session(), [settled, following]))) == "Em ghi: 412 hộ.\n\nBao nhiêu người ạ?"
    assert shown(joined(in_plain_text(Session(), [settled]))) == "Khóm có bao nhiêu hộ ạ?\n✓ 412 hộ"
