"""What the bot says around the forms: greeting, menu, help, trouble. Whole sentences, never concatenated."""

from __future__ import annotations

from bot.texts.addressing import Said

# The menu, shown after /start, after sending and whenever nothing else is open. whom: "cô Trần Thị Lan".
GREETING = "Dạ, chào {whom}."
MENU_QUESTION = "Cần em giúp việc gì ạ?"
NOT_UNDERSTOOD = "Em chưa hiểu tin vừa rồi."
ONLY_IN_A_FORM = "Lời đó dùng khi đang trả lời câu hỏi. Muốn làm tiếp phần dở, gõ: tiếp tục."
ALL_SENT = "Các báo cáo đến hạn đều đã gửi đủ ạ."

# One line per report that is due. label: "Báo cáo quý IV năm 2020"; due: "18/12/2020".
DUE_LINE = "• {label}: hạn {due} ({state})."
STATE_NOT_BEGUN = "chưa làm"
STATE_DRAFT = "đang làm dở"
STATE_SENT = "đã gửi"
STATE_SENT_AT = "đã gửi {time} ngày {day}"
STATE_CORRECTING = "đã gửi, đang sửa lại"
STATE_CLOSED = "kỳ đã đóng, chưa gửi"
STATE_RETURNED = "được trả lại để sửa"
STATE_APPROVED = "đã duyệt"
STATE_LOCKED = "đã khóa"
STATE_WITHDRAWN = "đã bỏ"
STATE_LATE = "đã quá hạn, vẫn gửi được"
STATE_DRAFT_LATE = "đang làm dở, đã quá hạn"

# An answer of a sent report was changed, and the report was not sent again.
NOT_SENT_AGAIN = "⚠ Báo cáo đang sửa chưa gửi lại, phường vẫn thấy số cũ. Mở báo cáo đó, chọn Gửi về phường."

# A button of an earlier question was pressed.
STALE = "Nút vừa bấm là của câu trước, em không đổi gì cả."
# An old message was edited instead of writing a new one.
EDITED = "Em chưa đọc được tin sửa lại. Xin gõ lại thành tin mới, hoặc gõ: quay lại."
# An update failed again and again; code stands in the operator's log.
PARKED = "Em gặp trục trặc với tin vừa rồi nên chưa ghi được. Xin gửi lại giúp em, hoặc báo phường mã {code}."

# Somebody without an invitation writes.
STRANGER = (
    "Chào {name}. Em là trợ lý nhận báo cáo của các khóm.\n"
    "Em chưa biết {name} ở khóm nào nên chưa trò chuyện tiếp được. "
    "Xin nhắn cán bộ văn hóa của phường gửi cho một đường dẫn mời hoặc mã 6 số. "
    "Bấm đường dẫn, hoặc gõ mã vào đây là xong ạ."
)
STRANGER_NAMELESS = (
    "Xin chào. Em là trợ lý nhận báo cáo của các khóm.\n"
    "Em chưa được biết mình đang trò chuyện với ai. "
    "Xin nhắn cán bộ văn hóa của phường gửi cho một đường dẫn mời hoặc mã 6 số. "
    "Bấm đường dẫn, hoặc gõ mã vào đây là xong ạ."
)

# Stands for the name of somebody whose channel tells none.
NAMELESS = "bà con"
# An invitation was accepted. whom: as above; unit: "Khóm 1"; role: "Trưởng ban vận động".
JOINED = "Dạ, chào {whom}, {role} {unit}. Em là trợ lý báo cáo của phường."
JOINED_PRIVACY = (
    "Em chỉ ghi những gì được trả lời ở đây, để phường tổng hợp báo cáo. "
    "Xin đừng gửi số căn cước, số tài khoản hay giấy tờ cá nhân."
)

HELP_LABEL = "Giúp"
HELP_WORDS = ("giúp", "giúp đỡ", "trợ giúp", "hướng dẫn", "help")
HELP = (
    "Em hỏi từng câu một, trả lời câu nào em ghi ngay câu đó.\n"
    "• Muốn làm lại câu trước, gõ: quay lại\n"
    "• Chưa có số, gõ: chưa rõ\n"
    "• Khó đọc chữ nhỏ: gửi ảnh hoặc ghi âm, phường ghi giúp\n"
    "• Muốn nghỉ, gõ: để sau. Lúc khác gõ: tiếp tục\n"
    "• Xem hết các câu đã ghi, gõ: xem lại\n"
    "• Muốn nhận tin trên Zalo hay máy khác, gõ: thêm kênh\n"
    "• Về đầu, gõ: menu"
)
# The same for whoever fills in nothing: by what the person may do, then for all.
HELP_WARD = "Chọn một việc trong menu, hoặc gõ tên việc đó."
HELP_WARD_WAYS = {
    "read_figures": "• Xem khóm nào chưa nộp, gõ: ai chưa nộp",
    "remind": "• Nhắc các khóm, đổi giờ nhắc, gõ: nhắc việc",
    "announce": "• Soạn thông báo, mời họp, gõ: thông báo",
    "end_posts": "• Xem ai giữ việc gì, cho ai thôi, gõ: người phụ trách",
}
HELP_WARD_END = "• Muốn nhận tin trên Zalo hay máy khác, gõ: thêm kênh\n• Về đầu, gõ: menu"
# Below what the open question wants, which names the ways past it.
HELP_IN_FORM = "• Muốn làm lại câu trước, gõ: quay lại\n• Xem hết các câu đã ghi, gõ: xem lại\n• Về đầu, gõ: menu"

# Whoever says thank you at the menu.
THANKS_WORDS = (
    *("cảm ơn", "cám ơn", "cảm ơn nhiều", "cám ơn nhiều", "cảm ơn em nhiều", "cám ơn em nhiều"),
    *("cảm ơn con nhiều", "cám ơn con nhiều", "cảm ơn cháu nhiều", "cám ơn cháu nhiều", "cảm ơn bạn", "cám ơn bạn"),
)
WELCOME = Said(to="Dạ, em cảm ơn {who} ạ.", plain="Dạ, em cảm ơn ạ.")
# The button below most of what is said.
HOME = "Về menu"
# Typed where nothing is asked; the others also in the middle of a form, where "chào" could be part of an answer.
HOME_WORDS = ("bắt đầu", "xin chào", "chào")
HOME_WORDS_ANYWHERE = ("menu", "/menu", "về menu", "về đầu", "trang chính")
CONTINUE_WORDS = ("tiếp tục", "làm tiếp")

ROLE_NAMES = {
    "head": "Trưởng ban vận động",
    "deputy": "Phó ban vận động",
    "sector_reporter": "Cán bộ ngành",
    "ward_officer": "Cán bộ văn hóa",
    "approver": "Người duyệt",
    "viewer": "Người xem",
    "admin": "Quản trị",
}
