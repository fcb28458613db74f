"""What the officer reads of one report that a khóm has sent."""

from __future__ import annotations

TITLE = "{title} – {unit}, {period}. {name} gửi lúc {time} ngày {day}, lần {revision}."
BEING_CORRECTED = "Khóm đang sửa lại, chưa gửi lần mới."
# Below one line, whose number was typed. unit: "Khóm 1".
ONLY_TO_READ = "Ở đây chỉ xem được ạ. Muốn sửa câu này, xin báo {unit} sửa rồi gửi lại."
# Unusual figures that the khóm has confirmed; number: of the line above, found: a whole sentence.
CONFIRMED = "Số khác thường, khóm đã xác nhận:"
CONFIRMED_LINE = "• Câu {number}: {found} Không nêu lý do."
CONFIRMED_WHY = "• Câu {number}: {found} Lý do: {reason}."
