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

MINE_LABEL = "Báo cáo của tôi"
MINE_WORDS = ("báo cáo của tôi", "đã gửi", "xem báo cáo")
MINE_EMPTY = "Chưa có báo cáo nào ạ."
MINE_TITLE = "Các báo cáo và hồ sơ của khóm, mới nhất ở trên:"
MINE_LINE = "• {label}: {state}"
MINE_HINT = "Chọn một dòng để xem hoặc sửa."
CASE_LABEL = "{title} {code}"

# What was sent, as a text for others. The block itself carries no word to the person, so that it can be passed on.
COPY_LABEL = "Bản gửi nhóm Zalo"
COPY_WORDS = ("bản sao", "bản chuyển tiếp", "gửi zalo", "chuyển tiếp")
COPY = "{title}\n{unit}, {period}\nMã: {code} · lần gửi {revision}\nGửi lúc {time} ngày {day} · {name}"
COPY_HINT = "Tin ngay trên để chuyển vào nhóm Zalo: giữ ngón tay vào tin đó, rồi chọn Chia sẻ hoặc Sao chép."
COPY_HOME = "Về đầu"
COPY_NOT_SENT = "Báo cáo này chưa gửi nên chưa có bản sao. Gửi về phường xong, em làm ngay."
COPY_IN_CORRECTION = "Báo cáo này đang sửa dở. Gửi lại về phường trước, rồi em làm bản sao với số mới."
COPY_PRIVATE = "Hồ sơ này có thông tin riêng nên em không làm bản sao. Khi cần nói với phường, xin dùng mã {code}."
