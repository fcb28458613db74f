"""The menu entries for what a khóm fills in."""

from __future__ import annotations

LABEL = "Báo cáo định kỳ"
WORDS = ("báo cáo", "báo cáo định kỳ", "làm báo cáo")
WHICH = "Làm báo cáo nào ạ?"
NOTHING_DUE = "Hiện chưa có kỳ báo cáo nào mở. Khi phường mở kỳ, báo cáo sẽ hiện ở đây."

HARDSHIP_LABEL = "Ghi hoàn cảnh khó khăn"
HARDSHIP_WORDS = ("hoàn cảnh khó khăn", "khó khăn", "ghi hoàn cảnh")
GOOD_DEED_LABEL = "Ghi người tốt việc tốt"
GOOD_DEED_WORDS = ("người tốt việc tốt", "việc tốt", "gương tốt", "ntvt")
WHICH_UNIT = "Ghi cho khóm nào ạ?"
CONTINUE_OR_NEW = "Đang có hồ sơ làm dở. Làm tiếp hay ghi mới ạ?"
CONTINUE = "Làm tiếp {code}"
NEW = "Ghi mới"

RESUME_LABEL = "Làm tiếp phần dở"

MINE_LABEL = "Báo cáo của tôi"
MINE_WORDS = ("báo cáo của tôi", "đã gửi", "xem báo cáo")
MINE_EMPTY = "Chưa có báo cáo nào ạ."
MINE_TITLE = "Những gì khóm đã làm, mới nhất ở trên:"
MINE_LINE = "• {label}: {state}"
MINE_HINT = "Bấm vào một dòng để xem hoặc sửa."
CASE_LABEL = "{title} {code}"
REPORT_LABEL = "{title}, {period}"
