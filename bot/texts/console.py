"""What the terminal chat says by itself."""

from __future__ import annotations

# At the start.
WELCOME = "Gõ câu trả lời rồi Enter. Về đầu: menu. Gửi tệp: /photo ĐƯỜNG_DẪN. Kết thúc: /quit."

# Below the numbered choices. words: "Quay lại, Bỏ qua".
WAYS_OUT = "Hoặc gõ: {words}."

# Numbers in a row among them: "1 đến 14".
NUMBERS = "{first} đến {last}"

# A message that replaces an earlier one.
SETTLED = "✓ {text}"

# A file that the bot sends. path: where it was saved.
SAVED = "[Tệp đã lưu: {path}]"

# What is typed cannot be used.
TOO_LONG = "Tin dài quá: {given} chữ, mỗi tin chỉ gửi được {limit} chữ. Xin chia thành nhiều tin ngắn."
NO_PATH = "Chưa có đường dẫn tệp. Ví dụ: /photo anh.jpg"
NO_FILE = "Không mở được tệp {path}. Xin xem lại đường dẫn."
FILE_TOO_BIG = "Tệp {path} lớn quá 20 MB. Xin chọn tệp nhỏ hơn."
EMPTY_FILE = "Tệp {path} không có nội dung. Xin chọn tệp khác."
