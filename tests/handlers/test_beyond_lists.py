"""A number is typed that the open list does not have: it is read back, and what was open comes once more."""

from __future__ import annotations

import pytest

from tests.handlers.room import Ward
from tests.handlers.test_plain_text import newest, says
from tests.stories.filling import QUARTER


@pytest.mark.parametrize(
    ("who", "steps"),
    [
        ("lan", ("menu",)),
        ("lan", ("báo cáo của tôi",)),
        ("lan", ("thêm kênh",)),
        ("lan", ("đổi xưng hô",)),
        ("hoa", ("menu",)),
        ("hoa", ("thông báo",)),
        ("hoa", ("thông báo", "1")),
        ("hoa", ("mở kỳ báo cáo",)),
        ("hoa", ("biểu mẫu",)),
        ("hoa", ("mời người",)),
        ("hoa", ("mời người", "2")),
        ("hoa", ("nhắc việc",)),
    ],
)
def test_a_number_that_a_list_does_not_have_is_read_back_with_what_it_has(
    ward: Ward, who: str, steps: tuple[str, ...]
) -> None:
    before = says(ward, who, *steps)
    last = len(ward.session_of(who).offered)
    after = says(ward, who, "37")
    allowed = f"từ 1 đến {last}" if last > 1 else "số 1"
    assert after.startswith(f"Em đọc là 37, nhưng danh sách vừa rồi chỉ có {allowed} ạ.")
    assert after.endswith(before.rpartition("Gõ một số để chọn:")[2])


def test_of_several_cases_a_number_that_is_none_is_read_back_too(ward: Ward) -> None:
    assert "Em đọc là 9, nhưng danh sách vừa rồi chỉ có từ 1 đến 3 ạ." in says(ward, "lan", "hoàn cảnh kỳ trước", "9")


def test_a_number_that_means_something_there_is_taken_for_that(ward: Ward) -> None:
    assert "Đã mở kỳ năm 2019" in says(ward, "hoa", "menu", "mở kỳ báo cáo", "2019")
    asked = says(ward, "hoa", "thông báo", "1", "1", "Mai phát quà.", "hẹn giờ gửi")
    assert "Gửi lúc nào ạ?" in asked
    assert "Em chưa hiểu giờ “37”." in says(ward, "hoa", "37")
    assert "Hẹn gửi lúc 15:00 ngày 15/12/2020" in says(ward, "hoa", "15h")
    # Where nothing but a yes is asked for, a slip does not become the announcement.
    assert "chỉ có số 1 ạ." in says(ward, "hoa", "quay lại bản nháp", "gửi ngay", "2")
    assert "Gửi ngay cho 5 người?" in newest(ward, "hoa")
    assert "Mai phát quà." in says(ward, "hoa", "quay lại bản nháp")


def test_in_what_a_khom_left_to_the_ward_a_number_that_is_none_is_read_back_too(ward: Ward) -> None:
    says(ward, "binh", "1")
    ward.does("binh", files=["photo"])
    says(ward, "binh", "412", "nhờ phường ghi giúp cả phiếu")
    listed = says(ward, "hoa", "khóm nhờ ghi giúp")
    assert "1. Khóm 2 · Báo cáo quý IV năm 2020: 13 câu nhờ ghi giúp, 1 tệp chưa xem" in listed
    assert says(ward, "hoa", "9").startswith("Em đọc là 9, nhưng danh sách vừa rồi chỉ có số 1 ạ.")
    sheet = says(ward, "hoa", "1")
    for number in ("1", "99", "123456"):
        refused = says(ward, "hoa", number)
        assert refused.startswith(f"Em đọc là {number}, nhưng chỉ ghi được những câu có số dưới đây ạ.")
        assert refused.endswith(sheet)
    ward.does("hoa", text="2")
    assert "Ghi giúp Khóm 2 · Tổng số nhân khẩu" in newest(ward, "hoa")


def test_below_a_report_that_was_sent_the_number_of_a_line_brings_that_line_once_more(ward: Ward) -> None:
    says(ward, "binh", "1", *QUARTER, "gửi về phường")
    report = says(ward, "hoa", "tình hình nộp", "1")
    for typed in ("2", "câu 2", "hai"):
        shown = says(ward, "hoa", typed)
        (line,) = (line for line in shown.splitlines() if line[0:1].isdecimal())
        assert line.startswith("2. ")
        assert line in report
        assert "xin báo Khóm 2 sửa rồi gửi lại." in shown
        assert shown.endswith("Hoặc gõ: Tình hình nộp, Về menu.")
    refused = says(ward, "hoa", "37")
    assert refused.startswith("Không có câu số 37. Xin gõ từ 1 đến 14.")
    assert refused.endswith("Hoặc gõ: Tình hình nộp, Về menu.")
    assert says(ward, "hoa", "gì vậy em").startswith("Em chưa hiểu tin vừa rồi.")
