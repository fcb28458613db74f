"""What is said when an answer cannot be read, or can be read in two ways: what was read, what is allowed, an example.

Places: {typed} what the person typed, {shown} how it was read, {example} an answer that would do, {unit} what is
counted, {count} how many lines there are to choose from, {least} and {most} the smallest and the largest number taken.
"""

from __future__ import annotations

from typing import NamedTuple

# Nothing was given at all, or nothing with letters or digits in it.
NOTHING_GIVEN = "Em chưa nhận được câu trả lời. Xin gõ giúp em ạ."
UNREADABLE = "Em chưa đọc được câu trả lời này. Xin gõ bằng chữ hoặc số giúp em ạ."
# Pasted from a document in an old font (TCVN3, VNI).
OLD_FONT = "Chữ này dán từ phông chữ cũ nên em không đọc được dấu. Xin gõ lại trực tiếp vào đây giúp em ạ."
# The form has a question of a type that is not known; the linter keeps such forms from being published.
UNKNOWN_TYPE = "Em chưa nhận được loại câu trả lời này qua trò chuyện. Xin báo giúp em với phường ạ."

# Things that are no answer, whatever the question.
NO_ANSWER = {
    "photo": "Em nhận được ảnh, nhưng câu này cần trả lời bằng chữ hoặc số. Xin gõ giúp em ạ.",
    "document": "Em nhận được tệp, nhưng câu này cần trả lời bằng chữ hoặc số. Xin gõ giúp em ạ.",
    "voice": "Em chưa nghe được tin thoại. Xin gõ chữ giúp em ạ.",
    "video": "Em chưa xem được video. Xin gõ chữ giúp em ạ.",
    "sticker": "Em chưa đọc được nhãn dán. Xin gõ chữ hoặc số giúp em ạ.",
    "location": "Em nhận được vị trí, nhưng câu này cần trả lời bằng chữ hoặc số. Xin gõ giúp em ạ.",
    "contact": "Em nhận được danh thiếp, nhưng câu này cần trả lời bằng chữ hoặc số. Xin gõ giúp em ạ.",
    "withheld": (
        "Tin vừa gửi không đến được em: ở đây em chỉ nhận được chữ, ảnh và tin thoại. "
        "Cần gửi tệp hay video, xin gõ: thêm kênh, rồi mở trang web và gửi ở đó ạ."
    ),
    "other": "Em chưa đọc được loại tin này. Xin gõ chữ hoặc số giúp em ạ.",
}

# Why an answer could not be read. Keys: forms/values/findings.py.
PROBLEMS = {
    "no_number": "Em chưa đọc được con số nào trong câu “{typed}”. Xin gõ số giúp em, ví dụ: {example}.",
    "several": "Em thấy nhiều con số trong câu “{typed}”, chưa biết ghi số nào. Xin gõ một số thôi, ví dụ: {example}.",
    "percent": "Em đọc “{typed}” là phần trăm. Câu này cần con số đếm được, phần trăm em tự tính. Ví dụ: {example}.",
    "decimal": "Em đọc “{typed}” là số có phần lẻ. Câu này cần số nguyên, ví dụ: {example}.",
    "negative": "Em đọc “{typed}” là số âm. Câu này nhận từ 0 trở lên, ví dụ: {example}.",
    "estimate": "Em đọc “{typed}” là số ước chừng. Câu này cần con số chính xác, ví dụ: {example}.",
    "vague": "Em chưa biết “{typed}” là bao nhiêu. Xin gõ một con số giúp em, ví dụ: {example}.",
    "range": "Em đọc “{typed}” là khoảng giữa hai số. Câu này cần một con số chính xác, ví dụ: {example}.",
    "phone": "Em đọc “{typed}” là số điện thoại. Câu này cần con số khác, ví dụ: {example}.",
    "too_big": "Số “{typed}” dài quá, câu này nhận đến {most}. Xin xem lại giúp em, ví dụ: {example}.",
    "thousands": "Em chưa rõ “{typed}” là bao nhiêu. Xin gõ đủ các chữ số, ví dụ: 5 hoặc 5000.",
    "money": "Em đọc “{typed}” là số tiền. Câu này cần con số đếm được, ví dụ: {example}.",
    "not_dong": "Em chưa rõ “{typed}” là nghìn, triệu hay tỷ. Xin gõ kèm đơn vị, ví dụ: 500k, 1tr2 hoặc 1.200.000.",
    "no_date": "Em chưa đọc được ngày trong câu “{typed}”. Xin gõ ngày, tháng, năm, ví dụ: {example}.",
    "no_such_day": "Trong lịch không có ngày “{typed}”. Xin gõ theo thứ tự ngày/tháng/năm, ví dụ: {example}.",
    "lunar": "Em đọc “{typed}” là ngày âm lịch. Xin gõ ngày dương lịch giúp em, ví dụ: {example}.",
    "month_only": "Em mới thấy tháng hoặc năm trong câu “{typed}”. Xin gõ đủ ngày, tháng, năm, ví dụ: {example}.",
    "vague_date": "Em chưa rõ “{typed}” là ngày nào. Xin gõ đủ ngày, tháng, năm dương lịch, ví dụ: {example}.",
    "no_month": "Em chưa đọc được tháng trong câu “{typed}”. Xin gõ tháng và năm, ví dụ: {example}.",
    "no_such_month": "Em đọc “{typed}” mà không thấy tháng, năm nào như vậy. Xin gõ lại, ví dụ: {example}.",
    "no_year_read": "Em chưa đọc được năm trong câu “{typed}”. Xin gõ đủ bốn chữ số, ví dụ: {example}.",
    "no_time": "Em chưa đọc được giờ trong câu “{typed}”. Xin gõ giờ, ví dụ: {example}.",
    "no_such_time": "Trong ngày không có giờ “{typed}”. Xin gõ lại giờ, ví dụ: {example}.",
    "several_times": "Em thấy nhiều giờ trong câu “{typed}”, chưa biết ghi giờ nào. Xin gõ một giờ, ví dụ: {example}.",
    "no_moment": "Em chưa đọc được ngày giờ trong câu “{typed}”. Xin gõ cả ngày và giờ, ví dụ: {example}.",
    "time_only": "Em mới thấy giờ trong câu “{typed}”, chưa thấy ngày. Xin gõ cả ngày và giờ, ví dụ: {example}.",
    "day_only": "Em mới thấy ngày trong câu “{typed}”, chưa thấy giờ. Xin gõ cả ngày và giờ, ví dụ: {example}.",
    "no_place": "Em chưa đọc được vị trí trong câu “{typed}”. Xin gửi vị trí, dán đường dẫn bản đồ, hoặc gõ tọa độ, "
    "ví dụ: {example}.",
    "unread_link": "Đường dẫn này không ghi rõ tọa độ nên em chưa đọc được. Xin gửi vị trí, hoặc gõ tọa độ của chỗ đó, "
    "ví dụ: {example}.",
    "no_digits": "Em chưa thấy dãy số nào trong câu “{typed}”. Xin gõ các chữ số, ví dụ: {example}.",
    "not_in_range": "Em đọc là {read}. Câu này nhận từ {least} đến {most}, ví dụ: {example}.",
    "off_step": "Em đọc là {read}. Câu này nhận các số từ {least} đến {most}, cách nhau {step}; gần nhất là {near}.",
    "no_birth_year": "Em chưa đọc được năm nào trong câu “{typed}”. Xin gõ đủ bốn chữ số, ví dụ: 1962.",
    "polite_only": "Em chưa rõ “{typed}” là chọn dòng nào. Xin chọn một dòng, hoặc gõ số từ 1 đến {count}.",
    "no_yes_no": "Em chưa rõ “{typed}” là có hay không. Xin gõ: có, hoặc: không.",
    "no_choice": "Em chưa thấy “{typed}” trong các dòng để chọn. Xin chọn một dòng, hoặc gõ số từ 1 đến {count}.",
    "no_such_number": "Không có dòng nào ứng với “{typed}”. Xin chọn một dòng, hoặc gõ số từ 1 đến {count}.",
    "several_choices": "Em thấy “{typed}” khớp với nhiều dòng. Xin chọn một dòng, hoặc gõ số từ 1 đến {count}.",
}

# What an answer probably means. Keys as above.
DOUBTS = {
    "fraction": "Em đọc là {shown}, lấy số đứng trước dấu gạch. Có đúng không ạ?",
    "sum": "Em cộng lại được {shown}. Có đúng không ạ?",
    "spoken": "Em đọc “{typed}” là {shown}. Có đúng không ạ?",
    "extra_words": "Em đọc “{typed}” là {shown}. Có đúng không ạ?",
    "unclear_mark": "Em đọc “{typed}” là {shown}. Có đúng không ạ?",
    "other_unit": "Câu này đang hỏi số {unit}. Em đọc là {shown}, có đúng không ạ?",
    "not_yet": "Em đọc là {shown}, nghĩa là không có. Có đúng không ạ? Nếu chưa có số liệu, xin gõ: chưa rõ.",
    "small": "Em đọc là {shown}. Có đúng không ạ? Nếu là nghìn, xin gõ {digits}k. Nếu là triệu, xin gõ {digits}tr.",
    "odd_digits": "Em đọc là {shown}. Dãy số này hơi lạ với một số tiền, có đúng không ạ?",
    "maybe_lunar": "Em đọc theo dương lịch: {shown}. Có đúng không ạ? Nếu là ngày âm, xin gõ ngày dương giúp em.",
    "no_year": "Em đọc là ngày {shown}. Có đúng cả ngày, tháng, năm không ạ?",
    "unusual_date": "Em đọc “{typed}” là ngày {shown}. Có đúng không ạ?",
    "unusual_month": "Em đọc “{typed}” là {shown}. Có đúng không ạ?",
    "half_of_day": "Em đọc là {shown}. Có đúng không ạ? Nếu không phải, xin gõ: {other}.",
    "unusual_time": "Em đọc “{typed}” là {shown}. Có đúng không ạ?",
    "far_place": "Em đọc là {shown}. Chỗ này ở ngoài Việt Nam, có đúng không ạ?",
    "swapped_place": "Em đọc là {shown}, vĩ độ trước, kinh độ sau. Có đúng không ạ?",
    "age": "Em tính ra năm sinh {shown}. Có đúng không ạ? Nếu biết chắc năm sinh, xin gõ đủ bốn chữ số.",
    "age_or_year": "Em đọc là năm {shown}. Có đúng không ạ? Nếu là {digits} tuổi, xin gõ: {digits} tuổi.",
    "near_choice": "Em hiểu là: {shown}. Có đúng không ạ?",
}

# Free text.
TOO_LONG = "Câu trả lời dài {length} chữ cái, em ghi được đến {most}. Xin viết gọn lại giúp em ạ."
IDENTITY_NUMBER = (
    "Trong câu có dãy số giống số căn cước nên em không ghi lại. Xin gõ lại mà không có số đó; nếu là số tiền, "
    "xin viết thêm chữ đồng ở sau."
)
ACCOUNT_NUMBER = (
    "Trong câu có dãy số giống số tài khoản nên em không ghi lại. Xin gõ lại mà không có số đó; nếu là số tiền, "
    "xin viết thêm chữ đồng ở sau."
)

# Choices.
NOT_OFFERED = "Dòng vừa chọn không còn nữa. Xin chọn lại giúp em ạ."
ONE_ONLY = "Em thấy “{typed}” là nhiều dòng, mà câu này chỉ chọn một. Xin chọn một dòng, hoặc gõ số từ 1 đến {count}."

# A long list, searched by what was typed. count: how many lines there are.
NARROWED = "Có {count} dòng có chữ “{typed}”."
NOT_IN_LIST = "Em chưa thấy dòng nào có chữ “{typed}”. Xin gõ một phần tên khác, hoặc số của một dòng đang hiện."

# A ranking. left: how many choices have no place yet.
RANK_PLACE = "{place}. {label}"
RANK_UNFINISHED = "Còn {left} dòng chưa xếp. Xin chọn tiếp theo thứ tự, hoặc gõ đủ số của các dòng, ví dụ: {example}."
RANKED_TWICE = "Em thấy “{typed}” nhắc một dòng hai lần. Xin gõ mỗi dòng một lần, ví dụ: {example}."


class FileTexts(NamedTuple):
    """What is said about the files of one type of question."""

    shown: str
    needed: str
    wrong: str
    too_big: str
    not_kept: str
    too_many: str


# By type of question. most: megabytes, or how many are taken; present: how many there are.
FILES = {
    "image": FileTexts(
        shown="{count} ảnh",
        needed="Câu này cần ảnh. Xin chụp hoặc chọn ảnh rồi gửi vào đây; không có ảnh thì gõ: bỏ qua.",
        wrong="Tệp vừa gửi không phải là ảnh. Xin gửi ảnh chụp giúp em ạ.",
        too_big="Ảnh này nặng quá, em nhận đến {most} MB một ảnh. Xin chụp lại nhỏ hơn giúp em ạ.",
        not_kept="Em chưa tải được ảnh vừa gửi. Xin gửi lại giúp em ạ.",
        too_many="Câu này nhận nhiều nhất {most} ảnh, mà em đã có {present} ảnh. Đủ rồi thì gõ: xong.",
    ),
    "audio": FileTexts(
        shown="{count} bản ghi âm",
        needed="Câu này trả lời bằng lời nói. Xin bấm giữ micrô để nói, hoặc gửi tệp ghi âm; không có thì gõ: bỏ qua.",
        wrong="Tệp vừa gửi không phải là ghi âm. Xin gửi tin thoại hoặc tệp ghi âm giúp em ạ.",
        too_big="Bản ghi âm này dài quá, em nhận đến {most} MB. Xin ghi lại ngắn hơn giúp em ạ.",
        not_kept="Em chưa tải được bản ghi âm vừa gửi. Xin gửi lại giúp em ạ.",
        too_many="Câu này nhận nhiều nhất {most} bản ghi âm, mà em đã có {present}. Đủ rồi thì gõ: xong.",
    ),
    "video": FileTexts(
        shown="{count} video",
        needed="Câu này cần video. Xin quay hoặc chọn video rồi gửi vào đây; không có thì gõ: bỏ qua.",
        wrong="Tệp vừa gửi không phải là video. Xin gửi video giúp em ạ.",
        too_big="Video này nặng quá, em nhận đến {most} MB. Xin quay lại ngắn hơn giúp em ạ.",
        not_kept="Em chưa tải được video vừa gửi. Xin gửi lại giúp em ạ.",
        too_many="Câu này nhận nhiều nhất {most} video, mà em đã có {present}. Đủ rồi thì gõ: xong.",
    ),
    "file": FileTexts(
        shown="{count} tệp",
        needed="Câu này cần tệp, ví dụ Word, Excel hoặc PDF. Xin gửi tệp vào đây; không có thì gõ: bỏ qua.",
        wrong="Em không nhận loại tệp này, vì có thể gây hại cho máy. Xin gửi tệp Word, Excel, PDF hoặc ảnh giúp em ạ.",
        too_big="Tệp này nặng quá, em nhận đến {most} MB một tệp. Xin gửi tệp nhỏ hơn giúp em ạ.",
        not_kept="Em chưa tải được tệp vừa gửi. Xin gửi lại giúp em ạ.",
        too_many="Câu này nhận nhiều nhất {most} tệp, mà em đã có {present} tệp. Đủ rồi thì gõ: xong.",
    ),
}

# A place on the map.
NEEDS_A_PLACE = (
    "Câu này cần vị trí trên bản đồ. Xin gửi vị trí, dán đường dẫn bản đồ, hoặc gõ tọa độ, ví dụ: {example}."
)

# A code that is typed, or photographed where it cannot be read.
CODE_PHOTO_SHOWN = "ảnh chụp mã"
NEEDS_A_CODE = "Câu này cần mã. Xin gõ các chữ và số của mã, hoặc gửi ảnh chụp mã ạ."
CODE_TOO_LONG = "Mã dài {length} chữ, em ghi được đến {most}. Xin gõ lại giúp em, hoặc gửi ảnh chụp mã ạ."

# Something to read, and to say that one has read it.
ACKNOWLEDGED = "đã đọc"
NEEDS_ACKNOWLEDGING = "Đọc xong, xin gõ: đồng ý. Nếu chưa đồng ý, gõ: để sau."
ONLY_POLITE = "Em đọc là đồng ý. Có đúng không ạ?"

# Whether there is one more row of a list.
MORE_ROWS_UNREAD = "Em chưa hiểu “{typed}”. Còn nữa thì gõ: thêm. Hết rồi thì gõ: đủ rồi."
ROWS_SHOWN = "đủ {count} mục"
NO_ROWS_SHOWN = "không có"
