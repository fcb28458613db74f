"""How heads are reminded of reports, and officers told each morning: warm and short; nobody is scolded."""

from __future__ import annotations

from typing import NamedTuple

from bot.texts.addressing import Said

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

# What is reminded of. period: "quý IV năm 2020"; the unit is named only to somebody who has several.
REPORT = "báo cáo {period}"
REPORT_OF_UNIT = "báo cáo {period} của {unit}"

# The first line, by the days that are left. due: "18/12/2020"; weekday: one of the above.
OPENED = "Dạ, phường đã mở {report}. Hạn gửi là {weekday}, {due}."
AHEAD = "Dạ, còn {left} ngày nữa là đến hạn gửi {report} ({weekday}, {due})."
TOMORROW = "Dạ, ngày mai ({weekday}, {due}) là hạn gửi {report}."
TODAY = "Dạ, hôm nay ({weekday}, {due}) là hạn gửi {report}. Gửi trong hôm nay là vừa kịp ạ."
LATER = "Dạ, hạn gửi {report} là {weekday}, {due}. Bây giờ gửi phường vẫn nhận ạ."
# Above it, where the officer asked for the reminder.
ASKED = Said(to="Cán bộ phường nhờ em nhắn {who}.", plain="Cán bộ phường nhờ em nhắn.")

# The second line, by how far the report has come.
NOT_BEGUN = Said(
    to="{Who} làm lúc nào tiện cũng được; làm dở em giữ giúp, lúc khác làm tiếp.",
    plain="Làm lúc nào tiện cũng được; làm dở em giữ giúp, lúc khác làm tiếp.",
)
# The same on the last two days.
NOT_BEGUN_YET = "Chọn dòng dưới đây, em hỏi từng câu một ạ."
BEGUN = "Báo cáo đã làm được {done}/{total} câu, em giữ đủ cả. Còn {rest} câu nữa là xong ạ."
ANSWERED = "Báo cáo đã trả lời đủ {total} câu. Chỉ còn đọc lại rồi chọn Gửi về phường ạ."
RETURNED = Said(
    to="Phường nhờ {who} xem lại giúp: {reason}",
    plain="Phường nhờ xem lại giúp: {reason}",
)
RETURNED_PLAIN = Said(
    to="Phường đã nhận báo cáo, nhờ {who} xem lại giúp vài chỗ rồi gửi lại ạ.",
    plain="Phường đã nhận báo cáo, nhờ xem lại giúp vài chỗ rồi gửi lại ạ.",
)

# Several reports in one message.
SEVERAL = Said(to="Dạ, có {count} báo cáo đang chờ {who}:", plain="Dạ, có {count} báo cáo đang chờ:")
SEVERAL_LINE = "• {report}: hạn {weekday}, {due} ({state})."
STATE_NOT_BEGUN = "chưa bắt đầu"
STATE_BEGUN = "đã làm {done}/{total} câu"
STATE_ANSWERED = "đã đủ câu, còn đọc lại rồi gửi"
STATE_RETURNED = "phường nhờ xem lại"


class Button(NamedTuple):
    """The words of a button where there is one report, and where each of several names its own."""

    alone: str
    of: str


START = Button("Báo cáo ngay", "Làm {report}")
CONTINUE = Button("Tiếp tục ({done}/{total})", "Tiếp tục ({done}/{total}) {report}")
READ_OVER = Button("Xem lại rồi gửi", "Xem lại rồi gửi {report}")
CORRECT = Button("Xem lại giúp phường", "Xem lại {report}")
TOMORROW_AGAIN = "Để mai nhắc lại"
DAY_AGAIN = "Để {weekday} nhắc lại"

# A button of a reminder was pressed.
PUT_OFF = Said(
    to="Dạ vâng, {weekday}, {day}, em nhắc lại {who} ạ.",
    plain="Dạ vâng, {weekday}, {day}, em nhắc lại ạ.",
)
NO_DAY_LEFT = "Dạ, em không hẹn thêm được ngày nào nữa ạ. Làm dở em vẫn giữ giúp."
ALREADY_SENT = Said(
    to="Dạ, {report} đã gửi về phường rồi. Em cảm ơn {who} nhiều ạ.",
    plain="Dạ, {report} đã gửi về phường rồi. Em cảm ơn nhiều ạ.",
)
ALL_SENT = Said(
    to="Dạ, báo cáo đã gửi đủ rồi nên em không nhắc nữa. Em cảm ơn {who} nhiều ạ.",
    plain="Dạ, báo cáo đã gửi đủ rồi nên em không nhắc nữa. Em cảm ơn nhiều ạ.",
)
PERIOD_OVER = "Dạ, kỳ này phường đã đóng rồi ạ. Cần gửi thêm số, xin nhắn cán bộ phường giúp em."

# The officer's morning. day: "16/12/2020".
DIGEST = "Tình hình báo cáo {weekday}, {day}:"
DIGEST_AHEAD = "Kỳ {period}: {sent}/{total} khóm đã gửi. Hạn của khóm: {weekday}, {due} (còn {left} ngày)."
DIGEST_TODAY = "Kỳ {period}: {sent}/{total} khóm đã gửi. Hôm nay là hạn của khóm."
DIGEST_LATE = "Kỳ {period}: {sent}/{total} khóm đã gửi. Hạn của khóm đã qua {late} ngày ({due})."
DIGEST_COMPLETE = "Kỳ {period}: cả {total} khóm đã gửi đủ ạ."
DIGEST_SENT = "• Đã gửi: {units}."
DIGEST_RETURNED = "• Đang sửa theo ý phường: {units}."
DIGEST_BEGUN = "• Đang làm: {units}."
DIGEST_NOT_BEGUN = "• Chưa bắt đầu: {units}."
DIGEST_TOLD = "Hôm nay em đã nhắc: {units}."
UNIT_BEGUN = "{unit} ({done}/{total} câu)"
AND_MORE = "{units} và {more} khóm nữa"
BETWEEN = ", "
DIGEST_HINT = "Đổi giờ nhắc, tắt nhắc: gõ: nhắc việc."

# Whom to call: where no message arrives, and after the due day everybody who is missing.
CALL_UNREACHED = "Em chưa nhắn tới được, nhờ gọi giúp:"
CALL_LATE = "Khóm chưa gửi, khi tiện nhờ gọi hỏi thăm:"
CALL = "• {unit}: {name}, {phone}"
CALL_NO_PHONE = "• {unit}: {name}, em chưa có số điện thoại"
CALL_NOBODY = "• {unit}: chưa có trưởng ban trong danh sách"
CALL_MORE = "• và {more} khóm nữa"

REMIND_UNSENT = "Nhắc các khóm chưa gửi"
ASKED_NOW = "Em vừa nhắc: {units}."
ASKED_BEFORE = "Hôm nay đã nhắc rồi nên em không nhắc thêm: {units}."
ASKED_NOBODY = "Các khóm đều đã gửi, không còn ai phải nhắc ạ."
ASKED_NO_PERIOD = "Hiện không có kỳ báo cáo nào đang mở nên em không nhắc ai ạ."

# The ward's rules.
WORDS = ("nhắc việc", "nhắc khóm", "nhắc nộp", "cài đặt nhắc", "giờ nhắc", "tắt nhắc", "bật nhắc")
RULES_ON = "Em đang tự nhắc các khóm chưa gửi, trong khoảng từ {from_hour} giờ đến {until_hour} giờ."
RULES_OFF = (
    "Em đang không tự nhắc ai, cũng không gửi tình hình mỗi sáng. "
    "Giờ được nhắn: từ {from_hour} giờ đến {until_hour} giờ."
)
RULES_DAYS = (
    "Em nhắc khi mở kỳ, trước hạn 7 ngày, 3 ngày, 1 ngày, và trong ngày hạn; mỗi người nhiều nhất một tin mỗi ngày."
)
RULES_WEEKENDS = {
    True: "Thứ Bảy, Chủ nhật: có nhắc.",
    False: "Thứ Bảy, Chủ nhật: không nhắc, em nhắc vào ngày làm việc trước đó.",
}
RULES_HOLIDAYS = {
    True: "Tết và ngày lễ: có nhắc.",
    False: "Tết và ngày lễ: không nhắc, em nhắc vào ngày làm việc trước đó.",
}
RULES_HINT = "Đổi giờ thì gõ hai số, ví dụ: 7-18."
TURN = {True: "Bật nhắc", False: "Tắt nhắc"}
TURN_WEEKENDS = {True: "Nhắc cả cuối tuần", False: "Không nhắc cuối tuần"}
TURN_HOLIDAYS = {True: "Nhắc cả ngày lễ, Tết", False: "Không nhắc ngày lễ, Tết"}
CHANGED = "Em đã đổi ạ."
