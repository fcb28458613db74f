"""What a recipient sees of each kind: the fields filled in, the buttons of the kind, files that fit the channel."""

from __future__ import annotations

from datetime import date

import pytest

from bot.announcements import kinds
from bot.announcements.copies import fitted
from bot.announcements.kinds import KINDS
from bot.announcements.kinds.base import Addressee, Kind
from bot.conversation.channel import FileLink
from bot.domain.announcements import AnnouncementKind, Content, DeliveryId, Rsvp
from bot.domain.people import Person, PersonId
from bot.domain.periods import PeriodId, ReportingPeriod, Span
from bot.domain.units import Level, Unit, UnitId
from bot.messages import Attachment, AttachmentKind
from channels.telegram.bulk import numbered
from channels.telegram.limits import MAX_TEXT

FIRST_DAY = date(2020, 1, 1)
WARD = Unit(id=UnitId(1), code="TQD", name="Phường Tân Quy Đông", level=Level.WARD, parent=None, valid_from=FIRST_DAY)
KHOM = Unit(id=UnitId(2), code="K1", name="Khóm 1", level=Level.KHOM, parent=WARD.id, valid_from=FIRST_DAY)
LAN = Person(id=PersonId(1), name="Trần Thị Lan", salutation="cô")
SPAN = Span.parse("2020-Q4")
PERIOD = ReportingPeriod(
    id=PeriodId(1),
    ward=WARD.id,
    span=SPAN,
    opens_on=SPAN.opens,
    khom_due_on=SPAN.khom_due,
    ward_due_on=SPAN.ward_due,
)
TO_LAN = Addressee(ward=WARD, person=LAN, unit=KHOM, period=PERIOD, delivery=DeliveryId(12))
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.value)


def content(kind: AnnouncementKind, text: str = "Kính gửi {tên}, {khóm}: {kỳ} hạn {hạn}.", link: str = "") -> Content:
    return Content(kind=kind, text=text, link=link, period=PERIOD.id)


def test_every_kind_has_its_file() -> None:
    assert [kind.kind for kind in KINDS] == list(AnnouncementKind)


@EVERY_KIND
def test_fields_are_filled_in_and_the_ward_signs(kind: Kind) -> None:
    reply = kinds.render(content(kind.kind, link="https://dongthap.gov.vn"), to=TO_LAN)
    assert reply.text == (
        "Kính gửi cô Trần Thị Lan, Khóm 1: quý IV năm 2020 hạn 18/12/2020.\n\nXem thêm: https://dongthap.gov.vn"
    )
    assert "Phường Tân Quy Đông" in reply.heading


@EVERY_KIND
def test_buttons_stay_valid_for_ever_and_name_the_delivery(kind: Kind) -> None:
    choices = [choice for row in kinds.render(content(kind.kind), to=TO_LAN).rows for choice in row]
    assert choices
    for choice in choices:
        assert choice.id.startswith("@notice:")
        assert choice.id.endswith(":12")
        assert len(choice.id.encode()) <= 64


def test_an_invitation_is_answered_with_what_the_ledger_knows() -> None:
    rows = kinds.render(content(AnnouncementKind.MEETING), to=TO_LAN).rows
    actions = {choice.id.split(":")[1] for row in rows for choice in row}
    assert {rsvp.value for rsvp in Rsvp} <= actions


async def test_what_is_too_large_for_the_channel_goes_as_a_link() -> None:
    small = Attachment(kind=AttachmentKind.DOCUMENT, name="moi.pdf", size=10, digest="a" * 64)
    large = Attachment(kind=AttachmentKind.DOCUMENT, name="phim.mp4", size=1000, digest="b" * 64)
    reply = kinds.render(content(AnnouncementKind.NOTICE), to=TO_LAN, files=(small, large))
    carried = fitted(reply, 100, lambda file: FileLink(url=f"https://x.vn/{file.name}", code="042715"))
    assert carried.attachments == (small,)
    assert carried.text.endswith("Tệp phim.mp4: https://x.vn/phim.mp4\nMã mở tệp: 042715")
    assert fitted(reply, None, lambda file: FileLink(url="")) == reply


def test_a_large_file_that_concerns_nobody_needs_no_code() -> None:
    film = Attachment(kind=AttachmentKind.DOCUMENT, name="phim.mp4", size=1000, digest="b" * 64, public=True)
    reply = kinds.render(content(AnnouncementKind.NOTICE), to=TO_LAN, files=(film,))
    carried = fitted(reply, 100, lambda file: FileLink(url=f"https://x.vn/{file.name}"))
    assert carried.text.endswith("Tệp phim.mp4: https://x.vn/phim.mp4")


def test_a_long_text_is_cut_at_paragraphs_and_numbered() -> None:
    paragraph = "Nội dung cuộc họp. " * 60
    long = content(AnnouncementKind.NOTICE, text="\n\n".join([paragraph.strip()] * 7))
    pieces = numbered(kinds.render(long, to=TO_LAN))
    assert [piece.partition("\n")[0] for piece in pieces] == ["(1/3)", "(2/3)", "(3/3)"]
    assert all(len(piece) <= MAX_TEXT for piece in pieces)
    assert all(piece.endswith("họp.") for piece in pieces)
    assert len(numbered(kinds.render(content(AnnouncementKind.NOTICE), to=TO_LAN))) == 1
