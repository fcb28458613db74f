"""What somebody who got an announcement reads after pressing one of its buttons."""

from __future__ import annotations

from bot.texts.addressing import Said

READ = Said("Em ghi là {who} đã đọc.", "Em ghi là đã đọc.")
READ_BEFORE = Said("{Who} đã báo đọc rồi, em vẫn ghi đó.", "Em đã ghi là đã đọc rồi.")
COMING = Said("Em báo phường là {who} dự được.", "Em báo phường là dự được.")
AWAY = Said("Em báo phường là {who} xin vắng.", "Em báo phường là xin vắng.")
INSTEAD = Said("Em báo phường là {who} cử {note} đi thay.", "Em báo phường là cử {note} đi thay.")
CHANGE_HINT = "Nếu đổi ý, xin bấm lại."
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

QUESTION_HEADING = "HỎI LẠI · {unit}"
QUESTION = "{name} hỏi về {title}:\n“{text}”"
ANSWER_THEM = "Trả lời"
REPLY_HEADING = "TRẢ LỜI · {ward}"
REPLY = "{name} trả lời câu hỏi về {title}:\n“{text}”"
