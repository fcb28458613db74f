"""What is said of choices where nothing can be pressed."""

from __future__ import annotations

# Above the numbered choices of a question.
CHOOSE = "Gõ một số để chọn:"
# Below them. words: "Quay lại, Bỏ qua".
WAYS_OUT = "Hoặc gõ: {words}."
# Numbers in a row among the words: "1 đến 14".
NUMBERS = "{first} đến {last}"
# Below something that was said by the way. words: "Hỏi lại, Về menu".
BY_THE_WAY = "Cần thì gõ: {words}."
