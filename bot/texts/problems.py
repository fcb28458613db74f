"""The sentence for each error code of bot/domain/errors.py: what happened and what to do next."""

from __future__ import annotations

from bot.domain.errors import BotError

SENTENCES = {
    "not_for_your_role": "Việc này dành cho người khác phụ trách, em không mở được ạ.",
    "fill": "Em chỉ nhận báo cáo của khóm mình phụ trách ạ.",
    "open_periods": "Chỉ cán bộ phường mở được kỳ báo cáo ạ.",
    "read_figures": "Chỉ cán bộ phường xem được số liệu của cả phường ạ.",
    "read_names": "Tên trong hồ sơ khó khăn chỉ cán bộ phụ trách xem được ạ.",
    "enter_for": "Chỉ cán bộ văn hóa của phường xem được ảnh, bản ghi âm khóm gửi và ghi giúp ạ.",
    "invite": "Chỉ cán bộ phường mời thêm người được ạ.",
    "end_posts": "Chỉ cán bộ phường xem danh sách người phụ trách và cho ai thôi nhiệm vụ được ạ.",
    "post": "Người này không còn giữ nhiệm vụ đó nữa ạ.",
    "own_post": "Không tự cho mình thôi được ạ. Xin nhờ một cán bộ khác của phường.",
    "admins_post": "Nhiệm vụ của người quản trị chỉ người cài đặt đổi được ạ.",
    "invitation_unknown": "Đường dẫn mời này không đúng hoặc đã bị cắt bớt. Xin cán bộ phường gửi lại đường dẫn mới.",
    "invitation_used": "Đường dẫn mời này đã được dùng rồi. Xin cán bộ phường gửi cho một đường dẫn mới.",
    "invitation_expired": "Đường dẫn mời này đã hết hạn. Xin cán bộ phường gửi cho một đường dẫn mới.",
    "invitation_revoked": "Lời mời này phường đã hủy. Xin cán bộ phường gửi cho một đường dẫn mới.",
    "code_wrong": "Em không dùng được mã này: mã chưa đúng, đã dùng hoặc đã hết hạn. Xin xem lại, hoặc xin mã mới.",
    "codes_wait": "Mã gõ mấy lần chưa đúng nên em tạm nghỉ nhận mã. Xin gõ lại sau một giờ, hoặc xin đường dẫn mời.",
    "codes_locked": "Lúc này em tạm ngừng nhận mã. Xin gõ lại sau vài giờ, hoặc xin cán bộ phường một đường dẫn mời.",
    "name": "Em chưa đọc được họ tên: {name}. Xin gõ chữ, không quá {most} chữ cái, ví dụ: Trần Thị Lan.",
    "role": "Em không mời được với vai trò này. Xin chọn lại.",
    "person": "Em không tìm thấy người này. Xin chọn lại.",
    "route": "Nơi nhận tin này không còn nữa. Xin chọn lại.",
    "no_post": "Em chưa thấy khóm nào giao cho mình phụ trách. Xin nhắn cán bộ phường giúp em.",
    "period_open": "Kỳ này đã mở rồi ạ.",
    "period_closed": "Kỳ báo cáo này đã đóng. Cần sửa số, xin nhắn cán bộ phường.",
    "period_code": "Em không đọc được kỳ {code}. Ví dụ: 2020-Q4, 2020-H1 hoặc 2020.",
    "held": "Phần này người khác trong khóm đang làm, em chưa ghi gì ạ.",
    "entrusted_settled": "Câu này khóm đã tự trả lời hoặc đã xác nhận, em không ghi đè ạ.",
    "locked": "Báo cáo này phường đã khóa. Cần sửa số, xin nhắn cán bộ phường.",
    "already_sent": "Báo cáo này đã gửi rồi nên không bỏ được; vẫn sửa và gửi lại được ạ.",
    "report_stays": "Báo cáo định kỳ thì không bỏ được. Muốn nghỉ, xin gõ: để sau; em giữ nguyên phần đã làm.",
    "carried_stays": "Hồ sơ kỳ trước vẫn còn, không bỏ ở đây. Hộ hết khó khăn, xin gõ: hoàn cảnh kỳ trước.",
    "case": "Hồ sơ này kỳ này không hỏi nữa ạ.",
    "case_answered": "Hồ sơ {code} vừa có người trong khóm trả lời, nên em chưa đổi gì. Xin xem lại giúp em.",
    "reason_too_long": "Lý do dài quá, xin viết gọn trong {most} chữ cái ạ.",
    "reason_personal": "Em thấy có dãy số giống số căn cước hoặc số tài khoản. Xin bỏ dãy số đó và gõ lại giúp em.",
    "already_started": "Báo cáo này có người trong khóm đã mở rồi ạ.",
    "no_consent": "Người trong hộ chưa đồng ý nên em không gửi hồ sơ này.",
    "incomplete": "Còn câu chưa trả lời nên chưa gửi được ạ.",
    "report_not_due": "Báo cáo này hiện không mở. Xin chọn lại trong menu.",
    "draft": "Phần này không còn nữa. Xin chọn lại trong menu.",
    "submission": "Phần này không còn nữa. Xin chọn lại trong menu.",
    "period": "Kỳ báo cáo này không còn nữa. Xin chọn lại trong menu.",
    "unit": "Em không tìm thấy khóm này. Xin chọn lại trong menu.",
    "question": "Câu này hiện không hỏi nữa. Xin chọn câu khác.",
    "file_too_big": "Tệp này lớn quá, em chỉ nhận đến {limit} MB. Xin chụp lại nhỏ hơn giúp em.",
    "publish_forms": "Chỉ cán bộ phường đổi được biểu mẫu ạ.",
    "form": "Em không tìm thấy biểu mẫu này. Xin chọn lại trong menu.",
    "form_family": "Em không tìm thấy biểu mẫu này. Xin chọn lại trong menu.",
    "form_started": "Bản này đã bắt đầu dùng hoặc đã rút lại rồi, nên không rút được nữa. Muốn đổi, xin gửi bản mới.",
    "no_workbook": "Em chỉ đọc được tệp Excel đuôi .xlsx; tệp {name} không phải. Xin lưu lại dạng .xlsx rồi gửi.",
    "media_image": "Tệp {name} không phải là ảnh, hoặc đã hỏng. Xin gửi ảnh .jpg hoặc .png.",
    "media_audio": "Tệp {name} không phải là tệp tiếng, hoặc đã hỏng. Xin gửi tệp .mp3 hoặc .m4a.",
    "media_video": "Tệp {name} không phải là video, hoặc đã hỏng. Xin gửi tệp .mp4.",
    "media_too_big": "Tệp {name} lớn quá, mỗi tệp của phiếu chỉ đến {limit} MB. Xin làm nhỏ lại rồi gửi.",
    "media_too_much": "Các tệp của phiếu cộng lại quá {limit} MB, em chưa nhận thêm. Xin làm nhỏ lại rồi gửi.",
    "media_not_named": (
        "Phiếu không nhắc đến tệp {name}. Xin đặt tên tệp đúng như ghi trong Excel, hoặc sửa tên trong Excel."
    ),
    "media_nameless": (
        "Ảnh gửi kiểu này mất tên tệp, em không biết là ảnh của câu nào. "
        "Xin gửi lại bằng kẹp giấy, mục Tệp (File), để giữ tên."
    ),
    "media_without_form": "Em chưa biết tệp này của phiếu nào. Xin gửi tệp Excel (.xlsx) của phiếu trước.",
    "proposal": "Tệp này không còn nữa. Xin gửi lại ạ.",
    "proposal_settled": "Tệp này đã dùng, đã bỏ hoặc chưa dùng được, em không đổi gì. Cần thì xin gửi lại tệp.",
    "proposal_family": "Em chưa biết tệp này là bản mới của biểu mẫu nào. Xin chọn biểu mẫu trước ạ.",
    "consent_missing": (
        "Phiếu này chỉ được gửi khi người trong hộ đồng ý, nên phải giữ câu {question} với lựa chọn {value}. "
        "Xin thêm lại câu đó rồi gửi tệp."
    ),
    "remind": "Chỉ cán bộ phường nhắc các khóm được ạ.",
    "quiet_hours": (
        "Giờ này bà con nghỉ rồi nên em chưa nhắn ai. Em chỉ nhắn từ {from_hour} giờ đến {until_hour} giờ; "
        "xin chọn lại trong giờ đó."
    ),
    "reminder_hours": "Em chưa đọc được giờ {typed}. Xin gõ hai số từ 5 đến 22, ví dụ: 7-18.",
    "file_lost": "Em chưa tải được tệp vừa gửi. Xin gửi lại giúp em.",
    "announce": "Chỉ cán bộ phường và người duyệt gửi thông báo được ạ.",
    "announcement": "Em không tìm thấy thông báo này. Xin chọn lại trong menu.",
    "good_deed": "Gương này chưa được đồng ý nêu công khai, hoặc không còn nữa. Xin chọn gương khác ạ.",
    "delivery": "Em không tìm thấy thông báo này nữa ạ.",
    "not_yours": "Thông báo này gửi cho người khác ạ.",
    "no_invitation": "Thông báo này không cần trả lời dự hay vắng ạ.",
    "no_text": "Chưa có lời nào để gửi. Xin gõ nội dung trước ạ.",
    "text_too_long": "Nội dung dài {length} chữ cái, em chỉ gửi được đến {limit}. Xin rút gọn, hoặc gửi thành tệp.",
    "bad_link": "Em không đọc được đường dẫn {link}. Ví dụ: https://dongthap.gov.vn/tin",
    "no_such_field": "Em không biết điền gì vào {{{field}}}. Điền được: {{tên}}, {{khóm}}, {{kỳ}}, {{hạn}}.",
    "no_period_for_field": "Muốn điền {{{field}}} thì xin chọn kỳ báo cáo trước ạ.",
    "no_recipients": "Không có ai để gửi, nên em chưa gửi gì. Xin chọn lại người nhận.",
    "not_in_ward": "Em chỉ gửi được cho người của phường mình. Xin chọn lại người nhận.",
    "time_is_past": "Giờ hẹn đã qua rồi, nên em chưa gửi gì. Xin chọn giờ sau lúc này.",
    "announced_just_now": "Thông báo này vừa gửi chưa đến {minutes} phút trước. Em chưa gửi lại.",
    "announcement_confirmed": "Thông báo này đã gửi hoặc đã hẹn giờ rồi, không sửa được nữa ạ.",
    "announcement_not_running": "Thông báo này không đang gửi, nên không tạm dừng được ạ.",
    "announcement_not_paused": "Thông báo này không tạm dừng, nên không cần gửi tiếp ạ.",
    "announcement_over": "Thông báo này đã xong hoặc đã hủy rồi ạ.",
    "pace": "Em không hiểu tốc độ {pace}. Ví dụ: 300 tin mỗi phút.",
}
UNKNOWN = "Em chưa làm được việc này. Xin thử lại, hoặc gõ: giúp."


def sentence(problem: BotError) -> str:
    """What is said to the person about the problem."""
    return SENTENCES.get(problem.code, UNKNOWN).format_map(_Known(problem.params))


class _Known(dict[str, object]):
    """Leaves a place unnamed rather than failing over a missing parameter."""

    def __missing__(self, key: str) -> str:
        return "…"
