"""What recipients of an announcement read around its text, and what its author is told about its sending."""

from __future__ import annotations

NOTICE_LABEL = "Thông báo"
NOTICE_HEADING = "THÔNG BÁO · {ward}"
MEETING_LABEL = "Mời họp"
MEETING_HEADING = "MỜI HỌP · {ward}"
MEETING_HINT = "Xin chọn một câu trả lời để phường biết mà chuẩn bị ạ."
URGENT_LABEL = "Tin khẩn"
URGENT_HEADING = "⚠ TIN KHẨN · {ward}"
URGENT_HINT = "Đọc xong xin trả lời Đã đọc ạ."
DEADLINE_LABEL = "Nhắc hạn"
DEADLINE_HEADING = "NHẮC HẠN · {ward}"
GOOD_DEED_LABEL = "Gương người tốt, việc tốt"
GOOD_DEED_HEADING = "GƯƠNG NGƯỜI TỐT, VIỆC TỐT · {ward}"

READ = "Đã đọc"
COMING = "Dự được"
AWAY = "Xin vắng"
INSTEAD = "Cử người khác"
ASK = "Hỏi lại"

REMINDER = "NHẮC LẠI · {heading}"
"""The heading of what has come before and was not read."""
LINK = "Xem thêm: {link}"
BIG_FILE = "Tệp {name}: {link}"
BIG_FILE_LOCKED = "Tệp {name}: {link}\nMã mở tệp: {code}"
"""These stand for a file that is too large for the channel, behind a link of the recipient's own."""

FAILURES = {
    "no_channel": "chưa vào trợ lý bao giờ, hoặc đã bỏ hết các kênh",
    "blocked": "đã chặn trợ lý",
    "window_shut": "quá 7 ngày không nhắn cho Zalo OA, xin gọi điện",
    "refused": "kênh không nhận tin này",
    "quota": "kênh đã hết lượt tin dành cho thông báo trong tháng",
    "tried_often": "gửi nhiều lần không được",
}
"""Why somebody was not reached, as it stands behind the name."""

FINISHED = "Đã gửi xong: {title}. Nhận được {sent}/{total} người."
FINISHED_FAILED = "Chưa gửi được cho {failed} người:\n{lines}"
FAILED_LINE = "• {name}, {unit}: {why}"
FAILED_MORE = "và {more} người nữa"
MAYBE_TWICE = "Có thể {count} người nhận hai lần, vì máy dừng giữa chừng."
PAUSED = "Em đã tạm dừng: {title}. {why} Đã gửi {sent}/{total} người, chưa mất ai."
WHY_PAUSED = {
    "token_refused": "Kênh không nhận trợ lý nữa, xin báo người cài đặt.",
    "too_many_errors": "Gửi hỏng liền {count} lần, xin báo người cài đặt rồi cho gửi tiếp.",
}
# Below what became of it; opens its card.
SEE = "Xem thông báo"
LEFT_OUT = "…"
"""Stands for a field in a title: everybody has another name there."""
TITLE = "{label} “{beginning}”"
"""How an announcement is named in one line: its kind, and how its text begins."""
