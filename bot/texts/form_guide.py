"""What the sheet "Hướng dẫn" of a downloaded form explains, and what stands in the notes of its headings."""

from __future__ import annotations

SHEET = "Hướng dẫn"
TITLE = "Cách sửa phiếu “{title}”"
STEPS = (
    "1. Mỗi dòng ở trang survey là một câu hỏi, em hỏi từ trên xuống. Thêm câu: chèn một dòng mới vào chỗ muốn hỏi.",
    "2. Mỗi câu cần ba ô: type (kiểu câu), name (tên riêng, chữ không dấu, nối bằng _), label (lời hỏi).",
    "3. Đừng đổi name của câu đang dùng: số liệu các kỳ được nối với nhau bằng tên này.",
    "4. Nhắc đến câu khác thì viết ${tên}, ví dụ ${tong_so_ho}. Ô của chính câu đó viết là dấu chấm.",
    "5. Lưu lại thành tệp .xlsx, gửi vào mục Biểu mẫu. Em kiểm tra, cho thử, rồi mới dùng. Trang này em không đọc.",
)
COLUMNS_TITLE = ("Cột", "Ghi gì vào đây", "Ví dụ")
COLUMNS = {
    "type": ("Kiểu câu hỏi; bấm vào ô để chọn. Sau select_one, select_multiple là tên danh sách.", "integer"),
    "name": ("Tên riêng của câu: chữ thường không dấu, số và dấu _. Không trùng nhau.", "so_buoi_hop"),
    "label": ("Lời hỏi, như nói với trưởng khóm.", "Trong quý khóm họp mấy buổi ạ?"),
    "hint": ("Dòng nhỏ dưới câu hỏi: ví dụ cách trả lời.", "Ví dụ: 3"),
    "media::image": ("Tên tệp ảnh đưa kèm câu hỏi; gửi tệp đó cùng biểu mẫu. Tiếng: media::audio.", "ban-do.png"),
    "required": ("yes: phải trả lời. Để trống: được bỏ qua.", "yes"),
    "relevant": ("Chỉ hỏi khi điều này đúng. Để trống: luôn hỏi.", "${so_buoi_hop} > 0"),
    "constraint": ("Câu trả lời phải đúng điều này, nếu không em hỏi lại.", ". >= 0 and . <= ${tong_so_ho}"),
    "constraint_message": (
        "Em nói câu này khi trả lời chưa đúng: đọc được gì, cho phép gì.",
        "Em đọc là ${so_ho}. Xin gõ từ 0 đến ${tong_so_ho}.",
    ),
    "required_message": ("Em nói câu này khi bỏ trống câu phải trả lời.", "Câu này phường cần số ạ."),
    "calculation": ("Phép tính, cho dòng kiểu calculate.", "${so_nam} + ${so_nu}"),
    "default": ("Giá trị có sẵn, người trả lời giữ hoặc sửa.", "0"),
    "appearance": ("Cách hiện câu hỏi.", "multiline"),
    "choice_filter": ("Chỉ đưa ra những lựa chọn đúng điều này.", "huyen = ${huyen}"),
    "parameters": ("Thiết lập thêm của kiểu câu.", "start=0 end=10 step=1"),
    "trigger": ("Tính lại khi câu này đổi.", "${tong_so_ho}"),
    "bind::khom:short": ("Tên ngắn: dùng khi xem lại và trong sổ tổng hợp.", "Số buổi họp"),
    "bind::khom:also": (
        "Tên gọi khác, cách nhau bằng dấu phẩy: nhờ đó em hiểu khi một tin có nhiều số.",
        "họp, cuộc họp",
    ),
    "bind::khom:unit": ("Đơn vị: hộ, người, đồng... Ghi đồng là câu hỏi tiền, gõ được 1tr2.", "buổi"),
    "bind::khom:time": (
        "stock: số hiện có; flow: số phát sinh trong kỳ; year: số của cả năm. stock, year thì nhắc lại số kỳ trước.",
        "flow",
    ),
    "bind::khom:empty": ("nothing: được trả lời không phát sinh; unknown: được trả lời chưa có số liệu.", "unknown"),
    "bind::khom:privacy": ("public, personal hoặc sensitive: ai được xem. Không ghi là public.", "personal"),
    "bind::khom:warn": ("Đúng điều này thì số hơi lạ: em hỏi lại cho chắc, vẫn nhận.", ". > 50"),
    "bind::khom:warnMsg": ("Em nói câu này khi số hơi lạ.", "Em ghi ${so_buoi_hop} buổi, nhiều hơn thường lệ."),
    "bind::khom:usual": (
        "Số chênh quá bao nhiêu lần so với các kỳ trước thì em hỏi lại. off: không so. Để trống: em tự so.",
        "2",
    ),
    "bind::khom:max": ("Số ảnh nhiều nhất của câu ảnh.", "3"),
    "bind::khom:given": ("yes: máy tự điền (khóm, kỳ). Xin đừng sửa những dòng này.", "yes"),
    "bind::khom:supplier": ("Ngành giữ số chính thức.", "LĐTBXH"),
    "bind::type": ("Kiểu của phép tính: int hoặc decimal thì số được viết như 1.034.", "int"),
    "list_name": ("Tên danh sách, ghi sau select_one hoặc select_multiple.", "loai_nha"),
    "form_title": ("Tên phiếu.", "Báo cáo định kỳ của khóm"),
    "form_id": ("Mã loại phiếu. Đừng đổi: nhờ mã này em biết tệp thuộc phiếu nào.", "khom_dinh_ky"),
    "version": ("Số bản do người soạn ghi; em tự đếm bản riêng.", "2026090101"),
    "namespaces": ("Khai báo các cột khom:. Đừng đổi.", 'khom="urn:khombot:forms"'),
}
TYPES_TITLE = ("Kiểu (type)", "Là gì", "")
TYPES = {
    "integer": "số đếm: hộ, người, buổi, đồng",
    "decimal": "số có phần lẻ",
    "text": "chữ",
    "date": "ngày",
    "time": "giờ",
    "dateTime": "ngày và giờ",
    "range": "chấm điểm trong một khoảng; ghi khoảng vào parameters",
    "select_one {list}": "chọn một trong danh sách",
    "select_multiple {list}": "chọn nhiều trong danh sách",
    "rank {list}": "xếp thứ tự các mục của danh sách",
    "image": "ảnh",
    "audio": "lời nói",
    "video": "đoạn video",
    "file": "tệp bất kỳ",
    "geopoint": "vị trí",
    "barcode": "mã vạch, gõ hoặc chụp",
    "note": "lời nhắn, không phải trả lời",
    "acknowledge": "đọc rồi bấm Đã đọc",
    "calculate": "phép tính, không hỏi ai",
    "hidden": "giá trị ẩn, không hỏi ai",
    "begin_group": "mở một nhóm câu; label là tên phần",
    "end_group": "đóng nhóm",
    "begin_repeat": "mở một danh sách: hỏi xong một mục thì hỏi còn nữa không",
    "end_repeat": "đóng danh sách",
}
ANY_LIST = "danh_sach"
"""Stands for a list's name where the form has none."""
