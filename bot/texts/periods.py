"""How periods are named and opened, in words."""

from __future__ import annotations

# By (kind, number in the year). year: 2020.
PERIOD_NAMES = {
    ("quarter", 1): "quý I năm {year}",
    ("quarter", 2): "quý II năm {year}",
    ("quarter", 3): "quý III năm {year}",
    ("quarter", 4): "quý IV năm {year}",
    ("half", 1): "6 tháng đầu năm {year}",
    ("half", 2): "6 tháng cuối năm {year}",
    ("year", 1): "năm {year}",
}
REPORT_OF = "Báo cáo {period}"

LABEL = "Mở kỳ báo cáo"
WORDS = ("mở kỳ", "mở kỳ báo cáo")
QUESTION = "Mở kỳ báo cáo nào ạ?"
OPENED_LIST = "Đang mở: {periods}."
NONE_TO_OPEN = "Các kỳ quanh hôm nay đều đã mở."
OPEN_CHOICE = "Kỳ {period} (hạn của khóm: {khom_due})"
OPENED = "Đã mở kỳ {period}. Các khóm nộp đến hết ngày {khom_due}, phường nộp đến hết ngày {ward_due}."
BACK = "Thôi"
HINT = "Kỳ khác thì gõ mã kỳ. Ví dụ: 2020-Q4, 2020-H1, 2020."
