"""The channel-neutral words: what is made of strange text, and that a reply survives the outbox."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Address, Attachment, AttachmentKind, Choice, Command, Incoming, RawUpdate, Reply

LAN = Address(channel="web", bot="web", chat="lan")


def test_typed_text_arrives_in_unicode_form_c() -> None:
    assert Incoming(address=LAN, text="ho\u0323\u0302").text == "hộ"


def test_text_that_no_database_takes_arrives_without_it() -> None:
    incoming = Incoming(address=LAN, text="4\0 1\ud800 2\n\t", sender_name="L\0an")
    assert incoming.text == "4 1 2\n\t"
    assert incoming.sender_name == "Lan"


@given(st.text(st.characters(codec=None)))
def test_any_update_can_be_stored(body: str) -> None:
    stored = RawUpdate(channel="web", bot="web", update_id="1", lane="lan", sequence=1, body=body).body
    assert "\0" not in stored
    assert stored.encode().decode() == stored


def test_a_reply_comes_out_of_the_outbox_as_it_went_in() -> None:
    reply = Reply(
        text="Khóm có bao nhiêu hộ ạ?",
        heading="Câu 1/9",
        hint="Ví dụ: 412",
        rows=((Choice(id="1.o1", label="Có", main=True), Choice(id="1.later", label="Để sau", way_out=True)),),
        attachments=(Attachment(kind=AttachmentKind.PHOTO, name="a.jpg", mime="image/jpeg", size=3, digest="00ff"),),
        settles="7",
        commands=(Command(name="help", label="Giúp"),),
        shareable=True,
    )
    assert Reply.from_json(reply.to_json()) == reply


def test_ways_out_are_not_numbered() -> None:
    yes, later = Choice(id="y", label="Có"), Choice(id="l", label="Để sau", way_out=True)
    reply = Reply(text="?", rows=((later, yes),))
    assert (reply.options, reply.ways_out) == ((yes,), (later,))
