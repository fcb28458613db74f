"""What a head types into the forms when nothing special happens."""

from __future__ import annotations

from tests.support.talk import Member

REPORT = "Báo cáo quý IV năm 2020"
"""The line of the menu."""

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


async def opens_the_next_quarter(officer: Member) -> None:
    """From the menu to quarter I of 2021."""
    await officer.presses("Mở kỳ báo cáo")
    await officer.says("2021-Q1")
    await officer.sees("Đã mở kỳ quý I năm 2021.")
