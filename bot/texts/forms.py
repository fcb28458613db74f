"""What the form engine says when a form has no words of its own."""

from __future__ import annotations

IN_GROUP = "{group} · {label}"
"""A heading, where several groups have one of that name."""

# An answer breaks the form's rule, and the form has no message for it.
NOT_ALLOWED = "Phiếu chưa nhận được câu trả lời này. Xin xem lại giúp em."
# A required question was left blank.
REQUIRED = "Câu này cần có câu trả lời ạ."
REQUIRED_OR_UNKNOWN = "Câu này cần có câu trả lời ạ. Nếu chưa biết, xin gõ: chưa rõ."
# "Không phát sinh" or "chưa có số liệu" was given where the form does not take it.
NOTHING_NOT_ALLOWED = (
    "Câu này cần con số cụ thể, em chưa ghi “không phát sinh” được. Nếu chưa có số, xin gõ: {instead}."
)
UNKNOWN_NOT_ALLOWED = "Câu này cần có câu trả lời, em chưa ghi “chưa rõ” được. Muốn hỏi lại ai đó, xin gõ: để sau."
SAY_UNKNOWN, SAY_LATER = "chưa rõ", "để sau"
# "Như cũ" was said, but there is nothing to keep.
NOTHING_CHOSEN = "Em chưa thấy chọn dòng nào ở câu này. Xin chọn từng dòng, đủ rồi thì gõ: xong."
NOTHING_TO_KEEP = "Em chưa có câu trả lời cũ cho câu này. Xin trả lời giúp em."
# Of several answers in one message: why one of them was not kept.
NAMED_TWICE = "Trong tin có hai số khác nhau cho câu này."
NOT_ASKED = "Kỳ này không cần trả lời câu này."
# A part of such a message that cannot be repeated, because it looks like a personal number.
HIDDEN_PART = "(một đoạn có dãy số)"

# What happened in the last period is said to have happened again.
SAME_AGAIN = "Kỳ này cũng ghi như kỳ trước: {shown}. Có đúng không ạ?"

# How the two states that are no value are shown.
EMPTY_NOTHING = "không phát sinh"
EMPTY_UNKNOWN = "chưa có số liệu"

# What or_other adds to a list, and asks of those who choose it.
OTHER_CHOICE = "Khác"
OTHER_QUESTION = "Xin ghi rõ là gì ạ?"

# A question that can only be read, with its value.
READ_ONLY = "{label}\n{shown}"

# After each row of a repeat: label = its name ("Người trong hộ"), count and names of the rows so far.
MORE_ROWS = "{label}: đã ghi {count} ({names}). Còn nữa không ạ?"
NO_ROWS_YET = "{label}: chưa ghi gì. Có cần ghi không ạ?"
ROW_ADD = "Thêm nữa"
ROW_ADD_FIRST = "Có, ghi thêm"
ROWS_DONE = "Đủ rồi"
ROWS_NONE = "Không có"
ROW_DROP = "Bỏ {number}. {name}"
# How "Thêm nữa" and "Bỏ ..." were understood.
ROW_ADDED = "thêm một mục"
ROW_DROPPED = "bỏ bớt một mục"
ROW_WITHOUT_NAME = "(chưa có tên)"
# The heading above the questions of a row.
ROW_SECTION = "{label} {number}"
TOO_MANY_ROWS = "Em chỉ ghi được nhiều nhất {most} mục trong một danh sách. Xin kiểm tra lại con số này."
