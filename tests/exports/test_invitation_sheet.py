"""An invitation to be printed: whatever somebody is called, it stands inside the frame, and no smaller than it must."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from exports.fonts import bold, regular
from exports.invitation_sheet import WIDTH, Picture, Sheet, invitation_sheet

LONG = "Nguyễn Thị Minh Nguyệt Thanh Hương"
DIGITS_UNTIL = "Gõ mã này cho trợ lý, đến hết ngày 03/12/2026"


def lines(name: str) -> dict[str, tuple[float, float]]:
    """The size and the width of each line, in millimetres."""
    sheet = Sheet(
        ward="Phường Tân Quy Đông",
        name=name,
        role="Trưởng ban vận động",
        unit="Khóm Tân Bình Thượng",
        code="123456",
        code_until=date(2026, 12, 3),
        pictures=[
            Picture(channel="Zalo của phường", link="https://zalo.me/123"),
            Picture(channel="Telegram", link="https://t.me/khom_bot?start=abc"),
        ],
    )
    root = ElementTree.fromstring(invitation_sheet(sheet))
    found = {}
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        size, text = float(element.attrib["font-size"]), element.text or ""
        letters = (bold if "font-weight" in element.attrib else regular)(100)
        found[text] = size, letters.getlength(text) * size / 100
    return found


@pytest.mark.parametrize("name", ["Võ An", "Nguyễn Thị Phương Thảo", LONG])
def test_every_line_stands_inside_the_frame(name: str) -> None:
    found = lines(name)
    assert name in found
    assert all(width < WIDTH - 6 for _, width in found.values())
    assert all(found[text][1] < WIDTH / 2 for text in found if text.startswith("Quét để mở"))


def test_what_has_to_be_read_is_set_small_only_where_it_is_long() -> None:
    assert lines("Nguyễn Thị Phương Thảo")["Nguyễn Thị Phương Thảo"][0] == 6.5
    assert lines(LONG)[DIGITS_UNTIL][0] > 3.5
