"""What is said when people come in by a code, add a channel, or choose where they are told things."""

from __future__ import annotations

# A member typed a code that was made for another person. name: that person; own: the member.
SOMEBODY_ELSES = "Mã này là của {name}. Trò chuyện ở đây đang là của {own}."
SOMEBODY_ELSES_HINT = "Nếu chuyển, từ nay em coi người gõ ở đây là {name}."
TAKE = "Tôi là {name}, chuyển sang"
LEAVE = "Giữ nguyên"
