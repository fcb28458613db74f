"""What a head types into the forms when nothing special happens."""

from __future__ import annotations

from tests.support.talk import Member

REPORT = "Báo cáo quý IV năm 2020"
"""The line of the menu."""

GOOD_DEED = "Ghi người tốt việc tốt"
"""Another."""

OLD = "Nút vừa bấm là của câu trước, em không đổi gì cả."
"""What is said to whoever presses a button of another question."""

AFTER_THE_HOUSEHOLDS = ("3", "2 triệu", "1tr2", "850 ngàn", "1", "5", "4", "không có")
"""Meetings, money, praise, and difficulties."""

QUARTER = ("412", "1.650", "410", "389", "12", "120", *AFTER_THE_HOUSEHOLDS)
"""All fourteen questions of quarter IV."""


async def fills_in_the_report(head: Member, *answers: str) -> None:
    """From the menu to the review."""
    await head.presses(REPORT)
    await head.says(*(answers or QUARTER))
    await head.sees("Xem lại trước khi gửi")


async def sends_the_report(head: Member, *answers: str) -> None:
    """From the menu to the thanks."""
    await fills_in_the_report(head, *answers)
    await head.presses("Gửi về phường")
    await head.sees("Đã gửi xong lúc")


async def tells_of_a_good_deed(head: Member, worth: str = "bỏ qua") -> None:
    """From the menu to the question for photos."""
    await head.presses(GOOD_DEED, "Cá nhân")
    await head.says("Trần Văn Út", "Ông Út hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại", "18/11")
    await head.presses("Hiến đất, ngày công")
    await head.says(worth)
    await head.presses("Đồng ý")
    await head.sees("Xin gửi ảnh việc tốt")


async def opens_the_next_quarter(officer: Member) -> None:
    """From the menu to quarter I of 2021."""
    await officer.presses("Mở kỳ báo cáo")
    await officer.says("2021-Q1")
    await officer.sees("Đã mở kỳ quý I năm 2021.")


async def taps_line(head: Member, number: int) -> None:
    """In the review, tap the number of a line; a phone with Telegram knows the button by the line itself."""
    seen = await head.reads()
    line = next(line for line in seen.text.splitlines() if line.startswith(f"{number}. "))
    await head.presses(str(number) if str(number) in seen.buttons else line.partition(". ")[2], on=seen)
