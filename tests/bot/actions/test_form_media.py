"""Which file belongs to which name of a form, what is too much, and who may send one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.actions import form_media, proposals
from bot.actions.form_media import chosen, require_room
from bot.conversation.media_types import MEGABYTE, MOST_BYTES, fit, is_media
from bot.domain.errors import Conflict, Invalid, Refused
from bot.messages import Attachment, AttachmentKind
from forms.media import MediaKind, Medium
from forms.xlsform import to_xform
from storage.queries.proposals import Proposal
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import AT, HOME, REPORT, head, in_sample, officer
from tests.forms.lint.cases import survey

FORM = survey("media::image | media::audio", "text | a | A? | ban-do.png | nghe.mp3", "text | b | B? | b.png | ")


def sent(
    name: str, mime: str = "image/jpeg", *, size: int = 3, kind: AttachmentKind = AttachmentKind.DOCUMENT
) -> Attachment:
    return Attachment(kind=kind, name=name, mime=mime, size=size, digest="a" * 64)


def waiting(tx: Transaction) -> Proposal:
    """A workbook of Hoa's that is in order."""
    added = tx.proposals.add("quy.xlsx", "b" * 64, REPORT, officer(tx).id, HOME, AT)
    xform = to_xform(FORM, file_type=".md", family=REPORT).xform
    tx.proposals.ready(added.id, family=REPORT, title="Phiếu", xform=xform, source=FORM.encode())
    return tx.proposals.get(added.id)


def arrives(tx: Transaction, proposal: Proposal, *files: Attachment) -> form_media.Arrived:
    """The files as the job hands them over."""
    for file in files:
        tx.media.add(proposal.id, file)
    return form_media.settle(tx, proposal, tx.media.open_of(proposal.id), AT)


def codes(arrived: form_media.Arrived) -> list[str]:
    return [problem.code for problem in arrived.problems]


async def settles(store: Store, work: Callable[[Transaction, Proposal], None]) -> None:
    await in_sample(store, lambda tx: work(tx, waiting(tx)))


async def test_a_file_is_known_by_its_name_whatever_its_capitals(store: Store) -> None:
    def work(tx: Transaction, proposal: Proposal) -> None:
        arrived = arrives(tx, proposal, sent("BAN-DO.PNG"), sent("khac.png"), sent("nghe.mp3", "audio/mpeg"))
        assert arrived.taken == ["ban-do.png", "nghe.mp3"]
        assert codes(arrived) == ["media_not_named"]
        found = form_media.gathered(tx, proposal, AT)
        assert {name: file.kind for name, file in found.files.items()} == {
            "ban-do.png": AttachmentKind.PHOTO,
            "nghe.mp3": AttachmentKind.VOICE,
        }
        assert found.missing == (Medium(kind=MediaKind.IMAGE, name="b.png"),)

    await settles(store, work)


async def test_a_photo_without_a_name_is_taken_only_where_there_is_no_doubt(store: Store) -> None:
    def work(tx: Transaction, proposal: Proposal) -> None:
        nameless = sent("", kind=AttachmentKind.PHOTO)
        assert codes(arrives(tx, proposal, nameless)) == ["media_nameless"]
        assert arrives(tx, proposal, sent("b.png")).taken == ["b.png"]
        assert arrives(tx, proposal, nameless).taken == ["ban-do.png"]
        assert codes(arrives(tx, proposal, nameless)) == ["media_nameless"]
        assert codes(arrives(tx, proposal, sent("", "audio/ogg", kind=AttachmentKind.VOICE))) == ["media_nameless"]

    await settles(store, work)


async def test_all_files_of_a_form_together_have_a_limit(store: Store) -> None:
    def work(tx: Transaction, proposal: Proposal) -> None:
        large = 20 * MEGABYTE
        files = (sent("ban-do.png", size=large), sent("b.png", size=large), sent("nghe.mp3", "audio/mpeg", size=large))
        assert arrives(tx, proposal, *files).taken == ["ban-do.png", "b.png", "nghe.mp3"]
        # Another file in place of the first is no further one.
        assert arrives(tx, proposal, sent("ban-do.png", size=large)).taken == ["ban-do.png"]
        assert codes(arrives(tx, proposal, sent("b.png", size=large + 1))) == ["media_too_big"]

    await settles(store, work)
    with pytest.raises(Invalid, match="media_too_much"):
        require_room([sent(f"{number}.png", size=20 * MEGABYTE) for number in range(4)])


async def test_only_who_may_publish_forms_sends_files_for_them(store: Store) -> None:
    def work(tx: Transaction, proposal: Proposal) -> None:
        with pytest.raises(Refused, match="publish_forms"):
            proposals.add_medium(tx, head(tx), sent("ban-do.png"), AT)
        assert tx.media.open_of(proposal.id) == []
        assert proposals.add_medium(tx, officer(tx), sent("ban-do.png"), AT) == proposal
        proposals.drop(tx, officer(tx), proposal.id, AT)
        with pytest.raises(Conflict, match="media_without_form"):
            proposals.add_medium(tx, officer(tx), sent("ban-do.png"), AT)

    await settles(store, work)


def test_a_file_of_another_kind_is_not_taken_for_one_of_the_same_name() -> None:
    wanted = [Medium(kind=MediaKind.AUDIO, name="a.mp4")]
    film = sent("a.mp4", "video/mp4", kind=AttachmentKind.VIDEO)
    assert chosen(wanted, {"a.mp4": film}) == {}
    sound = replace(film, kind=AttachmentKind.VOICE, mime="audio/mp4")
    assert chosen(wanted, {"a.mp4": film}, {"A.MP4": sound}) == {"a.mp4": sound}


@pytest.mark.parametrize(
    ("kind", "name", "mime"),
    [
        (MediaKind.IMAGE, "a.png", "image/jpeg"),  # pictures are kept as JPEG, whatever they are called
        (MediaKind.AUDIO, "a.m4a", "video/mp4"),
        (MediaKind.AUDIO, "a.ogg", "audio/ogg"),
        (MediaKind.VIDEO, "a.mp4", "video/mp4"),
    ],
)
def test_what_can_be_shown_is_fit(kind: MediaKind, name: str, mime: str) -> None:
    assert fit(kind, name, sent("x", mime)).name == name


@pytest.mark.parametrize(
    ("kind", "name", "mime"),
    [
        (MediaKind.IMAGE, "a.png", ""),
        (MediaKind.IMAGE, "a.gif", "image/gif"),
        (MediaKind.AUDIO, "a.mp3", "video/mp4"),
        (MediaKind.VIDEO, "a.mp4", "application/x-msdownload"),
        (MediaKind.AUDIO, "a.mp3", "application/pdf"),
    ],
)
def test_what_cannot_be_shown_is_refused_whatever_it_is_called(kind: MediaKind, name: str, mime: str) -> None:
    with pytest.raises(Invalid, match=f"media_{kind.value}"):
        fit(kind, name, sent(name, mime))


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(Invalid, match="media_too_big"):
        fit(MediaKind.IMAGE, "a.png", sent("a.png", size=MOST_BYTES + 1))


def test_a_workbook_is_told_from_what_it_shows() -> None:
    assert is_media(sent("", kind=AttachmentKind.PHOTO))
    assert is_media(sent("Nghe.MP3", "application/octet-stream"))
    assert is_media(sent("a.gif", "image/gif"))
    assert not is_media(sent("quy.xlsx", "application/octet-stream"))
    assert not is_media(sent("quy.zip", "application/zip"))
