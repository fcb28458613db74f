"""A name such as kp_xa_hoi_hoa survives every spreadsheet program."""

from __future__ import annotations

import pytest

from forms.files.escapes import escaped, unescaped


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("kp_xa_hoi_hoa", "kp_x005F_xa_hoi_hoa"),
        ("so_xe_may", "so_x005F_xe_may"),
        ("a_x0041_b", "a_x005F_x0041_b"),
        ("_xa_xe_", "_x005F_xa_x005F_xe_"),
        ("ho_xoa", "ho_xoa"),
        ("tong_so_ho", "tong_so_ho"),
        ("", ""),
    ],
)
def test_what_looks_like_an_escape_is_escaped_and_read_back(text: str, stored: str) -> None:
    assert escaped(text) == stored
    assert unescaped(stored) == text


def test_what_excel_escapes_is_read() -> None:
    assert unescaped("một_x000D_\nhai") == "một\r\nhai"
    assert unescaped("kp_xa_hoi_hoa") == "kp_xa_hoi_hoa"
