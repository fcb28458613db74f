"""What people send beside text, as the Bot API tells of it, and what the conversation gets of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.messages import Attachment, AttachmentKind, Incoming, Point, RawUpdate
from channels.telegram.inbound import parse

CHAT = {"id": 7, "type": "private", "first_name": "Lan"}
SENDER = {"id": 7, "is_bot": False, "first_name": "Lan"}
FILE = {"file_id": "f1", "file_unique_id": "u1", "file_size": 1200}


def told(kind: str = "message", **content: Any) -> Incoming | None:
    message = {"message_id": 5, "date": 1_606_363_200, "chat": CHAT, "from": SENDER} | content
    body = json.dumps({"update_id": 1, kind: message})
    return parse(RawUpdate(channel="telegram", bot="1", update_id="1", lane="7", sequence=1, body=body))


def attached(**content: Any) -> Attachment:
    incoming = told(**content)
    assert incoming is not None
    (attachment,) = incoming.attachments
    return attachment


def test_a_name_is_no_path_and_no_line_of_its_own() -> None:
    assert attached(document=FILE | {"file_name": "../x\r\nDanh sách.xlsx"}).name == "xDanh sách.xlsx"


def test_a_shared_place_comes_with_its_coordinates() -> None:
    place = attached(location={"latitude": 10.29, "longitude": 105.75, "horizontal_accuracy": 12.5})
    assert place == Attachment(
        kind=AttachmentKind.LOCATION, point=Point(latitude=10.29, longitude=105.75, accuracy=12.5)
    )


def test_a_place_without_an_accuracy_says_nothing_of_it() -> None:
    assert attached(location={"latitude": 10.29, "longitude": 105.75}).point == Point(latitude=10.29, longitude=105.75)


def test_a_live_place_that_moves_is_no_new_message() -> None:
    moved = {"latitude": 10.3, "longitude": 105.8, "live_period": 900}
    assert told("edited_message", edit_date=1_606_363_210, location=moved) is None


@pytest.mark.parametrize(
    ("content", "kind", "mime"),
    [
        ({"voice": FILE | {"duration": 3, "mime_type": "audio/ogg"}}, AttachmentKind.VOICE, "audio/ogg"),
        ({"audio": FILE | {"duration": 3, "mime_type": "audio/mpeg"}}, AttachmentKind.VOICE, "audio/mpeg"),
        (
            {"video": FILE | {"duration": 3, "width": 9, "height": 9, "mime_type": "video/mp4"}},
            AttachmentKind.VIDEO,
            "video/mp4",
        ),
        ({"video_note": FILE | {"duration": 3, "length": 240}}, AttachmentKind.VIDEO, "video/mp4"),
    ],
)
def test_sound_and_film_are_files_to_keep(content: dict[str, Any], kind: AttachmentKind, mime: str) -> None:
    file = attached(**content)
    assert (file.kind, file.mime, file.remote, file.size) == (kind, mime, "f1", 1200)
    assert file.kind.is_file
