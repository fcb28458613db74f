"""What the ward reads while it writes an announcement, sends it, and looks who has read it."""

from __future__ import annotations

LABEL = "Thông báo"
WORDS = ("thông báo", "gửi thông báo", "mời họp")

LIST = "Các thông báo của phường, mới nhất trước:"
LIST_EMPTY = "Phường chưa gửi thông báo nào."
LIST_LINE = "• {named}: “{beginning}”, {state}"
LIST_HINT = "Chọn một thông báo để xem ai đã đọc, hoặc soạn thông báo mới."
NEW = "Soạn thông báo mới"
LIST_DRAFT = "Soạn tiếp bản nháp"
LIST_DRAFT_LINE = "• Soạn tiếp bản nháp: “{beginning}”"
LIST_CHOICE = "{kind} {day}"

WHICH_KIND = "Thông báo này thuộc loại nào ạ?"
WHICH_KIND_HINT = "Mời họp thì người nhận trả lời Dự được, Xin vắng hoặc Cử người khác."
WHICH_WORDS = "Xin gõ nội dung {kind}."
WHICH_WORDS_HINT = (
    "Có thể gửi kèm ảnh, tệp PDF, Word, Excel. Muốn có tên từng người thì gõ {tên}; cũng dùng được {khóm}, {kỳ}, {hạn}."
)
FILE_KEPT = "Em đã giữ {count} tệp. Xin gõ lời thông báo đi kèm."
FILES_ADDED = "Em đã thêm {count} tệp."
ONLY_WORDS_OR_FILES = "Xin gõ nội dung, hoặc gửi ảnh, tệp ạ."

WHICH_DEED = "Nêu gương nào ạ? Chỉ có những gương mà người được nêu đã đồng ý."
DEED = "{who}, {unit}"
OWN_WORDS = "Tự viết"
PRAISE = "{unit} có gương tốt: {who}.\n{deed}"

DRAFT_HEADING = "BẢN NHÁP · {kind}"
DRAFT_FILES = "Kèm {count} tệp: {names}"
DRAFT_TO = "Gửi đến {size} người: {audience}."
DRAFT_TO_NOBODY = "Chưa có ai để gửi: {audience}."
DRAFT_UNREACHABLE = "{count} người chưa vào trợ lý, cần gọi điện: {names}."
SILENT_PAID = "{free} người nhận ngay, {paid} người chưa nhắn Zalo OA quá 48 giờ: tốn phí."
SILENT_SHUT = "{free} người nhận ngay, {shut} người chưa nhắn Zalo OA quá 7 ngày: gọi điện ({names})."
SILENT_BOTH = (
    "{free} người nhận ngay, {paid} người chưa nhắn Zalo OA quá 48 giờ: tốn phí, "
    "{shut} người quá 7 ngày: gọi điện ({names})."
)
DRAFT_HINT = "Chưa gửi cho ai. Xem thử để thấy đúng như người nhận thấy."
DRAFT_ABOUT = "Kỳ: {period}, hạn {due}."
WHICH_PERIOD = "Thông báo này nói về kỳ nào ạ?"
CHANGE_PERIOD = "Đổi kỳ"
PREVIEW = "Xem thử"
CHANGE_WORDS = "Sửa nội dung"
WHETHER_REWORD = "Lời vừa gõ: “{words}”\nDùng lời này cho thông báo ạ?"
WHETHER_REWORD_HINT = "Nội dung đang có vẫn còn, chưa gửi cho ai."
REWORD = "Thay nội dung"
APPEND = "Thêm vào cuối"
LEAVE_WORDS = "Giữ nội dung cũ"
CHANGE_AUDIENCE = "Chọn người nhận"
NAMES = "Xem tên người nhận"
DROP_FILES = "Bỏ tệp kèm"
OPEN_FILES = "Mở tệp không cần mã"
OPEN_FILES_ASK = (
    "Ở kênh chỉ nhận đường dẫn (như Zalo), mỗi người mở tệp bằng một mã riêng. "
    "Nếu tệp không có tên, số điện thoại hay hoàn cảnh của ai, như áp phích, lịch họp, thì có thể bỏ mã. "
    "Khi đó ai có đường dẫn cũng mở được."
)
OPEN_FILES_YES = "Không có thông tin của ai"
OPEN_FILES_DONE = "Em đã bỏ mã của {count} tệp ạ."
SEND_LATER = "Hẹn giờ gửi"
SEND_NOW = "Gửi ngay"
DROP = "Bỏ, không gửi"
DROPPED = "Em đã bỏ bản nháp, chưa gửi cho ai."
AS_RECEIVED = "{name} ({unit}) sẽ nhận được như sau:"
REACH = "Thông báo này đến người nhận qua:"
REACH_LINE = "• {channel}: {count} người"
REACH_NONE = "• chưa vào trợ lý, cần gọi điện: {count} người"
LOOK_ON = "Xem trên {channel}"
LOOKS = "Trên {channel}, {name} ({unit}) thấy {count} tin, đúng từng chữ như sau:"
LOOKS_FILE = "[Tệp kèm: {name}]"
LOOKS_PHOTO = "[Ảnh kèm]"
LOOKS_UNNAMED = "[Tệp kèm]"
LOOKS_BUTTON = "[{label}]"
LOOKS_BUTTONS = "Dưới tin có nút bấm: {buttons}"
LOOKS_NO_BUTTONS = "Ở đây không có nút bấm: người nhận gõ số hoặc chữ. Ai đang làm dở báo cáo thì chỉ gõ chữ."
NAMES_TITLE = "Người nhận ({size}):"
NAMES_LINE = "• {unit}: {names}"
MORE = "… và {count} nữa"

WHICH_AUDIENCE = "Gửi cho ai ạ?"
HEADS_AND_DEPUTIES = "Trưởng và phó các khóm"
HEADS = "Chỉ trưởng khóm"
DEPUTIES = "Chỉ phó khóm"
EVERYBODY = "Tất cả, cả cán bộ phường"
NOT_SENT = "Khóm chưa nộp {period}"
PICK_UNITS = "Chọn từng khóm"
PICK_PEOPLE = "Chọn từng người"
COUNTED = "{audience} ({size})"
PICK_UNITS_QUESTION = "Chọn một khóm để thêm vào hoặc bỏ ra. Đang chọn: {chosen}."
PICK_PEOPLE_QUESTION = "Chọn một người để thêm vào hoặc bỏ ra. Đang chọn: {chosen}."
NOBODY = "chưa có"
PICKED = "✓ {name}"
PICKED_DONE = "Xong"
PERSON_OF = "{name}, {unit}"
PAGE_ON = "Xem tiếp"
# roles: of whom in those khóm, by the group's key.
AUDIENCE_ROLES = {
    "leaders": "Trưởng và phó",
    "heads": "Trưởng",
    "deputies": "Phó",
    "everybody": "Mọi người ở",
}
AUDIENCE_ALL = "{roles} các khóm"
AUDIENCE_UNITS = "{roles} {units}"
AUDIENCE_NOT_SENT = "{roles} các khóm chưa nộp {period}"
AUDIENCE_PEOPLE = "{names}"

WHEN = "Gửi lúc nào ạ?"
WHEN_HINT = "Hoặc gõ giờ, ví dụ: 7h30 sáng mai, 15h ngày 20/12. Giờ Việt Nam."
WHEN_NOT_READ = "Em chưa hiểu giờ “{text}”. Ví dụ: 7h30 sáng mai, 15h ngày 20/12."
WHEN_PAST = "{time} ngày {day} đã qua rồi ạ. Xin chọn giờ sau lúc này."
TODAY_AT = "{time} hôm nay"
TOMORROW_AT = "{time} ngày mai"

CONFIRM_NOW = "Gửi ngay cho {size} người?"
CONFIRM_AT = "Hẹn gửi lúc {time} ngày {day} (giờ Việt Nam) cho {size} người?"
# The messages of the month do not suffice. channel: "Zalo"; month: "12/2020"; left, needed: messages.
SHORT = "{channel} tháng {month} còn {left} tin cho thông báo, lần này cần {needed} tin."
SHORT_NONE = "{channel} tháng {month} hết lượt tin cho thông báo, lần này cần {needed} tin."
SHORT_ELSEWHERE = "Thiếu tin nên {count} người nhận qua kênh khác: {names}."
SHORT_CALL = "Thiếu tin nên {count} người em không gửi được, xin gọi điện: {names}."
CONFIRM_AGAIN = "Thông báo giống hệt vừa gửi lúc {time}. Vẫn gửi thêm lần nữa ạ?"
YES_SEND = "Đồng ý gửi"
YES_LATER = "Đồng ý hẹn"
YES_AGAIN = "Vẫn gửi"
BACK_TO_CARD = "Quay lại"
BACK_TO_DRAFT = "Quay lại bản nháp"
SENDING = "Em bắt đầu gửi cho {size} người."
PLANNED = "Em sẽ gửi lúc {time} ngày {day} cho {size} người."

STATES = {
    "draft": "bản nháp",
    "scheduled": "hẹn {time} ngày {day}",
    "running": "đang gửi",
    "paused": "tạm dừng",
    "cancelled": "đã hủy",
    "finished": "đã gửi xong",
}
STATE_COUNTS = "{state}, {read}/{sent} đã đọc"
CARD_SENT = "Đã gửi {sent}/{total} người."
CARD_READ = "Đã đọc: {read}."
CARD_RSVP = "Dự được {coming}, xin vắng {away}, cử người khác {instead}, chưa trả lời {silent}."
CARD_FAILED = "Chưa gửi được: {failed}."
CARD_DROPPED = "Không gửi nữa vì đã hủy: {dropped}."
CARD_TWICE = "Có thể {count} người nhận hai lần, vì máy dừng giữa chừng."
CARD_QUESTIONS = "Câu hỏi lại: {count}."
CARD_WHY = {
    "token_refused": "Tự dừng vì kênh không nhận trợ lý nữa. Xin báo người cài đặt.",
    "too_many_errors": "Tự dừng vì gửi hỏng nhiều lần liền. Xin báo người cài đặt rồi chọn Gửi tiếp.",
}
REFRESH = "Cập nhật"
PAUSE = "Tạm dừng"
RESUME = "Gửi tiếp"
SLOWER = "Gửi chậm lại"
FASTER = "Gửi nhanh như thường"
SLOW_PACE = 60
"""Messages a minute when an officer wants it slower."""
CANCEL = "Hủy phần còn lại"
CANCEL_SURE = "Hủy thì {due} người chưa nhận sẽ không nhận nữa. Người đã nhận vẫn giữ tin. Hủy ạ?"
CANCEL_YES = "Hủy"
SEND_AGAIN = "Gửi lại người chưa nhận được"
SENT_AGAIN = "Em gửi lại cho {count} người."
NEWCOMERS = "Gửi thêm người mới"
NEWCOMERS_ADDED = "Em gửi thêm cho {count} người mới."
NO_NEWCOMERS = "Không có ai mới trong nhóm người nhận ạ."
UNREAD = "Ai chưa đọc"
UNREAD_TITLE = "{count} người chưa báo đọc:"
UNREAD_LINE = "• {name}, {unit}, {phone}"
UNREAD_FAILED = "• {name}, {unit}, {phone} (chưa gửi được: {why})"
NO_PHONE = "chưa có số điện thoại"
ALL_READ = "Mọi người đều đã đọc ạ."
CHASE = "Nhắc những người này"
CHASED = "Em nhắc lại {count} người. Ai chưa nhận được tin thì xin gọi điện giúp em."
NOBODY_TO_CHASE = "Em vừa nhắc rồi, hoặc không còn ai nhận được tin mà chưa đọc. Người chưa nhận được thì xin gọi điện."
WHO_COMES = "Ai dự, ai vắng"
WHO_COMES_TITLE = {
    "coming": "Dự được ({count}):",
    "away": "Xin vắng ({count}):",
    "instead": "Cử người khác ({count}):",
    "silent": "Chưa trả lời ({count}):",
}
WHO_COMES_LINE = "• {name}, {unit}"
WHO_COMES_INSTEAD = "• {name}, {unit}: cử {note}"
QUESTIONS = "Câu hỏi lại"
QUESTIONS_TITLE = "Hỏi và trả lời về thông báo này:"
QUESTION_LINE = "• {name} ({day} {time}): {text}"
NO_QUESTIONS = "Chưa có ai hỏi lại ạ."
ANSWER_TO = "Trả lời {name}"
WHICH_ANSWER = "Xin gõ câu trả lời cho {name}. Câu hỏi: “{question}”"
ANSWERED = "Em đã chuyển câu trả lời cho {name}."
PROOF = "Tải minh chứng Excel"
PROOF_COMING = "Em đang lập minh chứng, sẽ gửi ngay vào đây."
PROOF_READY = "Minh chứng của {title}."
PROOF_HINT = "Một dòng cho mỗi người nhận: đã gửi, đã đọc, đã trả lời lúc nào, và số điện thoại để gọi."
PROOF_FILE = "minh-chung-thong-bao-{id}.xlsx"
ALL = "Các thông báo khác"
