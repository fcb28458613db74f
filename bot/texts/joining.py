"""What is said when people come in by a code, add a channel, or choose where they are told things."""

from __future__ import annotations

# A member typed a code that was made for another person. name: that person; own: the member.
SOMEBODY_ELSES = "Mã này là của {name}. Trò chuyện ở đây đang là của {own}."
SOMEBODY_ELSES_HINT = "Nếu chuyển, từ nay em coi người gõ ở đây là {name}."
TAKE = "Tôi là {name}, chuyển sang"
LEAVE = "Giữ nguyên"

# Where reminders and announcements go. channel: as people call it, perhaps with HERE or NUMBERED.
HERE = "{channel} (ở đây)"
NUMBERED = "{channel} ({number})"
CHANNELS_WORDS = ("thêm kênh", "nhắc qua đâu", "đổi kênh", "kênh nhận tin")
ONE_CHANNEL = "Em đang nhắn tin nhắc và thông báo qua {channel}."
CHOSEN_CHANNEL = "Có {count} nơi nhận tin. Em nhắn qua {channel} như đã chọn."
LAST_CHANNEL = "Có {count} nơi nhận tin. Em nhắn vào nơi dùng gần nhất, hiện là {channel}."
NO_CHANNEL = "Hiện em chưa có nơi nào để nhắn tin nhắc và thông báo."
CHANNELS_HINT = "Nơi đã chọn không nhận được thì em nhắn sang nơi khác."
CHOOSE = "Nhắc qua {channel}"
CHOOSE_LAST = "Nhắc ở nơi dùng gần nhất"
ADD = "Thêm kênh"
CHOSEN = "Dạ, em ghi nhớ."
LAST_CHOSEN = "Dạ, từ nay em nhắn vào nơi dùng gần nhất."

# A code for one more app. code: "123 456".
OWN_CODE = "Mã của mình là {code}, dùng một lần, đến {time} ngày {day}. Mở trợ lý ở nơi kia, gõ mã này là vào được."
DOOR = "• {channel}: {link}"
ADD_HINT = "Xin đừng đưa mã cho người khác: ai gõ mã này là vào được bằng tên của mình."
# In place of a code or a link that was kept under a key which the server does not have any more.
SEALED_OTHERWISE = "(Mã cũ không đọc lại được, xin tạo mã mới.)"
# It was typed where it was given.
SAME_CHAT = "Mã này để gõ ở nơi kia, ở đây thì không cần ạ."
# Below the welcome, for somebody who has another channel already.
ONE_MORE_CHANNEL = "Từ nay em nhắn vào nơi dùng gần nhất. Muốn chọn nơi khác, gõ: nhắc qua đâu."
