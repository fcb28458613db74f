"""What is said when a khóm sends a photo or a recording instead of typing, and the ward enters the answer for it."""

from __future__ import annotations

from bot.texts.addressing import Said

# What was sent: "ảnh này", "3 ảnh". By kind of attachment.
FILES = {"photo": "ảnh", "voice": "bản ghi âm", "video": "video", "document": "tệp"}
ONE = "{what} này"
SEVERAL = "{count} {what}"

# To the khóm. label: the question's short name.
KEPT_NUMBER = Said(
    to=(
        "Dạ, em đã giữ {files} cho câu “{label}”. Cán bộ phường sẽ xem và ghi giúp.\n"
        "{Who} gõ số nếu biết, hoặc chọn Nhờ phường ghi giúp để sang câu tiếp."
    ),
    plain=(
        "Dạ, em đã giữ {files} cho câu “{label}”. Cán bộ phường sẽ xem và ghi giúp.\n"
        "Xin gõ số nếu biết, hoặc chọn Nhờ phường ghi giúp để sang câu tiếp."
    ),
)
KEPT_WORDS = Said(
    to=(
        "Dạ, em đã giữ {files} cho câu “{label}”. Cán bộ phường sẽ xem và ghi giúp.\n"
        "{Who} trả lời nếu biết, hoặc chọn Nhờ phường ghi giúp để sang câu tiếp."
    ),
    plain=(
        "Dạ, em đã giữ {files} cho câu “{label}”. Cán bộ phường sẽ xem và ghi giúp.\n"
        "Xin trả lời nếu biết, hoặc chọn Nhờ phường ghi giúp để sang câu tiếp."
    ),
)
KEPT_WHOLE = Said(
    to=(
        "Dạ, em đã giữ {files} cho cả phiếu. Cán bộ phường sẽ xem và ghi giúp.\n"
        "{Who} chọn Nhờ phường ghi giúp cả phiếu là xong, hoặc gõ số nếu biết."
    ),
    plain=(
        "Dạ, em đã giữ {files} cho cả phiếu. Cán bộ phường sẽ xem và ghi giúp.\n"
        "Chọn Nhờ phường ghi giúp cả phiếu là xong, hoặc gõ số nếu biết."
    ),
)
KEPT_WITH_REVIEW = "Dạ, em đã giữ {files} gửi kèm phiếu này."
KEPT_WITH_ANSWER = "Em đã giữ {files} cho câu “{label}”."

# A file came where no report is open.
CHOOSE_FIRST = "Em chưa biết tệp này của báo cáo nào. Xin chọn báo cáo ở dưới, rồi gửi lại giúp em."

# "Gửi ảnh được không?", asked before anything was sent.
PAPER_WORDS = ("gửi ảnh", "gửi hình", "chụp ảnh", "chụp hình", "chụp giấy", "gửi giấy", "ghi âm", "nói bằng lời")
PAPER_DOING = ("gửi", "chụp", "nộp", "đưa", "nói")
PAPER_THINGS = ("ảnh", "hình", "giấy", "ghi âm", "bằng lời", "bằng miệng")
PAPER_ASKING = ("không", "ko", "hông", "được", "dc")
MAY_SEND = "Dạ được ạ, xin gửi ảnh tờ giấy hoặc ghi âm vào đây, phường ghi giúp."
MAY_SEND_FIRST = "Dạ gửi ảnh hay ghi âm được ạ. Xin chọn báo cáo ở dưới trước, rồi gửi giúp em."

LEAVE = "Nhờ phường ghi giúp"
LEAVE_WORDS = ("nhờ phường ghi giúp", "nhờ ghi giúp", "ghi giúp", "ghi giùm", "nhờ phường")
LEAVE_REST = "Nhờ phường ghi giúp cả phiếu"
LEAVE_REST_WORDS = ("nhờ phường ghi giúp cả phiếu", "nhờ ghi giúp cả phiếu", "ghi giúp cả phiếu", "ghi giúp hết")
LEFT = "Câu “{label}”: em đã nhờ phường ghi giúp."
LEFT_REST = "Em đã nhờ phường ghi giúp {count} câu. Xin chọn Gửi về phường để gửi phiếu."
LEFT_NONE = "Không còn câu nào để nhờ ghi giúp ạ."
NOT_HERE = "Câu này phường không trả lời thay được, xin trả lời giúp em ạ."

# In the review and in what was sent, in the place of the answer or behind it.
MARK_ASKED = "nhờ phường ghi giúp"
MARK_ENTERED = "{shown} (phường ghi giúp, chờ xác nhận)"
MARK_CONFIRMED = "{shown} (phường ghi giúp)"
MARK_DISPUTED = "{shown} (phường ghi giúp, khóm báo chưa đúng)"

# The notice to the ward's officers. unit: "Khóm 1"; title: "Báo cáo quý IV năm 2020" or, of a case, with its code.
NOTICE = "{unit} ({name}) nhờ ghi giúp trong {title}."
NOTICE_SENT = "{unit} đã gửi {title}, còn {count} câu nhờ ghi giúp."
NOTICE_HINT = "Chọn Xem phiếu, hoặc gõ: khóm nhờ ghi giúp."
OPEN = "Xem phiếu"
CASE = "{title} {code}"

# The ward's list.
LABEL = "Khóm nhờ ghi giúp"
WORDS = ("khóm nhờ ghi giúp", "phiếu nhờ ghi giúp", "ảnh khóm gửi")
LIST = "Các phiếu khóm nhờ ghi giúp hoặc gửi kèm ảnh, ghi âm:"
LIST_LINE = "• {unit} · {title}: {load}"
LIST_CHOICE = "{unit} · {title}"
LIST_EMPTY = "Hiện không có khóm nào nhờ ghi giúp."
LIST_HINT = "Chọn một phiếu để xem ảnh và ghi."
LOAD_ASKED = "{count} câu nhờ ghi giúp"
LOAD_UNCONFIRMED = "{count} câu chờ khóm xác nhận"
LOAD_UNSEEN = "{count} tệp chưa xem"
LOAD_NONE = "không còn việc gì"
MENU_LINE = "Có {count} phiếu khóm nhờ ghi giúp."

# One submission as the ward sees it.
SHEET = "{unit} · {title}"
SHEET_LINE = "{number}. {label}: {shown}"
SHEET_LINE_DONE = "• {label}: {shown}"
SHEET_OWN = "{shown} (khóm tự trả lời)"
SHEET_FILES = "Khóm gửi: {files}."
SHEET_FILES_LINE = "{count} {what}"
SHEET_NO_FILES = "Khóm không gửi ảnh hay ghi âm nào; cần thì gọi cho khóm."
SHEET_HINT = "Chọn số của câu để ghi. Chọn Xem tệp khóm gửi để xem ảnh, nghe ghi âm."
SHEET_HINT_NOTHING = "Không còn câu nào để ghi."
NO_SUCH_LINE = "Em đọc là {number}, nhưng chỉ ghi được những câu có số dưới đây ạ."
FILES_BUTTON = "Xem tệp khóm gửi"
FILES_WORDS = ("xem tệp", "xem tệp khóm gửi", "xem ảnh", "nghe ghi âm")
TELL = "Nhờ khóm xác nhận"
TELL_WORDS = ("nhờ khóm xác nhận", "nhờ xác nhận", "báo khóm", "xong")
LIST_BUTTON = "Các phiếu khác"
LIST_WORDS = ("các phiếu khác", "danh sách", "phiếu khác")
SHEET_BUTTON = "Về phiếu"
SHEET_WORDS = ("về phiếu", "quay lại", "bỏ qua", "để sau")
FILE_FOR = "{name} gửi lúc {time} ngày {day} cho câu “{label}”."
FILE_FOR_WHOLE = "{name} gửi lúc {time} ngày {day} cho cả phiếu."
ASKING = "Ghi giúp {unit} · {label}"
ENTERED = "Em ghi giúp {unit}: {label} là {shown}."
ENTERED_PRIVATE = "Em ghi giúp {unit}: {label}."
UNREADABLE = "Chưa đọc được thì chọn Về phiếu, hoặc gọi cho khóm."
GONE = "Phiếu này không còn hỏi câu đó."
MEANWHILE = "Câu “{label}” khóm vừa tự trả lời: {shown}. Em không ghi đè."
MEANWHILE_CONFIRMED = "Câu “{label}” khóm đã xác nhận: {shown}. Em không ghi đè."
TOLD = "Em đã nhờ {names} xác nhận {count} câu."
IN_CORRECTION = "Khóm đang sửa phiếu này; số vừa ghi về phường khi khóm gửi lại."
NOT_SENT_YET = "Khóm chưa gửi phiếu này; số vừa ghi về phường khi khóm gửi."

# To the khóm, once the ward has entered something.
CONFIRM_ONE = "Cán bộ {name} đã ghi giúp: {label} là {shown}. Có đúng không ạ?"
CONFIRM_MANY = "Cán bộ {name} đã ghi giúp {count} câu:\n{lines}\nCó đúng không ạ?"
CONFIRM_LINE = "• {label}: {shown}"
CONFIRM_PRIVATE = "(đã ghi, đang ẩn)"
CONFIRM_HINT = "Đúng hết thì chọn Đúng. Có câu sai thì chọn Chưa đúng. Xem lại tin này, gõ: xem ghi giúp."
RIGHT = "Đúng"
RIGHT_WORDS = ("đúng", "đúng rồi", "đúng vậy", "dạ đúng", "vâng", "ừ", "phải", "ok")
WRONG = "Chưa đúng"
WRONG_WORDS = ("chưa đúng", "không đúng", "sai", "không")
CONFIRM_WORDS = ("xem ghi giúp", "số phường ghi giúp")
CONFIRMED = Said(
    to="Dạ, em ghi là đúng. Cảm ơn {who} ạ.",
    plain="Dạ, em ghi là đúng. Cảm ơn ạ.",
)
CONFIRMED_NOT_SENT = "Phiếu này chưa gửi: xem lại rồi chọn Gửi về phường."
CONFIRMED_LINES = "{lines}\n✓ Đúng"
WHICH_WRONG = "Câu nào chưa đúng ạ?"
CORRECT_IT = "Xin gõ lại câu này giúp em."
NOTHING_TO_CONFIRM = "Không có câu nào chờ xác nhận ạ."
PENDING_LINE = "Phường đã ghi giúp vài câu, chờ xem lại có đúng không."
PENDING_CHOICE = "Xem số phường ghi giúp"

# In the officer's list of who has sent, behind how far a khóm has come.
PROGRESS_ASKED = "{state}, còn {count} câu nhờ ghi giúp"
PROGRESS_UNCONFIRMED = "{state}, {count} câu phường ghi khóm chưa xác nhận"
PROGRESS_BOTH = "{state}, còn {asked} câu nhờ ghi giúp, {unconfirmed} câu phường ghi khóm chưa xác nhận"
