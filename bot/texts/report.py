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
COPY_HINT = (
    "Tin ngay trên để chuyển vào nhóm Zalo: giữ ngón tay vào tin đó, rồi chọn Chuyển tiếp, Chia sẻ hoặc Sao chép."
)
COPY_FORMS = {
    "copy_picture": "Ảnh báo cáo",
    "copy_print": "Tệp để in",
}
COPY_COMING = {
    "copy_picture": "Em đang vẽ ảnh, xong gửi ngay vào đây.",
    "copy_print": "Em đang làm tệp để in, xong gửi ngay vào đây.",
}
COPY_READY = {
    "copy_picture": "Ảnh báo cáo {period} của {unit}.",
    "copy_print": "Báo cáo {period} của {unit}, khổ A4 để in.",
}
COPY_READY_HINT = {
    "copy_picture": "Giữ ngón tay vào ảnh, rồi chọn Chia sẻ để chuyển vào nhóm Zalo.",
    "copy_print": "Mở tệp rồi bấm In, hoặc chuyển tệp cho nơi in giúp.",
}
COPY_FAILED = "Em chưa làm được bản sao. Xin thử lại, hoặc báo phường mã {code}."
COPY_FILE = "{code}.pdf"
COPY_PICTURE_FILE = "{code}-{page}.png"
COPY_NUMBERED = "{number}. {label}"
COPY_PAGE = "{unit}, {period}\n{code} · trang {page}/{pages}"
COPY_REFUSED = {
    "not_sent": "Báo cáo này chưa gửi nên chưa có bản sao. Gửi về phường xong, em làm ngay.",
    "in_correction": "Báo cáo này đang sửa dở. Gửi lại về phường trước, rồi em làm bản sao với số mới.",
    "private": "Hồ sơ này có thông tin riêng nên em không làm bản sao. Khi cần nói với phường, xin dùng mã {code}.",
}
