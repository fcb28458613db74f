"""Cases of earlier periods: how are they now? And what the officer reads about them."""

from __future__ import annotations

from bot.domain.carrying import Closing, Count, Reason, Standing
from bot.texts.addressing import Said

# In the menu, while any case waits for an answer.
MENU_LINE = "• Hoàn cảnh khó khăn đã báo: {count} hộ chưa xác nhận."
MENU_CHOICE = "Hoàn cảnh kỳ trước"
WORDS = ("hoàn cảnh kỳ trước", "hoàn cảnh đã báo", "xác nhận hoàn cảnh")
# Before the first question of a report that has just been begun.
FIRST = "Trước hết, xin cho em hỏi nhanh về {count} hộ khóm đã báo."

# One case. named: "N. T. Ba"; since: a day.
HEADING = "Hoàn cảnh đã báo kỳ trước · {place}/{count}"
CARD = "Hộ {named} nay thế nào ạ?"
WHICH = "Mã {code}, ghi ngày {since}."
NAMED = "Hộ {named}, mã {code}"
PRESENT = "Đang ghi: {state}."
NOT_UNDERSTOOD = "Em chưa hiểu tin vừa rồi."
NO_CASE_BEFORE = "Đây là hộ đầu tiên rồi ạ."

KEEP = "Vẫn như vậy"
KEEP_WORDS = (
    "vẫn như vậy",
    "vẫn vậy",
    "vẫn thế",
    "như cũ",
    "như kỳ trước",
    "không đổi",
    "không thay đổi",
    "giữ nguyên",
)
CHANGE = "Có thay đổi"
CHANGE_WORDS = ("thay đổi", "có đổi", "sửa")
CLOSE = "Không còn khó khăn"
CLOSE_WORDS = ("không còn", "hết khó khăn", "đã hết", "hết rồi")
KEEP_ALL = "Tất cả vẫn như vậy"
KEEP_ALL_WORDS = ("tất cả như cũ", "tất cả vẫn vậy", "như cũ hết", "giữ nguyên tất cả")
DETAILS = "Xem hồ sơ này"
DETAILS_WORDS = ("xem hồ sơ", "hộ nào", "ai")

ASK_REASON = "Xin cho em biết lý do ạ."
REASONS = {
    Reason.HELPED: "Đã ổn, hết khó khăn",
    Reason.NOT_POOR: "Đã thoát nghèo",
    Reason.MOVED: "Đã chuyển đi nơi khác",
    Reason.DIED: "Đã qua đời",
    Reason.CONSENT_WITHDRAWN: "Hộ không muốn ghi nữa",
    Reason.OTHER: "Lý do khác",
}
REASON_HINT = "Chọn một dòng, hoặc gõ lý do."
ASK_WORDS = "Xin cho em vài chữ về lý do ạ."
WORDS_HINT = "Ví dụ: con đã có việc làm ổn định. Xin đừng ghi số giấy tờ, tên bệnh."

KEPT = "Em ghi: hộ {named} ({code}) vẫn như vậy."
CLOSED = "Em khép hồ sơ {code}, hộ {named}. {reason}."
REASON_WITH_WORDS = "{reason}: {words}"
KEPT_ALL = "Em ghi {count} hộ vẫn như vậy:\n{lines}"
LEFT = "Còn {count} hộ cần xem riêng:\n{lines}"
LEFT_LINE = "• Hộ {named}, {code}"
ASKS_MORE = "Phiếu có câu mới so với kỳ trước. Xin trả lời thêm câu đó, rồi chọn Gửi về phường."
CHANGING = "Đây là những gì kỳ trước đã ghi. Câu nào khác, chọn số của câu đó; xong thì chọn Gửi về phường."
CONSENT_WITHDRAWN = "Hộ không đồng ý nữa nên em khép hồ sơ {code}, không hỏi lại."
FINISHED = Said(
    to="Các hoàn cảnh đã báo đều có trả lời, cảm ơn {who} ạ.", plain="Các hoàn cảnh đã báo đều có trả lời, cảm ơn ạ."
)
NONE = "Khóm không có hoàn cảnh kỳ trước nào cần xác nhận ạ."
LATER = "Còn {count} hộ chưa xác nhận. Lúc nào tiện, gõ: hoàn cảnh kỳ trước."

LIST = "Hoàn cảnh đã báo – {unit}, {period}:"
LIST_LINE = "{number}. Hộ {named}, {code}: {state}"
LIST_HINT = "Chọn số của hộ muốn trả lời hoặc sửa lại."
NO_SUCH_LINE = "Không có hộ số {number}. Xin gõ từ 1 đến {last}."
GO_ON = "Làm tiếp báo cáo"
HOW = "Hộ này khóm đã báo kỳ trước. Em chỉ hỏi nay còn như vậy không; chưa trả lời thì em ghi là chưa xác nhận."
HOW_REASON = "Chọn lý do gần đúng nhất, hoặc gõ vài chữ. Gõ: quay lại, nếu hộ vẫn còn khó khăn."

STATE_SAME = "vẫn như vậy"
STATE_CHANGED = "có thay đổi"
STATE_CHANGING = "đang sửa, chưa gửi"
STATES = {
    Standing.NEW: "mới ghi",
    Standing.CONFIRMED: STATE_SAME,
    Standing.UNCONFIRMED: "chưa xác nhận",
    Standing.CLOSED: "đã khép",
}
STATE_WITH_REASON = "{state} ({reason})"

# What the officer reads; open: how many count.
WARD_LABEL = "Hoàn cảnh trong phường"
WARD_WORDS = ("hoàn cảnh trong phường", "hoàn cảnh phường")
WARD_TITLE = "Hoàn cảnh khó khăn {period}: {count}."
WARD_COMPLETE = "{open} hộ"
WARD_INCOMPLETE = "{open} hộ, chưa đủ (còn {unconfirmed} hộ chưa xác nhận)"
WARD_LINE = "• {unit}: {count}"
WARD_CLOSED = "Khép trong kỳ, không còn khó khăn: {closed} hộ."
WARD_CLOSED_LINE = "• {code}, {unit}: {reason} ({name}, {day})"
WARD_UNCONFIRMED = "Chưa xác nhận: {codes}."
WARD_NONE = "Chưa có hoàn cảnh nào được ghi."


def reason(closing: Closing) -> str:
    """Why a case is over, with the words of who said so."""
    label = REASONS[closing.reason]
    return REASON_WITH_WORDS.format(reason=label, words=closing.words) if closing.words else label


def standing(of: Standing, *, is_changed: bool) -> str:
    """How a case stands, in a few words."""
    return STATE_CHANGED if of is Standing.CONFIRMED and is_changed else STATES[of]


def counted(count: Count) -> str:
    """How many there are; while any is not confirmed, the number says that it is incomplete."""
    wording = WARD_COMPLETE if count.is_complete else WARD_INCOMPLETE
    return wording.format(open=count.open, unconfirmed=count.unconfirmed)
