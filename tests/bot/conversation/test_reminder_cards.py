"""A reminder says how far its report has come: not begun, partly answered, only to be sent, given back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.reminder_cards import Line, reminder
from bot.domain.reminders import Standing
from bot.messages import Reply

DUE = date(2020, 12, 18)
WEEK_BEFORE, EVE, DUE_DAY, AFTER = date(2020, 12, 11), date(2020, 12, 17), DUE, date(2020, 12, 21)
BEFORE = {
    WEEK_BEFORE: "Dạ, còn 7 ngày nữa là đến hạn gửi báo cáo quý IV năm 2020 (thứ Sáu, 18/12/2020).",
    EVE: "Dạ, ngày mai (thứ Sáu, 18/12/2020) là hạn gửi báo cáo quý IV năm 2020.",
    DUE_DAY: "Dạ, hôm nay (thứ Sáu, 18/12/2020) là hạn gửi báo cáo quý IV năm 2020. Gửi trong hôm nay là vừa kịp ạ.",
    AFTER: "Dạ, hạn gửi báo cáo quý IV năm 2020 là thứ Sáu, 18/12/2020. Bây giờ gửi phường vẫn nhận ạ.",
}
NOT_BEGUN, LOOKED_AT, BEGUN, ANSWERED, RETURNED, WITH_REASON = (
    Line(choice="@report:1", report="báo cáo quý IV năm 2020", due_on=DUE, standing=standing, **more)
    for standing, more in (
        (Standing.NOT_BEGUN, {}),
        (Standing.BEGUN, {"done": 0, "total": 9}),
        (Standing.BEGUN, {"done": 5, "total": 9}),
        (Standing.BEGUN, {"done": 9, "total": 9}),
        (Standing.RETURNED, {"done": 9, "total": 9}),
        (Standing.RETURNED, {"reason": "câu 4 lớn hơn câu 1."}),
    )
)
WORDED = (
    (NOT_BEGUN, "Cô làm lúc nào tiện cũng được; làm dở em giữ giúp, lúc khác làm tiếp.", "Báo cáo ngay"),
    (LOOKED_AT, "Cô làm lúc nào tiện cũng được; làm dở em giữ giúp, lúc khác làm tiếp.", "Báo cáo ngay"),
    (BEGUN, "Báo cáo đã làm được 5/9 câu, em giữ đủ cả. Còn 4 câu nữa là xong ạ.", "Tiếp tục (5/9)"),
    (ANSWERED, "Báo cáo đã trả lời đủ 9 câu. Chỉ còn đọc lại rồi chọn Gửi về phường ạ.", "Xem lại rồi gửi"),
    (RETURNED, "Phường đã nhận báo cáo, nhờ cô xem lại giúp vài chỗ rồi gửi lại ạ.", "Xem lại giúp phường"),
    (WITH_REASON, "Phường nhờ cô xem lại giúp: câu 4 lớn hơn câu 1.", "Xem lại giúp phường"),
)


def labels(reply: Reply) -> list[str]:
    return [choice.label for row in reply.rows for choice in row]


@pytest.mark.parametrize(("line", "second", "button"), WORDED)
def test_the_second_line_and_the_button_say_how_far_it_has_come(line: Line, second: str, button: str) -> None:
    said = reminder([line], WEEK_BEFORE, who="cô", asked=False, again=None)
    assert said.text.split("\n") == [BEFORE[WEEK_BEFORE], second]
    assert labels(said) == [button]


@pytest.mark.parametrize("today", BEFORE)
@pytest.mark.parametrize(("line", "second", "button"), WORDED)
def test_it_is_so_on_each_day_before_and_after(line: Line, second: str, button: str, today: date) -> None:
    said = reminder([line], today, who="cô", asked=False, again=None)
    is_near = today != WEEK_BEFORE and button == "Báo cáo ngay"
    wanted = "Chọn dòng dưới đây, em hỏi từng câu một ạ." if is_near else second
    assert said.text.split("\n") == [BEFORE[today], wanted]


def test_among_several_each_line_says_it_in_a_few_words() -> None:
    lines = [NOT_BEGUN, BEGUN, ANSWERED, RETURNED]
    said = reminder(lines, EVE, who="cô", asked=True, again=DUE)
    first, second, *states = said.text.split("\n")
    assert first == "Cán bộ phường nhờ em nhắn cô."
    assert second == "Dạ, có 4 báo cáo đang chờ cô:"
    assert [line.rpartition("(")[2] for line in states] == [
        "chưa bắt đầu).",
        "đã làm 5/9 câu).",
        "đã đủ câu, còn đọc lại rồi gửi).",
        "phường nhờ xem lại).",
    ]
    assert labels(said)[1] == "Tiếp tục (5/9) báo cáo quý IV năm 2020"
    assert labels(said)[-1] == "Để mai nhắc lại"


def test_who_has_no_form_of_address_reads_the_same_without_it() -> None:
    said = reminder([RETURNED], EVE, who="", asked=False, again=None)
    assert said.text.endswith("Phường đã nhận báo cáo, nhờ xem lại giúp vài chỗ rồi gửi lại ạ.")
