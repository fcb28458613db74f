"""What each event means, in the shapes in which Zalo posts them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.messages import Attachment, AttachmentKind, Incoming, Point, RawUpdate
from channels.zalo_oa import inbound
from channels.zalo_oa.raw import Ignored, stored
from tests.channels.zalo_oa import payloads
from tests.channels.zalo_oa.payloads import message

ARRIVED = 1_751_300_000_000


def kept(body: str) -> RawUpdate:
    update = stored(json.loads(body), payloads.OA, ARRIVED)
    assert isinstance(update, RawUpdate)
    assert (update.channel, update.bot, update.lane) == ("zalo_oa", payloads.OA, payloads.LAN)
    return update


def understood(body: str) -> Incoming:
    return inbound.parse(kept(body))


def test_a_text_has_its_message_as_id_and_its_time_as_place_in_the_order() -> None:
    update = kept(payloads.TEXT)
    assert update.update_id == "96d3cdf3af150460909"
    assert update.sequence == 154390853474
    incoming = inbound.parse(update)
    assert incoming.text == "message"
    assert incoming.sent_at == datetime.fromtimestamp(154390853.474, UTC)


def test_a_picture_has_an_address_even_without_tls_and_its_caption() -> None:
    incoming = understood(payloads.IMAGE)
    assert incoming.text == "Nhà văn hóa"
    photo = Attachment(kind=AttachmentKind.PHOTO, remote="http://f6.photo.talk.zdn.vn/photo.jpg")
    assert incoming.attachments == (photo,)


def test_several_pictures_of_one_message_all_arrive() -> None:
    body = json.loads(payloads.IMAGE)
    body["message"]["attachments"] *= 3
    assert len(understood(json.dumps(body)).attachments) == 3


def test_a_workbook_arrives_with_its_name_and_size() -> None:
    (file,) = understood(payloads.FILE).attachments
    assert (file.kind, file.name, file.size) == (AttachmentKind.DOCUMENT, "Danh sách hộ.xlsx", 24165)
    assert file.mime == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert file.remote == "https://ot51.dlfl.vn/abc"


def test_a_name_is_no_path_and_no_line_of_its_own() -> None:
    sent = {"name": "C:\\tmp\\x\r\nContent-Type: text/html/Danh sách.xlsx", "url": "https://ot51.dlfl.vn/abc"}
    (file,) = understood(message("user_send_file", sent)).attachments
    assert file.name == "Danh sách.xlsx"


def test_a_place_is_read_from_strings_and_its_label_is_nobodys_word() -> None:
    incoming = understood(payloads.LOCATION)
    assert incoming.text == ""
    assert incoming.attachments[0].point == Point(latitude=10.7923119, longitude=106.7820651)


@pytest.mark.parametrize(
    "coordinates", [{"latitude": "10,79", "longitude": "106"}, {"latitude": "nan", "longitude": "1"}, {}, "here"]
)
def test_a_place_that_cannot_be_read_is_something_unknown(coordinates: object) -> None:
    (attachment,) = understood(message("user_send_location", {"coordinates": coordinates})).attachments
    assert attachment.kind is AttachmentKind.OTHER


def test_whoever_follows_is_greeted_and_whoever_leaves_is_gone() -> None:
    assert understood(payloads.FOLLOW).text == "/start"
    assert understood(payloads.UNFOLLOW).left
    assert kept(payloads.FOLLOW).update_id == f"follow:{payloads.LAN}:1543979782740"


def test_a_form_of_zalo_leaves_the_name_and_nothing_else_behind() -> None:
    update = kept(payloads.INFO)
    assert inbound.parse(update).sender_name == "Trần Thị Lan"
    for personal in ("84901234567", "1960", "Nguyễn Huệ"):
        assert personal not in update.body


def test_a_business_card_is_a_contact() -> None:
    incoming = understood(payloads.CARD)
    assert incoming.text == "", "the name on it answers no question"
    (card,) = incoming.attachments
    assert card == Attachment(kind=AttachmentKind.CONTACT)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("user_send_sticker", AttachmentKind.STICKER),
        ("user_send_gif", AttachmentKind.STICKER),
        ("user_send_audio", AttachmentKind.VOICE),
        ("user_send_video", AttachmentKind.VIDEO),
    ],
)
def test_what_else_people_send(event: str, kind: AttachmentKind) -> None:
    (attachment,) = understood(message(event, {"url": "https://zdn.vn/x"})).attachments
    assert attachment.kind is kind
    assert bool(attachment.remote) == kind.is_file


def test_a_shared_link_is_as_good_as_typed() -> None:
    assert understood(message("user_send_link", {"url": "https://phuong.vn"})).text == "https://phuong.vn"
    assert understood(message("user_send_link", {"url": "https://phuong.vn"}, text="xem")).text == "xem"


@pytest.mark.parametrize("choice", ["@report:3:1", "7.back", "7.giá trị", "123.q:2", "@home"])
def test_the_payload_of_a_button_is_a_press(choice: str) -> None:
    incoming = understood(message("user_send_text", text=f"#{choice}"))
    assert (incoming.choice, incoming.text) == (choice, "")


@pytest.mark.parametrize(
    "typed", ["#", "#1", "# 7.back", "#khóm 3", "##", "#@", "#7.", "#7.a\nb", "#7." + "x" * 70, "#@Report", "7.back"]
)
def test_what_only_begins_like_a_payload_is_words(typed: str) -> None:
    incoming = understood(message("user_send_text", text=typed))
    assert (incoming.choice, incoming.text) == (None, typed)


def test_words_come_in_unicode_form_c() -> None:
    assert understood(message("user_send_text", text="Khóm Mỹ")).text == "Khóm Mỹ"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (payloads.ECHO, Ignored.ECHO),
        (message("oa_send_text", text="Chào"), Ignored.ECHO),
        (payloads.SEEN, Ignored.UNKNOWN_EVENT),
        (message("user_reacted_message"), Ignored.UNKNOWN_EVENT),
        (message("user_send_group_text", text="x"), Ignored.UNKNOWN_EVENT),
        (message("something_new"), Ignored.UNKNOWN_EVENT),
        ('{"event_name":7}', Ignored.NOBODY),
        ('{"event_name":"user_send_text"}', Ignored.NOBODY),
        ('{"event_name":"user_send_text","sender":{"id":"1"},"message":{"text":"no id"}}', Ignored.NOBODY),
        ('{"event_name":"user_send_text","sender":"1","message":[]}', Ignored.NOBODY),
        (payloads.TEXT.replace(payloads.OA, "5"), Ignored.OTHER_ACCOUNT),
        (payloads.FOLLOW.replace(payloads.OA, "5"), Ignored.OTHER_ACCOUNT),
        (payloads.TEXT.replace("96d3cdf3af150460909", "96d3\\u0000"), Ignored.NOBODY),
    ],
)
def test_what_needs_no_answer(body: str, why: Ignored) -> None:
    assert stored(json.loads(body), payloads.OA, ARRIVED) is why


@pytest.mark.parametrize("time", ["", "soon", "1" * 40, "9" * 15, None, [], -1, True])
def test_without_a_time_the_arrival_counts(time: object) -> None:
    body = json.dumps(json.loads(payloads.TEXT) | {"timestamp": time})
    assert kept(body).sequence == ARRIVED
    assert understood(body).sent_at is None


@pytest.mark.parametrize("payload", [{}, {"url": 7.5}, {"url": None}, {"url": {"a": 1}}])
@pytest.mark.parametrize("event", ["user_send_image", "user_send_file", "user_send_audio", "user_send_link"])
def test_odd_payloads_are_understood_somehow(event: str, payload: dict[str, object]) -> None:
    understood(message(event, payload))


@pytest.mark.parametrize("attachments", [None, [], "x", [None], [{"payload": None}], {"payload": {}}])
def test_odd_attachments_are_something_unknown(attachments: object) -> None:
    (attachment,) = understood(message("user_send_image", attachments=attachments)).attachments
    assert attachment.kind is AttachmentKind.OTHER
