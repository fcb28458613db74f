"""What is said when head and deputy work on the same report."""

from __future__ import annotations

# name: who holds it, or wrote last, "cô Lan" ({Name} begins a sentence).
# when: "09:05" of this day, or "09:05 ngày 12/12/2020".
HELD = "{Name} đang làm dở phiếu này, ghi lúc {when}."
LEFT = "{Name} vừa làm phiếu này, ghi lúc {when}."
SENT = "{Name} đã gửi phiếu này lúc {when}."
ON_DAY = "{time} ngày {day}"
# What has been typed meanwhile for a question that may have changed.
NOT_TAKEN = "Em chưa ghi tin vừa rồi: {text}."
NOT_TAKEN_PLAIN = "Em chưa ghi tin vừa rồi."
HINT = "Chọn Tôi làm tiếp để làm thay; {name} sẽ thấy, và những gì đã ghi vẫn còn."

TAKE = "Tôi làm tiếp"
TAKE_WORDS = ("tôi làm tiếp", "để tôi làm", "tôi làm", "làm thay")
LOOK = "Xem đã ghi gì"
LOOK_WORDS = ("xem đã ghi gì", "xem", "xem lại", "đã ghi gì")

TAKEN = "Dạ, mời làm tiếp phiếu này ạ."
# The question is open again; text: what was typed for it before the other had it.
TYPED_BEFORE = "Lúc nãy đã gõ: {text}. Em chưa ghi."
TAKE_TYPED = "Ghi {text}"
