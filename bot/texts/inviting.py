"""What the ward reads while it invites somebody, and the sheet that it hands over."""

from __future__ import annotations

LABEL = "Mời người"
WORDS = ("mời người", "mời", "thêm người", "mã mời")

WHICH_UNIT = "Mời người ở đâu ạ?"
WHICH_PERSON = "Mời ai ở {unit} ạ?"
WHICH_PERSON_HINT = "Người đã có tên thì mời thêm kênh, ví dụ thêm Zalo; báo cáo đang làm vẫn giữ nguyên."
# In a list of people. role: "Trưởng ban vận động".
KNOWN = "{name}, {role}"
NOT_IN_YET = "{name}, {role} (chưa vào)"
NEW = "Người mới: {role}"
OTHER_UNIT = "Chọn nơi khác"
WHICH_NAME = "Xin gõ họ và tên {role} {unit}."
WHICH_NAME_HINT = "Ví dụ: Trần Thị Lan"
COMING = "Em đang làm lời mời cho {name}, xong em gửi ngay ở đây."

# The invitation itself, to be passed on. doors: lines of DOOR and PLACE.
READY = "Lời mời {name}, {role} {unit}."
CODE = "Mã: {code} (gõ cho trợ lý, đến {day})"
DOOR = "• {channel}: bấm {link} (đến {day})"
PLACE = "• {channel}: mở {link} rồi gõ mã"
READY_HINT = "Lời mời dùng được một lần, chỉ cho người này. Tờ kèm theo để in, có mã QR."
REVOKE = "Hủy lời mời này"
REVOKED = "Em đã hủy lời mời, mã và đường dẫn không dùng được nữa."
FAILED = "Em chưa làm được lời mời. Xin thử lại, hoặc báo người cài đặt, kèm mã {code}."
FILE_NAME = "Thư mời {name}.svg"

# On the sheet, which is printed.
SHEET_TITLE = "THƯ MỜI"
SHEET_WHAT = "Trợ lý nhận báo cáo của {ward}"
SHEET_WHOM = "{name}"
SHEET_AS = "{role} {unit}"
SHEET_CODE = "Mã vào: {code}"
SHEET_CODE_UNTIL = "Gõ mã này cho trợ lý, đến hết ngày {day}"
SHEET_SCAN = "Quét để mở {channel}"
SHEET_ONCE = "Mã chỉ dùng một lần và chỉ cho người có tên trên."
SHEET_PRIVATE = "Xin đừng chụp gửi vào nhóm."
