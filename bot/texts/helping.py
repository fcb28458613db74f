"""What is said to somebody who is stuck: what the open question wants, how to get past it, whom to call."""

from __future__ import annotations

from bot.texts.addressing import Said

# After the third answer that could not be taken.
TROUBLE = Said(
    to="Dạ không sao ạ, {who} cứ thong thả.",
    plain="Dạ không sao ạ, cứ thong thả.",
)

# What an answer looks like. By type of question, else by the kind of input.
HOW = {
    "text": "Câu này trả lời bằng chữ, viết như nói chuyện, có dấu hay không dấu đều được.",
    "number": "Câu này cần một con số, gõ bằng số hay bằng chữ đều được.",
    "date": "Câu này cần một ngày, ví dụ: 18/11/2020, 18/11, hoặc hôm qua.",
    "month": "Câu này cần tháng và năm, ví dụ: 11/2020.",
    "year": "Câu này cần một năm, ví dụ: 2020.",
    "time": "Câu này cần giờ, ví dụ: 8h30, hoặc 2 giờ chiều.",
    "moment": "Câu này cần cả ngày và giờ, ví dụ: 18/11 lúc 8h30.",
    "choice": "Câu này có sẵn các dòng: chọn một dòng, hoặc gõ số hay tên của dòng.",
    "photo": "Câu này cần ảnh: bấm nút gửi ảnh, rồi chụp hoặc chọn ảnh có sẵn.",
    "audio": "Câu này trả lời bằng lời nói: bấm giữ micrô để nói, hoặc gửi tệp ghi âm.",
    "video": "Câu này cần video: bấm nút gửi tệp, rồi quay hoặc chọn video có sẵn.",
    "file": "Câu này cần tệp: bấm nút gửi tệp, rồi chọn tệp Word, Excel, PDF hoặc ảnh.",
    "place": "Câu này cần vị trí: gửi vị trí của mình, hoặc dán đường dẫn bản đồ.",
    "code": "Câu này cần mã: gõ chữ và số của mã, hoặc gửi ảnh chụp mã.",
    "acknowledge": "Phần này chỉ để đọc. Đọc xong, chọn dòng ở dưới để đi tiếp.",
}
HOW_MONEY = "Câu này cần số tiền, ví dụ: 2 triệu, 1tr2, 850 ngàn, hoặc 500.000."
HOW_SEVERAL = "Câu này chọn được nhiều dòng: chọn từng dòng, đủ rồi thì gõ: xong."
HOW_RANKED = "Câu này xếp thứ tự: chọn lần lượt từ trước đến sau, hoặc gõ các số, ví dụ: 3, 1, 2."

# The ways past a question, where it has them.
WAY_KEEP = "• Giống số đang hiện, gõ: như cũ"
WAY_NOTHING = "• Kỳ này không có việc đó, gõ: không phát sinh"
WAY_UNKNOWN = "• Chưa có số, gõ: chưa rõ"
WAY_SKIP = "• Muốn để trống, gõ: bỏ qua"
WAY_PHOTO = "• Khó đọc chữ nhỏ: gửi ảnh tờ giấy hoặc ghi âm, phường ghi giúp"
WAY_LATER = "• Muốn hỏi lại ai đó, gõ: để sau"

# Where no question of the form is open.
HOW_DOUBT = "Em hỏi lại cho chắc, vì câu trả lời vừa rồi hơi khác thường. Đúng thì gõ: đúng. Chưa đúng thì gõ số khác."
HOW_REASON = "Xin một lý do ngắn để phường hiểu, viết như nói chuyện. Không muốn ghi thì gõ: bỏ qua."
HOW_REVIEW = "Đây là các câu đã ghi. Muốn sửa câu nào, gõ số của câu đó. Đúng hết rồi thì gõ: gửi."
HOW_GIVE_UP = "Em hỏi lại trước khi bỏ hồ sơ này. Bỏ thì gõ: đúng. Giữ lại thì gõ: quay lại."

OFFICER = Said(
    to="{Who} cần gặp người thật, xin gọi {name}, {phone}.",
    plain="Cần gặp người thật, xin gọi {name}, {phone}.",
)
OFFICER_NO_PHONE = Said(
    to="{Who} cần gặp người thật, xin nhắn {name} ở phường.",
    plain="Cần gặp người thật, xin nhắn {name} ở phường.",
)
