"""What is said about the ward's Official Account on Zalo."""

from __future__ import annotations

# To the ward's officers, on another channel.
UNLINKED = (
    "Trợ lý không gửi được tin qua Zalo OA nữa, vì Zalo không gia hạn quyền. Tin của bà con gửi đến vẫn được giữ. "
    "Xin báo người cài đặt nối lại Zalo OA (lệnh khombot zalo-oa login)."
)

# On the page that opens after the account's manager has agreed.
CALLBACK = "Đã đồng ý. Xin chép cả địa chỉ của trang này (trên thanh địa chỉ), dán vào cửa sổ lệnh đang chờ."
