"""A conversation that forgives: nobody is left alone with a question, and everybody is addressed as he wishes."""

from __future__ import annotations

from bot.domain.people import NO_SALUTATION, Role
from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT
from tests.support.talk import Town

OFFICER = "xin gọi chị Nguyễn Thị Hoa, 0277 3861 001."
QUESTION = "Em nên xưng hô thế nào cho phải ạ?"
MENU = "Cần em giúp việc gì ạ?"


async def test_the_third_refusal_of_a_question_brings_help_and_a_number_to_call(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "con số gì đây")
    await lan.sees("Em chưa đọc được con số nào")
    await lan.says("chừng đó thôi")
    await lan.sees_nothing_of(OFFICER)
    await lan.says("đông lắm")
    helped = await lan.sees("Dạ không sao ạ, cô cứ thong thả.", f"Cô cần gặp người thật, {OFFICER}")
    assert "Câu này cần một con số," in helped.text
    assert "• Chưa có số, gõ: chưa rõ" in helped.text
    assert "để sau" in helped.text
    assert "bỏ qua" not in helped.text, "this question cannot be skipped"
    await lan.says("chưa rõ")
    await lan.sees("Em ghi: chưa có số liệu.", "Câu 3/14")


async def test_whoever_asks_whether_a_photo_will_do_may_send_it(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.says("gửi hình tờ báo cáo được không em")
    await lan.sees("Dạ gửi ảnh hay ghi âm được ạ. Xin chọn báo cáo ở dưới trước", MENU)
    await lan.presses(REPORT)
    await lan.says("412", "chup hinh gui dc ko")
    await lan.sees("Dạ được ạ, xin gửi ảnh tờ giấy hoặc ghi âm vào đây", "Câu 2/14")


async def test_whoever_says_that_the_last_answer_is_wrong_is_asked_it_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("421", "lộn rồi con")
    await lan.sees("Câu 1/14", "421 hộ")
    await lan.says("412")
    await lan.sees("Em ghi: 412 hộ.", "Câu 2/14")


async def test_a_number_that_no_line_has_is_read_back_with_what_there_is(town: Town) -> None:
    await town.hoa.joins()
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.sees("Mở kỳ báo cáo nào ạ?")
    await town.hoa.says("37")
    await town.hoa.sees("Em đọc là 37, nhưng danh sách vừa rồi chỉ có từ 1 đến 5 ạ.")
    await town.hoa.sees("Mở kỳ báo cáo nào ạ?")
    await town.hoa.says("2019")
    await town.hoa.sees("Đã mở kỳ năm 2019.", MENU)


async def test_refusals_of_different_questions_are_not_added_up(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("không biết", "nhiều", "412", "nhiều", "đông")
    await lan.sees("Câu 2/14")
    await lan.sees_nothing_of("Dạ không sao ạ")


async def test_help_says_first_what_the_open_question_wants(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "1.650", "410", "389", "12", "120", "3")
    await lan.says("giup")
    helped = await lan.sees("Câu này cần số tiền, ví dụ: 2 triệu", "Muốn làm lại câu trước", OFFICER)
    assert helped.text.index("Câu này cần số tiền") < helped.text.index("Muốn làm lại câu trước")
    for way in ("gõ: chưa rõ", "gõ: để sau"):
        assert helped.text.count(way) == 1, f"{way} is said twice"
    await lan.sees("Câu 8/14")


async def test_help_in_the_review_says_how_to_correct_and_send(town: Town) -> None:
    await town.lan.joins()
    await town.lan.presses(REPORT)
    await town.lan.says("412", "xem lai", "giúp")
    await town.lan.sees("Muốn sửa câu nào, gõ số của câu đó.", OFFICER)
    await town.lan.sees("Xem lại trước khi gửi")


async def test_help_stands_on_every_question_as_a_button(open_door: Town) -> None:
    await open_door.lan.joins()
    await open_door.lan.presses(REPORT)
    await open_door.lan.presses("Giúp")
    await open_door.lan.sees("Câu này cần một con số,", OFFICER)
    await open_door.lan.sees("Câu 1/14")


async def test_a_stranger_is_given_nobodys_number(open_door: Town) -> None:
    await open_door.tu.says("giúp", "/help")
    await open_door.tu.forges("@help")
    await open_door.tu.sees_nothing_of("0277", "Nguyễn Thị Hoa")


async def test_an_officer_without_a_number_is_named(town: Town) -> None:
    hoa = await town.person("hoa")
    await town.change(lambda tx: tx.people.set_phone(hoa.id, ""))
    await town.lan.joins()
    await town.lan.says("giúp")
    await town.lan.sees("Cô cần gặp người thật, xin nhắn chị Nguyễn Thị Hoa ở phường.")


async def test_ways_out_are_taken_for_what_they_are_while_an_answer_is_doubted(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "500")
    await lan.sees("Em ghi 500 người và 412 hộ")
    await lan.says("để mai làm tiếp nha con")
    await lan.sees("Em giữ nguyên phần đã làm. Lúc nào tiện, cô gõ: tiếp tục.")
    await lan.says("tiếp tục", "500", "đúng")
    await lan.sees("Xin cho em một lý do ngắn")
    await lan.says("để sau")
    await lan.sees("Em giữ nguyên phần đã làm.")


async def test_a_doubted_answer_stays_in_doubt_until_somebody_says_what_is_right(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "500", "dạ")
    await lan.sees("Em chưa rõ “dạ” là có hay không.", "Em ghi 500 người và 412 hộ")
    await lan.says("giúp")
    await lan.sees("Đúng thì gõ: đúng.")
    await lan.sees("Em ghi 500 người và 412 hộ")
    await lan.says("để cô coi lại sổ cái đã")
    await lan.sees("Em chưa rõ “để cô coi lại sổ cái đã” là có hay không.", "Em ghi 500 người và 412 hộ")
    await lan.says("ừ đúng r")
    await lan.sees("Xin cho em một lý do ngắn")
    await lan.says("giúp", "mới tách khóm")
    await lan.sees("Em ghi: 500 người.", "Câu 3/14")


async def test_what_is_wrong_with_another_figure_is_said_though_one_is_in_doubt(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "500", "10 hay 12 người")
    await lan.sees("nhiều con số", "Câu 2/14")


async def test_no_to_a_doubted_answer_is_never_taken_for_nought(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "1.650", "410/412")
    await lan.sees("Em đọc là 410 hộ, lấy số đứng trước dấu gạch.")
    await lan.says("ko")
    await lan.sees("Câu 3/14", "bao nhiêu hộ đăng ký")
    await lan.sees_nothing_of("Em ghi: 0 hộ.")


async def test_a_figure_typed_for_a_reason_is_the_right_answer(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "500", "đúng", "1.650")
    await lan.sees("Em ghi: 1.650 người.", "Câu 3/14")


async def test_people_are_addressed_by_the_word_that_the_bot_knows(town: Town) -> None:
    await town.lan.joins()
    await town.lan.says("menu")
    await town.lan.sees("Dạ, chào cô Trần Thị Lan.", MENU)


async def test_a_newcomer_is_asked_once_how_to_be_addressed(open_door: Town) -> None:
    tu = open_door.tu
    await tu.follows(await open_door.open_invitation("K2", Role.DEPUTY))
    await tu.sees(QUESTION)
    await tu.says("bac")
    await tu.sees("Dạ, từ nay em gọi là bác.", MENU)
    await tu.says("menu")
    await tu.sees("chào bác")


async def test_whoever_would_rather_not_say_is_not_asked_again(open_door: Town) -> None:
    tu = open_door.tu
    await tu.follows(await open_door.open_invitation("K2", Role.DEPUTY))
    await tu.sees(QUESTION)
    await tu.says("để lát nữa")
    await tu.sees(MENU)
    people = await open_door.read(lambda tx: tx.people.everybody(open_door.watch().date()))
    assert people[-1].salutation == NO_SALUTATION
    assert people[-1].called == ""


async def test_the_form_of_address_can_be_changed_at_any_time(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.says("xưng hô")
        await town.lan.sees(QUESTION)
        await town.lan.presses("Bà")
        await town.lan.sees("Dạ, từ nay em gọi là bà.")
        lan = await town.person("lan")
        assert lan.salutation == "bà"
        assert await town.actions(f"person:{lan.id}") == ["person_added", "joined", "addressed"]


async def test_a_correction_from_the_review_is_two_taps_even_while_questions_are_open(open_door: Town) -> None:
    lan = open_door.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "1.650", "410", "xem lại")
    await lan.says("2")
    await lan.presses("Chưa có số liệu")
    await lan.sees("Xem lại trước khi gửi", "2. Tổng số nhân khẩu: chưa có số liệu")
    await lan.says("4", "389")
    await lan.sees("Câu 5/14")


async def test_what_a_correction_makes_necessary_is_asked_before_the_review(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses("Ghi người tốt việc tốt")
    await lan.says("cá nhân", "Trần Văn Út", "Ông Út hiến 40 mét đất làm đường hẻm 12", "18/11", "7", "bỏ qua")
    await lan.says("không", "không")
    await lan.sees("Xem lại trước khi gửi")
    await lan.says("7", "đồng ý")
    await lan.sees("Xin gửi ảnh việc tốt")
    await lan.says("bỏ qua")
    await lan.sees("Xem lại trước khi gửi", "Đồng ý gửi ảnh: Đồng ý")


async def test_what_the_help_names_is_understood_where_there_is_nothing_to_use_it_on(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.says("giúp")
    await lan.sees("Muốn nghỉ, gõ: để sau.")
    for words in ("để sau", "quay lại", "chưa rõ", "xem lại"):
        await lan.says(words)
        await lan.sees("Lời đó dùng khi đang trả lời câu hỏi.", MENU)
    await lan.says("tiếp tục")
    await lan.sees("Không có phần nào đang làm dở.")
