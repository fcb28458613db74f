"""What an officer reads in the menu "Biểu mẫu": forms, their versions, a workbook that was sent, and trying it."""

from __future__ import annotations

LABEL = "Biểu mẫu"
WORDS = ("biểu mẫu", "mẫu phiếu", "sửa câu hỏi")

LIST = "Các biểu mẫu của phường:"
FAMILY_LINE = "• {title}: bản {version}, dùng từ {since}."
PLANNED_LINE = "  Bản {version} sẽ dùng từ {since}."
LIST_HINT = (
    "Chọn một biểu mẫu để tải về, xem lịch sử. Có tệp .xlsx đã sửa thì gửi luôn vào đây, em kiểm tra trước khi dùng."
)
FAMILY = "{title}: bản {version}, dùng từ {since}."
DOWNLOAD = "Tải về Excel"
SEND_NEW = "Gửi bản mới"
HISTORY = "Lịch sử"
ALL_FORMS = "Các biểu mẫu khác"
COMING = "Em đang lập tệp {title}, sẽ gửi ngay vào đây."
FILE_NAME = "{family}-ban-{version}.xlsx"
FILE_READY = "{title}, bản {version}."
FILE_READY_HINT = "Mở bằng Excel, sửa ở trang survey; trang Hướng dẫn giải thích từng cột. Sửa xong gửi lại vào đây."
SEND_IT = "Xin gửi tệp .xlsx của {title} vào đây (bấm hình chiếc kẹp). Em chỉ kiểm tra và hỏi lại, chưa dùng ngay."

HISTORY_TITLE = "{title}: các bản, mới nhất trước."
HISTORY_LINE = "• Bản {version}: công bố {published}, {state}."
STATE_IN_FORCE = "đang dùng"
STATE_PLANNED = "dùng từ {since}"
STATE_EARLIER = "đã được thay"
STATE_WITHDRAWN = "đã rút lại"
DOWNLOAD_VERSION = "Tải bản {version}"
WITHDRAW = "Rút lại bản {version}"
WITHDRAWN = "Đã rút lại bản {version} của {title}. Bản {current} vẫn dùng như cũ."

NEEDS_FILE = "Xin gửi tệp .xlsx, hoặc chọn một dòng."
CHECKING = "Em đã nhận tệp {name}, đang kiểm tra."
REFUSED = "Tệp {name} chưa dùng được, còn {count} chỗ cần sửa:"
REFUSED_HINT = "Biểu mẫu đang dùng không đổi gì. Tệp kèm theo là tệp vừa gửi, em tô màu và ghi chú ở ô cần sửa."
REFUSED_HINT_NO_FILE = "Biểu mẫu đang dùng không đổi gì. Sửa xong xin gửi lại tệp."
LINE = "• {finding}"
MARKED_NAME = "can-sua-{name}"
FAILED = "Em gặp trục trặc nên chưa kiểm tra được tệp {name}. Xin gửi lại, hoặc báo người cài đặt, kèm mã {code}."

WHICH_FAMILY = "Tệp {name} dùng được. Đây là bản mới của biểu mẫu nào ạ?"
WHICH_FAMILY_HINT = "Loại phiếu mới hẳn thì em chưa mở được ở đây: xin nhờ người cài đặt."
READY = "Tệp {name} dùng được: bản mới của {title}."
COMPARED = "So với bản {version} đang dùng:"
NO_CHANGE = "Không có gì khác bản {version} đang dùng."
MORE_CHANGES = "... và {count} thay đổi nữa."
WARNED = "Nên xem lại (vẫn dùng được):"
FILES_MISSING = (
    "Phiếu cần thêm {count} tệp: {names}. Xin gửi các tệp đó vào đây, giữ nguyên tên tệp. "
    "Chưa có tệp thì phiếu vẫn dùng được, câu đó chỉ hiện chữ."
)
MORE_FILES = "và {count} tệp nữa"
FILES_STILL_MISSING = (
    "Còn thiếu {count} tệp ({names}): câu đó chỉ hiện chữ. Muốn thêm, xin gửi lại tệp Excel cùng các tệp này."
)
NAMELESS = "ảnh"
"""Stands for a photo that has no name."""
FILES_TAKEN = "Em đã nhận: {names}."
FILES_ALL_HERE = "Các tệp của phiếu đã đủ."
USED_IN_RATES = "Lưu ý: câu “{label}” dùng để tính tỷ lệ trong sổ số liệu; đổi nó thì tỷ lệ đó không tính được nữa."
REPLACES = "Lưu ý: bản {version} định dùng từ {since} sẽ được bản này thay."
READY_HINT = (
    "Thử phiếu: em hỏi như hỏi trưởng khóm, không lưu gì cả. Dùng ngay: báo cáo chưa gửi chuyển sang bản mới, "
    "báo cáo đã gửi giữ nguyên. Dùng từ kỳ sau: các kỳ đã mở vẫn hỏi bản cũ."
)
TRY = "Thử phiếu"
USE_NOW = "Dùng ngay"
USE_NEXT = "Dùng từ kỳ sau (từ {day})"
DROP = "Bỏ tệp này"
PUBLISHED_NOW = "Xong: {title} nay là bản {version}, dùng ngay cho mọi báo cáo chưa gửi."
PUBLISHED_NEXT = "Xong: {title} bản {version} sẽ dùng từ {day}. Trước đó vẫn rút lại được, ở mục Lịch sử."
REPLACED = "Bản {version} định dùng từ {since} đã được thay."
DROPPED = "Đã bỏ tệp {name}. Biểu mẫu đang dùng không đổi gì."

CHANGES = {
    "added": "Thêm: {label}",
    "removed": "Bỏ: {label}",
    "renamed": "Đổi tên: {label} ({before} → {after}). Số liệu kỳ trước không nối được với tên mới",
    "retyped": "Đổi kiểu: {label} ({before} → {after})",
    "label": "Đổi lời hỏi: “{before}” → “{after}”",
    "hint": "Đổi dòng gợi ý: {label}",
    "media": "Đổi ảnh, tiếng, video: {label} ({before} → {after})",
    "condition": "Đổi điều kiện hỏi: {label} ({before} → {after})",
    "check": "Đổi điều kiểm tra: {label} ({before} → {after})",
    "message": "Đổi lời báo sai: {label}",
    "warning": "Đổi điều nhắc số lạ: {label}",
    "required": "Đổi bắt buộc trả lời: {label} ({before} → {after})",
    "calculation": "Đổi phép tính: {label} ({before} → {after})",
    "choices_added": "Thêm lựa chọn: {label}: {after}",
    "choices_removed": "Bỏ lựa chọn: {label}: {before}",
    "choices_renamed": "Đổi chữ lựa chọn: {label}: {before} → {after}",
    "choice_filter": "Đổi cách lọc lựa chọn: {label}",
    "extension": "Đổi thiết lập: {label}",
    "order": "Đổi thứ tự: {label}",
}
"""By the change's name. label: the question's short name."""
NOTHING = "không có"
"""Stands for a condition, check ... that was or is not there."""
ALWAYS = "luôn luôn"
"""Stands for the condition true()."""

MARK = "THỬ · không lưu gì"
TRIAL_BEGINS = "Em hỏi thử như hỏi {unit}{period}. Muốn dừng lúc nào cũng được: chọn Để sau."
TRIAL_PERIOD = ", {period}"
TRIAL_ENDS = "Thử xong: phiếu gửi được. Em không lưu gì cả."
TRIAL_LEFT = "Đã dừng thử. Em không lưu gì cả."

# A head goes on with a draft after the questions have changed.
MOVED = "Phường vừa cập nhật phiếu này. Những câu đã trả lời mà còn dùng được, em giữ nguyên."
MOVED_AGAIN = "Xin trả lời lại giúp em: {labels}."
MOVED_GONE = "Không hỏi nữa: {labels}."
MOVED_UNREAD = "Tin vừa rồi em chưa ghi."
