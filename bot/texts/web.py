"""What the web chat's pages say; the sentences about the figures themselves come from the conversation."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Báo cáo khóm"

PAGE: Mapping[str, str] = {
    # the line above the chat
    "connecting": "Đang kết nối …",
    "connected": "Đã kết nối",
    "lost": "Mất mạng, đang kết nối lại … Tin đã gửi vẫn còn.",
    # one's own lines
    "sending": "Đang gửi …",
    "received": "Đã nhận lúc",
    "waiting": "Chưa gửi được, máy sẽ tự gửi lại.",
    "again": "Sửa và gửi lại",
    "joined": "Vào trò chuyện bằng đường dẫn mời",
    "mine": "Tôi:",
    "theirs": "Trợ lý:",
    # the log
    "log": "Nội dung trò chuyện",
    "begin": "Chào mừng đến với trang báo cáo của khóm. Bấm nút dưới đây để bắt đầu.",
    "begin_button": "Bắt đầu",
    "newer": "Xem tin mới",
    "choices": "Các lựa chọn",
    "download": "Tải về: {name} ({size})",
    "picture": "Ảnh: {name}",
    "plays": "Bấm để nghe hoặc xem: {name}",
    "share": "Chia sẻ",
    "copied": "Đã chép. Mở Zalo rồi dán vào.",
    # the bottom
    "input": "Nội dung trả lời",
    "placeholder": "Trả lời",
    "send": "Gửi",
    "photo": "Ảnh",
    "photo_label": "Gửi ảnh hoặc tệp",
    "counter": "{given}/{limit} chữ",
    # where one is, if a question asks for it
    "here": "Gửi vị trí của tôi",
    "locating": "Đang tìm vị trí …",
    "my_place": "Vị trí của tôi: {latitude}, {longitude} (±{accuracy} m)",
    "no_place": "Máy chưa cho biết vị trí. Xin bật định vị rồi bấm lại, hoặc dán đường dẫn bản đồ.",
    # before anything is sent
    "empty": "Chưa có nội dung. Xin nhập câu trả lời rồi bấm Gửi.",
    "too_long": "Tin dài quá: {given} chữ, mỗi tin chỉ gửi được {limit} chữ. Xin chia thành nhiều tin ngắn.",
    "file_too_big": "Tệp “{name}” lớn quá 20 MB. Xin chọn tệp nhỏ hơn, hoặc chụp lại ảnh với cỡ nhỏ hơn.",
    "too_many_files": "Mỗi lần gửi được nhiều nhất {limit} tệp. Xin gửi làm nhiều lần.",
    "file_gone": "Máy không còn giữ tệp này. Xin chọn lại tệp rồi gửi.",
    "refused": "Máy chủ không nhận tin này. Xin tải lại trang rồi gửi lại.",
}
"""Handed to the scripts of the page, which know no wording of their own."""

NO_SCRIPT = "Trang này cần JavaScript. Xin bật JavaScript hoặc mở trang bằng Chrome, Safari hay Cốc Cốc."

JOIN_TITLE = "Vào trò chuyện"
JOIN_TEXT = "Đây là đường dẫn mời vào trang báo cáo của khóm. Bấm nút dưới đây để vào."
JOIN_BUTTON = "Vào trò chuyện"
JOIN_HINT = "Đường dẫn này chỉ dành riêng cho người được mời. Xin đừng chuyển cho người khác."

SORRY_TITLE = "Chưa mở được"
BACK_TO_CHAT = "Mở trang trò chuyện"

PROBLEMS: Mapping[str, str] = {
    "bad_line": "Máy chủ không đọc được tin này. Xin tải lại trang rồi gửi lại.",
    "empty": PAGE["empty"],
    "too_long": PAGE["too_long"],
    "body_too_big": "Tin lớn quá, máy chủ không nhận. Xin chia thành nhiều tin ngắn.",
    "file_too_big": PAGE["file_too_big"],
    "file_empty": "Tệp “{name}” không có nội dung. Xin chọn tệp khác.",
    "too_many_files": PAGE["too_many_files"],
    "no_account": "Trang đã mở quá lâu. Xin tải lại trang rồi gửi lại.",
    "other_account": "Trình duyệt này vừa vào trò chuyện với tên người khác. Xin tải lại trang trước khi gửi.",
    "foreign_origin": "Yêu cầu này không đến từ trang trò chuyện nên bị từ chối.",
    "starting": "Máy chủ đang khởi động. Tin vẫn còn và sẽ được gửi lại sau ít giây.",
    "bad_invitation": "Đường dẫn mời không trọn vẹn. Xin mở lại đúng đường dẫn đã nhận, "
    "hoặc xin cán bộ phường gửi đường dẫn mới.",
    "link_expired": "Đường dẫn tải tệp đã hết hạn. Xin mở lại trang trò chuyện rồi bấm tải lần nữa.",
    "no_file": "Không có tệp này trong cuộc trò chuyện của trình duyệt này.",
    "no_page": "Không có trang này. Xin mở lại trang trò chuyện.",
    # code: stands in the log.
    "failed": "Máy chủ đang gặp trục trặc. Xin thử lại sau ít phút; nếu vẫn chưa được, xin báo phường mã {code}.",
}
"""By the code of the error; each says what to do next."""
