"""What the officer reads when asking who has sent, and for the workbook."""

from __future__ import annotations

PROGRESS_LABEL = "Tình hình nộp"
PROGRESS_WORDS = ("tình hình nộp", "ai chưa nộp", "khóm nào chưa nộp", "ai nộp rồi", "tiến độ", "tình hình")
PROGRESS_TITLE = "Kỳ {period}: {sent}/{total} khóm đã gửi. Hạn của khóm: {due}."
PROGRESS_LINE = "• {unit}: {state}"
PROGRESS_SENT = "đã gửi {day} lúc {time}, lần {revision}"
PROGRESS_DRAFT = "đang làm dở"
PROGRESS_NOTHING = "chưa làm"
PROGRESS_HINT = "Chọn tên khóm để đọc báo cáo khóm đã gửi."

EXPORT_LABEL = "Xuất số liệu"
EXPORT_WORDS = ("xuất số liệu", "xuất", "xuất excel", "sổ số liệu")
WHICH_PERIOD = "Kỳ nào ạ?"
NO_PERIOD = "Chưa mở kỳ báo cáo nào. Xin mở kỳ trước ạ."
EXPORT_COMING = "Em đang lập sổ {period}, sẽ gửi ngay vào đây."
EXPORT_READY = "Sổ số liệu {period}."
EXPORT_READY_HINT = "Đã nhận {sent}/{total} khóm, tính đến {time} ngày {day}."
EXPORT_FAILED = "Em chưa lập được sổ số liệu. Xin thử lại, hoặc báo người cài đặt, kèm mã {code}."
"""Sent when making the workbook failed; the code stands in the log."""
EXPORT_FILE = "so-lieu-{code}.xlsx"
OPERATOR = "Người cài đặt"
"""Stands for who made a workbook at the console."""
