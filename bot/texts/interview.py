"""What the bot says while a form is filled in, read over and sent."""

from __future__ import annotations

from bot.texts.addressing import Said

# Above each question: number of total, and the section's name.
HEADING = "Câu {number}/{total} · {section}"
HEADING_PLAIN = "Câu {number}/{total}"
# How a form's hint begins; what comes after its first sentence is no example.
EXAMPLE = "Ví dụ: "
# The answer as it was understood, above the next question.
UNDERSTOOD = "Em ghi: {shown}."
UNDERSTOOD_PRIVATE = "Em đã ghi."
UNDERSTOOD_NOTHING = "Em để trống câu này."
PREVIOUS = "Kỳ trước: {shown}."
# Another report that counts at the same moment; period: "quý IV năm 2020".
PREVIOUS_OF = "Báo cáo {period} đã gửi: {shown}."
PRESENT = "Đang ghi: {shown}."
# After a press, the pressed message becomes this.
SETTLED = "{label}\n✓ {shown}"

STARTED_REPORT = "{title} – {unit}, {period}. Hạn gửi: {due}.\nKhó đọc chữ nhỏ thì gửi ảnh tờ báo cáo hoặc ghi âm."
OPENED_REPORT = "{title} – {unit}, {period}."
STARTED_CASE = "{title} – {unit}. Mã hồ sơ: {code}."
RESUMED = "Mình làm tiếp {title} – {unit}."

KEEP = "Giữ nguyên"
KEEP_WORDS = ("giữ nguyên", "như cũ", "như kỳ trước", "không đổi")
NOTHING = "Không phát sinh"
UNKNOWN = "Chưa có số liệu"
SKIP = "Bỏ qua"
SKIP_WORDS = ("bỏ qua", "qua", "bỏ câu này")
BACK = "Quay lại"
BACK_WORDS = ("quay lại", "lùi lại", "trở lại", "câu trước", "quay lại câu trước", "về câu trước", "/back")
# The last answer was wrong, while the next question is open already.
WRONG_WORDS = (
    *("sai rồi", "nhầm rồi", "lộn rồi", "ghi sai", "ghi nhầm", "ghi lộn"),
    *("ghi sai rồi", "ghi nhầm rồi", "ghi lộn rồi", "gõ lộn rồi", "gõ nhầm rồi", "gõ sai rồi"),
)
LATER = "Để sau"
# Not "dừng" alone: without marks it is "đúng".
LATER_WORDS = (
    *("để sau", "lúc khác", "nghỉ", "dừng lại", "tạm dừng", "/cancel"),
    *("để mai", "mai làm", "mai làm tiếp", "lát nữa", "để lát nữa", "để hồi nữa", "đang bận", "bận rồi"),
    *("để mai làm", "để mai làm tiếp", "mai tiếp", "bữa khác", "để bữa khác", "hôm khác", "để hôm khác"),
    *("khi khác", "để khi khác", "chiều làm", "để chiều", "để chiều làm", "tối làm", "để tối", "để tối làm"),
    *("nghỉ chút", "nghỉ chút đã", "nghỉ cái đã", "mệt rồi"),
)
REVIEW = "Xem lại"
REVIEW_WORDS = ("xem lại", "kiểm tra", "xem")
DONE = "Xong"
DONE_WORDS = ("xong", "hết", "đủ rồi", "hết ảnh")
SEND = "Gửi về phường"
SEND_WORDS = ("gửi", "gửi đi", "nộp", "gửi báo cáo", "nộp báo cáo")
GIVE_UP = "Bỏ hồ sơ này"
GIVE_UP_WORDS = ("bỏ hồ sơ này", "hủy", "hủy hồ sơ")
YES_RIGHT = "Đúng vậy"
YES_RIGHT_WORDS = (
    *("đúng", "đúng vậy", "đúng rồi", "có", "phải", "phải rồi", "vâng", "dạ đúng", "ừ", "ừa"),
    *("ok", "oke", "okie", "okay", "được", "dc", "đồng ý", "chính xác"),
    *("đúng r", "đúng rùi", "đúng òi", "phải r", "ừm", "ừ phải", "uh", "uk"),
)
TYPE_AGAIN = "Gõ lại"
TYPE_AGAIN_WORDS = (
    *("gõ lại", "không", "ko", "k", "kg", "khg", "hông", "hổng", "hok", "không phải", "ko phải", "hông phải"),
    *("sai", "sai rồi", "sửa", "sửa lại", "chưa", "chưa đúng", "không đúng", "ko đúng", "nhầm", "nhầm rồi", "thôi"),
)
ON = "Tiếp"
AGREED = "Đã đọc"

ASK_REASON = "Xin cho em một lý do ngắn để phường hiểu (ví dụ: mới sáp nhập tổ 5, còn tiền kỳ trước), hoặc chọn Bỏ qua."
NO_REASON_WORDS = ("không", "không có", "ko", "ko có", "không biết", "không cần")
DOUBT_HINT = "Đúng thì chọn Đúng vậy, chưa đúng thì gõ lại giúp em."
# By type of question.
FILES_SO_FAR = {
    "image": "Đã nhận {count}/{most} ảnh. Gửi thêm, hoặc gõ: xong.",
    "audio": "Đã nhận {count}/{most} bản ghi âm. Gửi thêm, hoặc gõ: xong.",
    "video": "Đã nhận {count}/{most} video. Gửi thêm, hoặc gõ: xong.",
    "file": "Đã nhận {count}/{most} tệp. Gửi thêm, hoặc gõ: xong.",
}
FILES_FULL = "Đã nhận {count}/{most}, đủ rồi. Xin gõ: xong."
PLACE_HINT = "Gửi vị trí, dán đường dẫn bản đồ, hoặc gõ tọa độ, ví dụ: 10.29, 105.75."

# A list that is too long for one message; figures as 10.000.
MORE = "Xem tiếp"
MORE_WORDS = ("xem tiếp", "xem thêm", "tiếp", "tiếp theo", "trang sau")
FROM_START = "Xem từ đầu"
WHOLE_LIST = "Cả danh sách"
WHOLE_LIST_WORDS = ("cả danh sách", "xem hết", "danh sách")
LIST = "Đang hiện dòng {first} đến {last} trong {total}. Gõ một phần tên để tìm nhanh."
LIST_FOUND = "Đang hiện dòng {first} đến {last} trong {found}. Gõ thêm chữ để tìm kỹ hơn."

# Putting choices into an order.
RANKED = "Thứ {place}: {label}"
RANK_HINT = "Chọn lần lượt từ trước đến sau, hoặc gõ số theo thứ tự, ví dụ: 3, 1, 2."

NO_QUESTION_BEFORE = "Đây là câu đầu tiên rồi ạ."

REVIEW_TITLE = "Xem lại trước khi gửi"
# As the ward has it, and with changes that it has not.
REVIEW_TITLE_SENT = "Đã gửi về phường"
REVIEW_TITLE_CORRECTING = "Đã gửi, đang sửa lại"
# mark: "7.", or "•" where the number chooses nothing.
REVIEW_NUMBER = "{number}."
REVIEW_MARK = "•"
REVIEW_LINE = "{mark} {label}: {shown}"
REVIEW_LINE_OPEN = "{mark} {label}: ⚠ chưa trả lời"
REVIEW_LINE_PROBLEM = "{mark} {label}: {shown} ⚠ {problem}"
REVIEW_BLANK = "(để trống)"
REVIEW_PRIVATE = "(đã ghi, đang ẩn)"
REVIEW_HINT = "Đúng hết thì chọn Gửi về phường. Muốn sửa câu nào, chọn số của câu đó."
REVIEW_HINT_SENT = "Muốn sửa câu nào, chọn số của câu đó. Sửa xong thì chọn Gửi về phường."
REVIEW_HINT_PRIVATE = "Muốn xem câu đang ẩn, cũng chọn số của câu đó."
REVIEW_HINT_PROBLEM = "Còn câu chưa xong (có dấu ⚠). Chọn số của câu đó để làm tiếp."
# "Sửa câu số 7".
LINE_WORDS = ("sửa", "lại", "câu", "số", "dòng", "mục", "thứ")
NO_SUCH_LINE = "Không có câu số {number}. Xin gõ từ 1 đến {last}."
SENT_AS_IT_IS = "Phường đã có đúng các số này, chưa phải gửi lại ạ."
NOT_YET = "Chưa gửi được: câu {number} ({label}) còn thiếu hoặc chưa khớp."

SENT = Said(
    to="Đã gửi xong lúc {time} ngày {day}. Cảm ơn {who} nhiều ạ.",
    plain="Đã gửi xong lúc {time} ngày {day}. Cảm ơn nhiều ạ.",
)
# title: "Báo cáo quý IV năm 2020".
SENT_TITLE = "{title} · {unit}"
SENT_CODE = "Mã: {code} · lần gửi {revision}"
SENT_NEXT = "Phường sẽ xem; nếu cần sửa em sẽ nhắn. Muốn sửa, chọn lại báo cáo này trong menu."
SENT_CASE_NEXT = "Phường sẽ xem và nhắn lại khi cần. Khi nhắc đến hồ sơ này xin dùng mã, đừng nêu tên."
KEPT_FOR_LATER = Said(
    to="Em giữ nguyên phần đã làm. Lúc nào tiện, {who} gõ: tiếp tục.",
    plain="Em giữ nguyên phần đã làm. Lúc nào tiện, gõ: tiếp tục.",
)
NOTHING_OPEN = "Không có phần nào đang làm dở."
GAVE_UP = "Đã bỏ hồ sơ này, không lưu thông tin nào đã gõ."
NO_CONSENT = "Người trong hộ chưa đồng ý nên em không ghi gì cả. Khi nào họ đồng ý, xin ghi lại sau ạ."
REALLY_GIVE_UP = "Bỏ hồ sơ này và xóa những gì đã gõ ạ?"
