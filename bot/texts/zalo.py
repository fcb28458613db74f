"""What Zalo's channels add to a message: how to choose where nothing can be pressed, and where a file can be had."""

from __future__ import annotations

# Below the numbered choices. words: "Quay lại, Bỏ qua".
WAYS_OUT = "Hoặc gõ: {words}."

# Numbers in a row among them: "1 đến 14".
NUMBERS = "{first} đến {last}"

# A file that is opened through a link. name: "Tổng hợp quý IV.xlsx"; nameless: a picture.
FILE = "Tệp {name}:\n{link}"
FILE_NAMELESS = "Bấm để xem tệp:\n{link}"

# The code that the page behind the link asks for.
CODE = "Mã mở tệp: {code}"
