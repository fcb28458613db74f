"""What is said of choices that are typed."""

from __future__ import annotations

# Above the numbered choices of a question.
CHOOSE = "Gõ một số để chọn:"
# Another number was typed. read: that number; last: that of the last line.
BEYOND = "Em đọc là {read}, nhưng danh sách vừa rồi chỉ có từ 1 đến {last} ạ."
BEYOND_ONE = "Em đọc là {read}, nhưng danh sách vừa rồi chỉ có số 1 ạ."
# Below them. words: "Quay lại, Bỏ qua".
WAYS_OUT = "Hoặc gõ: {words}."
# Numbers in a row among the words: "1 đến 14".
NUMBERS = "{first} đến {last}"
# Below something that was said by the way. words: "Hỏi lại, Về menu".
BY_THE_WAY = "Cần thì gõ: {words}."
