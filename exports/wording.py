"""The words that several sheets share."""

from __future__ import annotations

NOTHING = "không phát sinh"
UNKNOWN = "chưa có số liệu"
NOT_SENT = "chưa nộp"
YES = "có"
NO = "không"
NO_RATE = "–"

KHOM = "Khóm"
NUMBER = "STT"
FILES = "{count} tệp"

MOVEMENT = "Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” · {period} ({first} đến {last})"
MADE = "Người xuất: {by} · Lúc {time} ngày {day} · Phiên bản số liệu: {version}"
PAGE = "Trang {page}/{pages}"
COMPLETE = "đủ ({have}/{of} khóm)"
CODE_PHOTO = "ảnh chụp mã"
