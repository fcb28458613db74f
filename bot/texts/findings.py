"""What is wrong with a form, said to the officer who wrote it: what, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

# Where in the workbook: cell, row, column, sheet; nothing for the file as a whole.
PLACES = (
    "Trang {sheet}, dòng {row}, cột {column}",
    "Trang {sheet}, dòng {row}",
    "Trang {sheet}, cột {column}",
    "Trang {sheet}",
    "",
)
# One line of the short list, and its end.
LINE = "• {finding}"
MORE = "và {count} lỗi nữa, xin xem trong tệp gửi kèm."
# The first sheet of the workbook that an officer gets back.
MARKED_SHEET = "Cần sửa"
MARKED_TITLE = "Phiếu có {refusals} chỗ phải sửa và {warnings} chỗ nên xem"
MARKED_NOTE = "Bấm vào cột Ở đâu để đến ô đó. Ô phải sửa tô đỏ, ô nên xem tô vàng; trỏ vào ô để đọc ghi chú."
MARKED_HEADINGS = ("Số", "Mức", "Ở đâu", "Có gì chưa đúng", "Cách sửa")
MUST, SHOULD = "Phải sửa", "Nên xem"
WHOLE_FILE = "Cả tệp"


class FindingText(NamedTuple):
    """What is wrong with a form, and what its author does about it."""

    what: str
    cure: str


# What the expression reader and pyxform say, by a pattern of their English words; others stay as they are.
SAID = (
    (r"A quotation mark is not closed\.", "dấu nháy mở mà không đóng."),
    (r"Use straight quotation marks, ' or \"\.", "dấu nháy cong."),
    (r"(.+) has no meaning here\.", r"\1 không có nghĩa ở đây."),
    (r"(.+) was not expected here\.", r"\1 không đúng chỗ."),
    (r"(.+) was expected here, not the end\.", r"thiếu \1 ở cuối."),
    (r"(.+) was expected here, not (.+)\.", r"ở đây phải là \1, không phải \2."),
    (r"The expression ends too early\.", "biểu thức bị dở dang."),
    (r"The name of a node was expected here\.", "thiếu tên câu hỏi."),
    (r"There is no axis (.+)\.", r"không có \1."),
    (r"The expression is (?:nested too deeply|too long).*", "biểu thức quá dài, xin tách bớt ra câu calculate."),
    (r"(.+) takes at least (\d+) arguments?, not (\d+)\.", r"\1 cần ít nhất \2, đang có \3."),
    (r"(.+) takes no arguments, not (\d+)\.", r"\1 không cần gì trong ngoặc, đang có \2."),
    (r"(.+) takes (\d+) to (\d+) arguments?, not (\d+)\.", r"\1 cần từ \2 đến \3, đang có \4."),
    (r"(.+) takes (\d+) arguments?, not (\d+)\.", r"\1 cần \2, đang có \3."),
    (
        r"is invalid\. Names must begin.*",
        "tên phải bắt đầu bằng chữ, chỉ gồm chữ, số và dấu _, không có khoảng trắng.",
    ),
    (r"is invalid\. Reference variables must start.*", "tên câu phải viết trong ${ và }."),
    (r"is invalid\. For the '(.+)' question type, the parameter '(.+)' must be a number", r"\2 của \1 phải là số."),
    (r"Parameter (.+) must have an integer value\.", r"\1 phải là số nguyên."),
    (r"pyxform cannot convert this form \(RecursionError.*", "các nhóm lồng nhau quá sâu."),
    (r"pyxform cannot convert this form.*", "có chỗ viết mà trình chuyển biểu mẫu không hiểu."),
    (r"'(.+)' is invalid\. The name .+ is reserved.*", r"tên \1 đã được dùng riêng, xin đặt tên khác."),
    (r"Missing calculation", "câu calculate chưa có phép tính ở cột calculation."),
    (r"missing argument to repetition operator: (.+)", r"dấu \1 không đứng sau chữ nào"),
    (r"missing (.+)", r"thiếu dấu \1"),
    (r"unexpected (.+)", r"thừa dấu \1"),
    (r"invalid perl operator: (.+)", r"không dùng được \1"),
    (r"invalid (.+)", r"không dùng được \1"),
)

FINDINGS = {
    # The file.
    "unreadable": FindingText(
        "Em không đọc được tệp này như một biểu mẫu.", "Xin mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."
    ),
    "bundle_unreadable": FindingText(
        "Em không mở được tệp nén này.", "Xin nén lại dạng .zip, hoặc gửi riêng tệp .xlsx rồi gửi các tệp kia."
    ),
    "bundle_workbooks": FindingText(
        "Tệp nén phải có đúng một tệp .xlsx; tệp này có {count}.", "Xin nén lại rồi gửi, hoặc gửi riêng tệp .xlsx."
    ),
    "bundle_too_large": FindingText(
        "Tệp nén này mở ra quá lớn (em chỉ nhận đến {files} tệp, {allowed}).", "Xin bỏ bớt tệp không cần rồi gửi lại."
    ),
    "not_a_form_file": FindingText("Em không nhận biểu mẫu dạng {type}.", "Xin lưu lại dạng .xlsx rồi gửi lại."),
    "too_large": FindingText(
        "Tệp nặng {size}, em chỉ nhận đến {allowed}.", "Xin bỏ ảnh và các trang không cần, rồi gửi lại."
    ),
    "old_excel": FindingText(
        "Đây là tệp Excel kiểu cũ (.xls).", "Xin mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại."
    ),
    "protected": FindingText("Tệp này có đặt mật khẩu.", "Xin bỏ mật khẩu, lưu lại rồi gửi lại."),
    "macros": FindingText(
        "Tệp này có macro, em không nhận vì lý do an toàn.", "Xin lưu lại dạng .xlsx (không có macro) rồi gửi lại."
    ),
    "external_links": FindingText(
        "Tệp này lấy số liệu từ tệp khác.",
        "Trong Excel, xin vào Data, Edit Links, bấm Break Link rồi lưu và gửi lại.",
    ),
    "zip_bomb": FindingText(
        "Tệp này mở ra quá lớn (em chỉ nhận đến {allowed}).",
        "Xin chép các trang cần dùng sang tệp mới rồi gửi lại.",
    ),
    "xml_entities": FindingText(
        "Tệp này có phần khai báo lạ bên trong nên em không mở.", "Xin mở tệp bằng Excel, lưu lại rồi gửi lại."
    ),
    "no_survey": FindingText(
        "Tệp này không có trang survey.", "Xin đặt tên trang chứa câu hỏi là survey, có cột type và name."
    ),
    # The cells.
    "too_many_rows": FindingText(
        "Trang này có hơn {allowed} dòng, em không nhận.", "Xin bỏ những dòng không cần rồi gửi lại."
    ),
    "too_many_columns": FindingText(
        "Trang này có {count} cột, em chỉ nhận đến {allowed}.", "Xin bỏ những cột không cần rồi gửi lại."
    ),
    "too_much_text": FindingText(
        "Trang này có quá nhiều chữ (em nhận đến {allowed} chữ cái).", "Xin chia thành nhiều phiếu."
    ),
    "long_cell": FindingText("Ô này có {count} chữ cái, em chỉ nhận đến {allowed}.", "Xin viết ngắn lại."),
    "merged": FindingText("Các ô {cells} bị gộp.", "Xin bỏ gộp ô (Unmerge) và ghi đủ từng ô."),
    "formula": FindingText(
        "Ô {cell} là công thức chưa có kết quả (cột này có {count} ô như vậy).",
        "Xin chép cả cột rồi dán lại bằng Paste Values.",
    ),
    "formula_error": FindingText(
        "Ô {cell} là công thức bị lỗi (cột này có {count} ô như vậy).", "Xin gõ thẳng nội dung thay cho công thức."
    ),
    "formula_result": FindingText(
        "Ô {cell} là công thức; em dùng kết quả đang hiện (cột này có {count} ô như vậy).",
        "Nếu muốn chắc chắn, xin dán lại bằng Paste Values.",
    ),
    "broken_table": FindingText(
        "Dòng này của bảng bị hỏng: bảng có {count} cột.", "Xin để mỗi ô giữa hai dấu | và không nhiều ô hơn dòng đầu."
    ),
    # The columns.
    "missing_column": FindingText("Trang này thiếu cột {name}.", "Xin thêm cột {name} vào dòng đầu của trang."),
    "duplicate_column": FindingText("Có hai cột cùng tên {name}.", "Xin bỏ hoặc đổi tên một cột."),
    "misspelt_column": FindingText(
        "Em không biết cột {name} nên bỏ qua cột này.", "Có phải là cột {meant} không? Xin sửa lại tên cột."
    ),
    # The questions.
    "xlsform": FindingText("Biểu mẫu có chỗ chưa đúng: {message}", "Xin sửa chỗ đó rồi gửi lại."),
    "xform": FindingText("Biểu mẫu chưa chạy được: {message}", "Xin sửa chỗ đó rồi gửi lại."),
    "unknown_type": FindingText(
        "Em chưa hỏi được kiểu câu {type} trong chat.", "Xin đổi sang kiểu khác, ví dụ: text, integer, select_one."
    ),
    "unsupported": FindingText("Trong chat không dùng được {feature}.", "Xin bỏ phần này khỏi biểu mẫu."),
    "empty_metadata": FindingText("Trong chat không có {type}, ô này sẽ để trống.", "Có thể bỏ dòng này."),
    "no_name": FindingText("Dòng này chưa có tên.", "Xin ghi tên ngắn, không dấu, không khoảng trắng vào cột name."),
    "unclosed_group": FindingText(
        "Nhóm này có dòng mở mà không có dòng đóng, hoặc ngược lại.", "Xin thêm dòng {missing} cho đủ cặp."
    ),
    "deep_group": FindingText("Nhóm lồng trong nhóm quá {allowed} tầng.", "Xin bỏ bớt nhóm bên ngoài."),
    "empty_group": FindingText("Nhóm {name} không có câu nào.", "Xin thêm câu vào nhóm, hoặc bỏ nhóm này."),
    "no_questions": FindingText("Phiếu này không hỏi câu nào.", "Xin thêm ít nhất một câu hỏi vào trang survey."),
    "duplicate_name": FindingText("Tên {name} được dùng cho hai câu.", "Xin đặt cho mỗi câu một tên khác nhau."),
    "unclear_reference": FindingText(
        "Có nhiều câu tên {name} ở các nhóm khác nhau, nên chưa rõ ô này nói đến câu nào.",
        "Xin đặt cho mỗi câu một tên khác nhau.",
    ),
    "no_label": FindingText("Câu {name} chưa có lời hỏi.", "Xin ghi câu hỏi vào cột label."),
    "odd_character": FindingText("Ô này có ký tự lạ, không nhìn thấy.", "Xin xóa ô rồi gõ lại."),
    "missing_translation": FindingText(
        "Ô này trống, trong khi ngôn ngữ khác đã có.", "Xin ghi bản dịch; nếu không, em dùng ngôn ngữ chính."
    ),
    "missing_translations": FindingText(
        "Cột {heading} trống ở {count} dòng, trong khi ngôn ngữ khác đã có.",
        "Xin ghi bản dịch; nếu không, em dùng ngôn ngữ chính.",
    ),
    "no_constraint_message": FindingText(
        "Câu {name} có điều kiện kiểm tra mà không có lời nhắc.",
        "Xin ghi vào cột constraint_message: đọc được gì, cho phép từ đâu đến đâu.",
    ),
    "bad_extension": FindingText(
        "Giá trị {value} không dùng được ở đây.", "Xin dùng một trong các giá trị: {allowed}."
    ),
    # The lists.
    "no_choices": FindingText(
        "Câu {name} không có lựa chọn nào.", "Xin thêm các lựa chọn của danh sách đó vào trang choices."
    ),
    "unknown_list": FindingText("Trang choices không có danh sách {name}.", "Xin thêm danh sách, hoặc sửa lại tên."),
    "duplicate_choice": FindingText(
        "Danh sách {list} có hai lựa chọn cùng mã {name}.", "Xin đặt cho mỗi lựa chọn một mã khác nhau ở cột name."
    ),
    "no_choice_name": FindingText("Lựa chọn này của danh sách {list} chưa có mã.", "Xin ghi mã vào cột name."),
    "no_choice_label": FindingText("Lựa chọn {name} chưa có lời.", "Xin ghi vào cột label, nếu không em hiện mã."),
    "space_in_choice": FindingText(
        "Mã {name} có khoảng trắng, mà câu chọn nhiều ghi các mã cách nhau bằng khoảng trắng.",
        "Xin thay khoảng trắng bằng dấu gạch dưới, ví dụ: khom_1.",
    ),
    "no_list": FindingText("Câu {type} chưa có tên danh sách.", "Xin ghi tên danh sách vào sau, ví dụ: {type} khom."),
    "several_answers": FindingText(
        "Không cho chọn nhiều từ các câu trả lời của nhóm lặp lại được.", "Xin dùng select_one, hoặc một danh sách."
    ),
    "long_list": FindingText(
        "Danh sách {list} có {count} lựa chọn, em chỉ nhận đến {allowed}.",
        "Xin chia nhỏ danh sách, hoặc hỏi bằng hai câu nối tiếp.",
    ),
    "unknown_choice_column": FindingText(
        "{expression} hỏi cột {column}, nhưng danh sách {list} không có cột đó.", "Danh sách này có: {columns}."
    ),
    "missing_file": FindingText("Biểu mẫu cần tệp {file} mà em chưa có.", "Xin gửi kèm tệp {file}, hoặc bỏ câu này."),
    # The expressions.
    "syntax": FindingText(
        "Biểu thức {expression} viết chưa đúng ở chỗ “{near}”: {message}",
        "Xin xem lại dấu nháy, dấu ngoặc và phép toán.",
    ),
    "unknown_function": FindingText(
        "Không có hàm {function}() trong {expression}.", "Xin xem lại tên hàm, chữ thường, ví dụ: if(), sum(), today()."
    ),
    "wrong_arity": FindingText(
        "Hàm {function}() trong {expression} nhận chưa đúng số phần trong ngoặc: {message}",
        "Xin thêm hoặc bớt phần trong ngoặc.",
    ),
    "unknown_path": FindingText(
        "{expression} nhắc đến {path}, nhưng phiếu không có câu đó.", "Xin dùng ${{tên câu hỏi}} thay cho đường dẫn."
    ),
    "unknown_reference": FindingText("Phiếu không có câu nào tên {name}.", "Xin sửa lại tên trong ${{{name}}}."),
    "cycle": FindingText(
        "Các câu chờ nhau thành vòng: {steps}.", "Xin bỏ bớt một điều kiện hoặc phép tính trong vòng này."
    ),
    "word_as_condition": FindingText(
        "{word} không phải là điều kiện.", "Xin ghi yes, no, hoặc một điều kiện, ví dụ: ${{so_ho}} > 0."
    ),
    "bare_word": FindingText(
        "{expression} có chữ {word} không phải tên câu nào; em hiểu là để trống.",
        "Nếu là chữ, xin đặt trong dấu nháy: '{word}'.",
    ),
    "outside_repeat": FindingText(
        "{expression} dùng câu {name} của nhóm lặp lại {repeat} từ bên ngoài, không rõ là dòng nào.",
        "Xin dùng sum(), count(), join() hoặc indexed-repeat().",
    ),
    "position_outside": FindingText(
        "position(..) chỉ dùng được bên trong nhóm lặp lại: {expression}.", "Xin bỏ, hoặc đưa câu này vào nhóm lặp lại."
    ),
    "bad_regex": FindingText("Mẫu chữ {pattern} viết chưa đúng.", "Xin sửa hoặc bỏ mẫu này: {message}."),
    "slow_regex": FindingText(
        "Mẫu chữ {pattern} có thể làm máy chạy mãi không xong.", "Xin bỏ dấu + hoặc * bên trong nhóm {part}."
    ),
    "smart_quotes": FindingText(
        "Có dấu nháy cong trong {expression}; em hiểu là dấu nháy thẳng.", "Xin gõ lại bằng dấu nháy thẳng ' hoặc \"."
    ),
    "narrow_xpath": FindingText(
        "{expression} dùng {part}, chạy được ở đây nhưng ODK Collect không hiểu.",
        "Nếu phiếu còn dùng nơi khác, xin viết cách khác.",
    ),
    "stored_truth": FindingText(
        "Câu {name} lưu đúng/sai: ở đây ghi 1 và 0, nơi khác có thể ghi true và false.",
        "Xin viết if(..., 'co', 'khong') cho rõ.",
    ),
    "blank_in_sum": FindingText(
        "Nếu {name} để trống thì {expression} cũng trống.", "Xin viết coalesce(${{{name}}}, 0) thay cho ${{{name}}}."
    ),
    "blank_in_total": FindingText(
        "Có dòng để trống {name} thì tổng ở đây bỏ qua dòng đó, nơi khác có thể ra trống.",
        "Xin đặt required là yes cho câu {name}.",
    ),
    "unknown_media": FindingText(
        "Không có cột {name}.", "Xin dùng media::image (ảnh), media::audio (tiếng) hoặc media::video (video)."
    ),
    "media_name": FindingText(
        "Tên tệp {file} không dùng được ở cột này.", "Xin ghi tên một tệp có đuôi: {endings}, không kèm ${{tên câu}}."
    ),
    "media_on_group": FindingText(
        "Em không đưa được {file} vào tên nhóm.", "Xin chuyển tệp xuống câu đầu tiên của nhóm."
    ),
    "media_missing": FindingText(
        "Chưa có tệp {file}, nên câu này chỉ hiện chữ.", "Xin gửi tệp đó cùng biểu mẫu, giữ nguyên tên tệp."
    ),
    "once_at_start": FindingText(
        "once() tính ngay khi mở phiếu, lúc đó {name} chưa có trả lời.", "Xin dùng cột trigger thay cho once()."
    ),
}

WARNINGS = frozenset(
    {
        "bare_word", "blank_in_sum", "blank_in_total", "empty_metadata", "formula_result", "media_missing",
        "media_name", "media_on_group", "misspelt_column",
        "missing_translation", "missing_translations", "narrow_xpath", "no_choice_label", "no_constraint_message",
        "once_at_start", "smart_quotes", "stored_truth",
    }
)  # fmt: skip
