"""What somebody who got an announcement reads after pressing one of its buttons."""

from __future__ import annotations

from bot.texts.addressing import Said

READ = Said("Em ghi là {who} đã đọc.", "Em ghi là đã đọc.")
READ_BEFORE = Said("{Who} đã báo đọc rồi, em vẫn ghi đó.", "Em đã ghi là đã đọc rồi.")
COMING = Said("Em báo phường là {who} dự được.", "Em báo phường là dự được.")
AWAY = Said("Em báo phường là {who} xin vắng.", "Em báo phường là xin vắng.")
INSTEAD = Said("Em báo phường là {who} cử {note} đi thay.", "Em báo phường là cử {note} đi thay.")
CHANGE_HINT = "Nếu đổi ý, xin chọn lại."
PREVIEW = "Đây là bản xem thử, em chưa ghi gì ạ."

WHO_INSTEAD = Said("{Who} cử ai đi thay ạ?", "Xin cho biết cử ai đi thay ạ?")
WHO_INSTEAD_HINT = "Ví dụ: bà Trần Thị Lan, phó ban. Nếu chưa rõ, xin gõ: chưa rõ."
NOT_KNOWN = ("chưa rõ", "chưa biết", "không rõ")
SOMEBODY = "người khác"
WHAT_TO_ASK = Said("{Who} muốn hỏi phường điều gì ạ?", "Xin cho biết muốn hỏi phường điều gì ạ?")
WHAT_TO_ASK_HINT = "Xin gõ câu hỏi, em chuyển ngay cho cán bộ phường."
ONLY_WORDS = "Xin gõ bằng chữ giúp em ạ."
NEVER_MIND = "Thôi ạ"
NOTHING_SAID = "Dạ vâng ạ."
ASKED = "Em đã chuyển câu hỏi cho {name}. Có trả lời là em báo ngay ạ."
ASKED_WARD = "Em đã chuyển câu hỏi cho phường. Có trả lời là em báo ngay ạ."

# What may be typed instead of choosing, by action; compared without marks where it is typed without.
ACTION_WORDS = {
    "read": ("đã đọc", "đọc rồi", "đã xem", "xem rồi", "đã nhận", "nhận rồi", "đã nắm", "đã rõ"),
    "coming": ("dự được", "dự", "có dự", "sẽ dự", "tham dự", "đi được", "có mặt", "tham gia"),
    "away": (
        *("xin vắng", "vắng", "vắng mặt", "không dự", "không dự được", "không đi được"),
        *("bận", "bận rồi", "xin nghỉ"),
    ),
    "instead": ("cử người khác", "cử người", "cử người thay", "cử người đi thay", "người khác đi thay"),
    "ask": ("hỏi lại", "hỏi phường", "hỏi lại phường"),
}
# Typed without marks they are other words as well: "vâng", "bạn".
MARKED_WORDS = ("vắng", "bận")
# May be meant for what has come, where nothing else is open, but not say what.
UNCLEAR_WORDS = ("vâng", "dạ", "dạ vâng", "ok", "oke", "rõ", "dạ rõ", "có", "không", "được", "vang", "ban")
# {title}: Mời họp “Mời cô họp giao ban…”
WHICH = Said("Ý {who} là tin nào ạ?", "Xin cho biết là tin nào ạ?")
WHAT_OF = Said("{Who} trả lời giúp em tin này ạ: {title}", "Xin trả lời giúp em tin này ạ: {title}")
ALL = "Cả {count} tin"

QUESTION_HEADING = "HỎI LẠI · {unit}"
QUESTION = "{name} hỏi về {title}:\n“{text}”"
ANSWER_THEM = "Trả lời"
REPLY_HEADING = "TRẢ LỜI · {ward}"
REPLY = "{name} trả lời câu hỏi về {title}:\n“{text}”"
