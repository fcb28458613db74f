"""What the form engine says when a form has no words of its own, and what is wrong with a form."""

from __future__ import annotations

from typing import NamedTuple

# An answer breaks the form's rule, and the form has no message for it.
NOT_ALLOWED = "Câu trả lời này chưa khớp với quy định của phiếu. Xin xem lại giúp em."
# A required question was left blank.
REQUIRED = "Câu này cần có câu trả lời ạ."
# "Không phát sinh" or "chưa có số liệu" was given where the form does not take it.
NOTHING_NOT_ALLOWED = "Câu này cần con số cụ thể, em chưa ghi “không phát sinh” được. Nếu chưa có số, xin gõ: để sau."
UNKNOWN_NOT_ALLOWED = "Câu này cần có câu trả lời, em chưa ghi “chưa rõ” được. Nếu chưa có số, xin gõ: để sau."
# "Như cũ" was said, but there is nothing to keep.
NOTHING_TO_KEEP = "Em chưa có câu trả lời cũ cho câu này. Xin trả lời giúp em."
# A soft check without its own words.
UNUSUAL = "Em ghi là {shown}. Con số này hơi khác thường, xin xem lại giúp em."
# How the two states that are no value are shown.
EMPTY_NOTHING = "không phát sinh"
EMPTY_UNKNOWN = "chưa có số liệu"

# After each row of a repeat: label = its name ("Người trong hộ"), count and names of the rows so far.
MORE_ROWS = "{label}: đã ghi {count} ({names}). Còn nữa không ạ?"
NO_ROWS_YET = "{label}: chưa ghi gì. Có cần ghi không ạ?"
ROW_ADD = "Thêm nữa"
ROW_ADD_FIRST = "Có, ghi thêm"
ROWS_DONE = "Đủ rồi"
ROWS_NONE = "Không có"
ROW_DROP = "Bỏ {number}. {name}"
ROW_WITHOUT_NAME = "(chưa có tên)"
# The heading above the questions of a row.
ROW_SECTION = "{label} {number}"
TOO_MANY_ROWS = "Em chỉ ghi được nhiều nhất {most} mục trong một danh sách. Xin kiểm tra lại con số này."

# Where in the workbook something is wrong.
PLACE = "Trang {sheet}, dòng {row}, cột {column}"
PLACE_SHEET = "Trang {sheet}"


class FindingText(NamedTuple):
    """What is wrong with a form, and what its author does about it."""

    what: str
    cure: str


FINDINGS = {
    # The file itself cannot be read: message = the reader's words.
    "unreadable": FindingText(
        "Em không đọc được tệp biểu mẫu ({message}).", "Xin mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."
    ),
    "no_survey": FindingText(
        "Tệp này không có trang survey.", "Xin đặt tên trang chứa câu hỏi là survey, có cột type và name."
    ),
    # pyxform refused the form: message = its words (English, with the place and the cure).
    "xlsform": FindingText("Biểu mẫu có chỗ chưa đúng: {message}", "Xin sửa chỗ đó rồi gửi lại."),
    "xform": FindingText("Biểu mẫu chưa chạy được: {message}", "Xin sửa chỗ đó rồi gửi lại."),
    "syntax": FindingText(
        "Biểu thức {expression} viết chưa đúng ở ký tự thứ {position}: {message}", "Xin xem lại dấu ngoặc và phép toán."
    ),
    "unknown_function": FindingText(
        "Không có hàm {function}() trong {expression}.", "Xin xem lại tên hàm, chữ thường, ví dụ: if(), sum(), today()."
    ),
    "wrong_arity": FindingText(
        "Hàm {function}() trong {expression} nhận chưa đúng số tham số: {message}", "Xin thêm hoặc bớt tham số."
    ),
    "unknown_path": FindingText(
        "{expression} nhắc đến {path}, nhưng phiếu không có câu đó.", "Xin dùng ${{tên câu hỏi}} thay cho đường dẫn."
    ),
    "cycle": FindingText(
        "Các câu chờ nhau thành vòng: {steps}.", "Xin bỏ bớt một điều kiện hoặc phép tính trong vòng này."
    ),
    "unknown_type": FindingText(
        "Em chưa hỏi được kiểu câu {type} trong chat.", "Xin đổi sang kiểu khác, ví dụ: text, integer, select_one."
    ),
    "duplicate_name": FindingText(
        "Tên {name} được dùng cho hai câu.", "Xin đặt cho mỗi câu một tên khác nhau, kể cả khi ở hai nhóm."
    ),
    "no_label": FindingText("Câu {name} chưa có lời hỏi.", "Xin ghi câu hỏi vào cột label."),
    "no_choices": FindingText(
        "Câu {name} không có lựa chọn nào.", "Xin thêm các lựa chọn của danh sách đó vào trang choices."
    ),
    "bad_extension": FindingText(
        "Giá trị {value} không dùng được ở đây.", "Xin dùng một trong các giá trị: {allowed}."
    ),
}
