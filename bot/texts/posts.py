"""What the ward reads about who holds which post, while it ends one, and what that person is told."""

from __future__ import annotations

from bot.texts.addressing import Said

LABEL = "Người phụ trách"
WORDS = ("người phụ trách", "ai phụ trách", "danh sách người", "thôi chức", "thôi nhiệm vụ", "nghỉ chức")

LIST = "Ai đang phụ trách việc gì:"
LINE = "• {unit}: {people}"
NOBODY = "chưa có ai"
LIST_HINT = "Có người thôi nhiệm vụ thì chọn nơi của người đó. Mời người mới thì chọn Mời người."
# In a list of people. role: "Trưởng ban vận động".
HELD = "{name} ({role})"

WHO = "Ở {unit}, ai thôi nhiệm vụ ạ?"
WHO_NONE = "Ở {unit} không có ai để cho thôi ạ."
CHOICE = "{name}, {role}"
OTHER_UNIT = "Chọn nơi khác"

SURE = "Cho {name} thôi làm {role} {unit} ạ?"
# What that person can no longer do; in a khóm, and in the ward.
SURE_KHOM = "Từ lúc này {name} không làm, không xem được báo cáo của {unit}, không nhận tin nhắc của {unit} nữa."
SURE_WARD = "Từ lúc này {name} không xem được số liệu, không làm được việc của {unit}, không nhận tin của phường nữa."
SURE_KEPT = "Phần đã gửi và đang làm dở vẫn còn nguyên cho người sau. Lời mời chưa dùng của {name} bị hủy."
SURE_STILL = "{name} vẫn là {posts}."
POST = "{role} {unit}"
YES = "Đồng ý cho thôi"
BACK = "Quay lại"

DONE = "{name} đã thôi làm {role} {unit} từ lúc này."
DONE_NOBODY = "{unit} giờ chưa có ai làm báo cáo."
DONE_INVITE = "Mời người thay"

TOLD = Said(
    to="Từ hôm nay {who} thôi làm {role} {unit} trên trợ lý này. Những gì {who} đã ghi vẫn được giữ. Em cảm ơn {who}.",
    plain="Từ hôm nay mình thôi làm {role} {unit} trên trợ lý này. Những gì đã ghi vẫn được giữ. Em cảm ơn nhiều ạ.",
)
TOLD_HINT = "Nếu có nhầm lẫn, xin gọi {name}: {phone}."
TOLD_HINT_NO_PHONE = "Nếu có nhầm lẫn, xin báo {name}."
# To a member who holds no post any more, instead of the menu.
NO_POST = Said(
    to="Hiện {who} không phụ trách phần nào trên trợ lý này. Nếu chưa đúng, xin báo cán bộ phường mời lại.",
    plain="Hiện mình không phụ trách phần nào trên trợ lý này. Nếu chưa đúng, xin báo cán bộ phường mời lại.",
)
