"""What is said where a vendor allows only so many messages in a month: to officers ahead of time, to others after."""

from __future__ import annotations

from bot.texts.addressing import Said

# How much of it is used. name: "Zalo"; month: "12/2020"; numbers as people write them: "2.412".
USED = "{name} tháng {month}: đã gửi {messages}/{most_messages} tin, có {people}/{most_people} người dùng."
USED_MESSAGES = "{name} tháng {month}: đã gửi {messages}/{most_messages} tin."
USED_PEOPLE = "{name}: có {people}/{most_people} người dùng."
USED_UNLIMITED = "{name} tháng {month}: đã gửi {messages} tin, có {people} người dùng."
OVER = "{name} đã hết lượt tin của tháng {month}. Sang tháng sau em mới nhắn tiếp được ở đó."

# Once a month, from four fifths on.
WARN_MESSAGES = (
    "Em báo trước ạ: {used} Khi gần hết, em ngừng tin tình hình mỗi sáng, rồi tin nhắc việc, rồi thông báo, "
    "để dành lượt cho các khóm làm báo cáo. Ai có kênh khác thì em nhắn qua kênh đó."
)
WARN_PEOPLE = "Em báo trước ạ: {used} Quá số này, người mới có thể không vào được ở đó."

# To somebody whose answer could not be sent, at the next word. name: "Zalo".
UNSAID = Said(
    to="Dạ, vừa qua {name} hết lượt tin nên em chưa trả lời {who} được. Những gì {who} đã trả lời, em giữ đủ cả.",
    plain="Dạ, vừa qua {name} hết lượt tin nên em chưa trả lời được. Những gì đã trả lời, em giữ đủ cả.",
)
# Below it, in the middle of a form.
ANSWER_AGAIN = "Em hỏi lại câu đang dở ạ:"

# The same on another channel, at once.
GO_ON_HERE = Said(
    to="Dạ, {name} đã hết lượt tin trong tháng nên em không trả lời {who} ở đó được. "
    "Những gì đã trả lời, em giữ đủ cả. Mời {who} làm tiếp ở đây ạ.",
    plain="Dạ, {name} đã hết lượt tin trong tháng nên em không trả lời ở đó được. "
    "Những gì đã trả lời, em giữ đủ cả. Xin mời làm tiếp ở đây ạ.",
)
