"""The beginning of a label is enough where it is one label's alone."""

from __future__ import annotations

import pytest

from bot.conversation.beginnings import begun

MENU = [
    ("@report:1:2", "Báo cáo quý IV năm 2020"),
    ("@report:2:2", "Báo cáo năm 2020"),
    ("@hardship", "Ghi hoàn cảnh khó khăn"),
    ("@mine", "Báo cáo của tôi"),
]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("báo cáo quý", "@report:1:2"),
        ("bao cao quy 4", "@report:1:2"),
        ("Báo cáo quý IV", "@report:1:2"),
        ("dạ làm báo cáo quý nha con", "@report:1:2"),
        ("nộp báo cáo năm", "@report:2:2"),
        ("ghi hoàn cảnh", "@hardship"),
        ("báo cáo", None),
        ("báo cáo quý 3", None),
        ("báo", None),
        ("quý", None),
        ("báo cáo quý nào vậy", None),
        ("", None),
    ],
)
def test_the_beginning_of_one_label_alone_is_meant(text: str, key: str | None) -> None:
    assert begun(text, MENU) == key
