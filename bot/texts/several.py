"""What the bot says where several answers are given at once."""

from __future__ import annotations

# A figure that is another one than in the last period; percent: 9,2 or, where it is less than that shows, LITTLE.
ROSE = "Em ghi: {shown} (kỳ trước {previous}, tăng {percent} %)."
FELL = "Em ghi: {shown} (kỳ trước {previous}, giảm {percent} %)."
LITTLE = "dưới 0,1"
# One that is another than in a report that counts at the same moment.
DIFFERS = "Em ghi: {shown}, khác báo cáo {period} ({previous})."

KEEP_ALL = "Giữ nguyên tất cả"
KEEP_ALL_WORDS = ("giữ nguyên tất cả", "giữ nguyên hết", "giữ hết", "tất cả như cũ", "như cũ hết", "như cũ tất cả")
KEPT_ALL = "Em giữ nguyên {count} câu như kỳ trước:\n{lines}"
KEPT_ALL_OF = "Em ghi {count} câu như báo cáo {period}:\n{lines}"
KEPT_NONE = "Em chưa giữ nguyên được câu nào."

LINE = "• {label}: {shown}"
LINE_PRIVATE = "• {label}: (đã ghi, đang ẩn)"
LINE_LEFT = "• {label}: {why}"
WILL_ASK = "em hỏi lại câu này."
LEFT = "Chưa ghi được:\n{lines}"
UNCLEAR = "Chưa rõ là câu nào: {parts}."
UNCLEAR_PART = "“{part}”"

PROPOSED = "Em đọc được {count} câu trả lời:\n{lines}"
PROPOSED_HINT = "Nếu đúng hết, chọn Đúng vậy. Nếu chưa đúng, gõ lại giúp em."
PROPOSED_NONE = "Em chưa ghi được câu nào trong tin này."
TAKEN = "Em đã ghi {count} câu."

QUICK = "Nhập nhanh"
QUICK_WORDS = ("nhập nhanh", "điền nhanh", "gõ nhanh", "nhập một lần")
SHEET_LINE = "{label}: "
SHEET_HOW = (
    "Chép các dòng trên, điền số sau dấu hai chấm rồi gửi lại. Câu nào chưa có thì để trống. Hoặc trả lời từng câu:"
)
SHEET_NONE = "Ở đây không còn câu nào để nhập nhanh."
