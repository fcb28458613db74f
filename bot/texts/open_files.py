"""What the pages behind a file's link say: to somebody who pressed a link in a chat and wants the file."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Nhận tệp"

ASK_TEXT = "Tệp này có khóa. Xin nhập mã 6 chữ số ghi ngay dưới đường dẫn, trong tin nhắn đã nhận."
CODE_LABEL = "Mã 6 chữ số"
OPEN_BUTTON = "Mở tệp"
ASK_HINT = "Mã dành riêng cho người nhận tin. Xin đừng chuyển mã cho người khác."

WRONG = "Mã chưa đúng, xin xem lại trong tin nhắn. Còn nhập được {left} lần."
NO_CODE = "Mã có đúng 6 chữ số, ví dụ 042 715. Xin nhập lại."

READY_TITLE = "Mã đúng"
READY_TEXT = "Bấm nút dưới đây để tải tệp."
SAVE_BUTTON = "Tải tệp"
READY_HINT = "Tải được đến {time}. Nếu chưa thấy tệp, xin bấm lần nữa."

SORRY_TITLE = "Chưa mở được tệp"

PROBLEMS: Mapping[str, str] = {
    "not_whole": "Đường dẫn chưa trọn vẹn. Xin mở lại tin nhắn và bấm đúng đường dẫn, hoặc chép đủ cả dòng.",
    "expired": "Đường dẫn đã hết hạn. Xin vào cuộc trò chuyện, lấy lại tệp để có đường dẫn mới.",
    "used_up": "Mã này đã dùng rồi, mỗi mã chỉ mở được 30 phút. Xin vào cuộc trò chuyện, lấy lại tệp để có mã mới.",
    "locked": "Đã nhập sai mã 5 lần nên đường dẫn bị khóa. Xin vào cuộc trò chuyện, lấy lại tệp để có mã mới.",
    "too_fast": "Đang có quá nhiều lượt mở. Xin chờ {seconds} giây rồi mở lại.",
    # code: stands in the log.
    "failed": "Hiện chưa lấy được tệp này. Xin mở lại sau ít phút; nếu vẫn chưa được, xin báo phường mã {code}.",
}
"""By the code of the error; each says what to do next."""
