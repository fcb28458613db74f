"""What comes late, twice, or from elsewhere: old buttons, double presses, albums, forwarded words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.submissions import SubmissionId
from tests.channels.samples import photo
from tests.stories.conftest import OpenTown
from tests.stories.filling import OLD, REPORT, fills_in_the_report, tells_of_a_good_deed
from tests.stories.kept import values
from tests.stories.telegram import phone_of
from tests.support.talk import Town

COLOURS = ("teal", "navy", "red", "green", "blue", "black", "white", "gray", "olive", "purple")


async def test_a_button_of_last_month_still_opens_what_it_says(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        lan = town.lan
        menu = await lan.joins()
        await fills_in_the_report(lan)
        review = await lan.reads()
        town.watch.forward(timedelta(days=31))
        await town.restarts()
        await lan.says("menu")
        await lan.presses(REPORT, on=menu)
        await lan.sees("Xem lại trước khi gửi")
        await lan.presses("Gửi về phường", on=review)
        await lan.sees(OLD)
        await lan.sees("Xem lại trước khi gửi")
        assert await town.read(lambda tx: tx.submissions.revisions(SubmissionId(1))) == []
        await phone_of(town).person.sees_no_spinner()


async def test_send_pressed_twice_sends_once(with_buttons: Town) -> None:
    await with_buttons.lan.joins()
    await fills_in_the_report(with_buttons.lan)
    await with_buttons.lan.presses_twice("Gửi về phường")
    await with_buttons.lan.sees("Đã gửi xong")
    await with_buttons.lan.sees(OLD)
    await with_buttons.lan.sees("Cần em giúp việc gì ạ?")
    assert len(await with_buttons.read(lambda tx: tx.submissions.revisions(SubmissionId(1)))) == 1


async def test_taken_over_twice_is_taken_over_once(with_buttons: Town) -> None:
    await with_buttons.lan.joins()
    await with_buttons.minh.joins()
    await with_buttons.lan.presses(REPORT)
    await with_buttons.minh.presses(REPORT)
    await with_buttons.minh.presses_twice("Tôi làm tiếp")
    await with_buttons.minh.sees("Dạ, mời làm tiếp phiếu này ạ.")
    await with_buttons.minh.sees(OLD)
    await with_buttons.minh.sees("Câu 1/14")
    assert (await with_buttons.actions("submission:1")).count("taken_over") == 1


async def test_a_new_case_pressed_twice_is_one_case(with_buttons: Town) -> None:
    await with_buttons.lan.joins()
    await with_buttons.lan.presses_twice("Ghi người tốt việc tốt")
    await with_buttons.lan.sees("Mã hồ sơ: NT-K1-2020-001")
    await with_buttons.lan.sees("Đang có hồ sơ làm dở. Làm tiếp hay ghi mới ạ?")
    unit = (await with_buttons.person("lan")).posts[0].unit.id
    assert len(await with_buttons.read(lambda tx: tx.submissions.drafts(unit))) == 1


async def test_a_press_after_the_answer_was_typed_changes_nothing(with_buttons: Town) -> None:
    await with_buttons.lan.joins()
    await with_buttons.lan.presses(REPORT)
    await with_buttons.lan.says("412")
    asked = await with_buttons.lan.sees("Câu 2/14")
    await with_buttons.lan.types_at_once("1.650")
    await with_buttons.lan.presses("Chưa có số liệu", on=asked)
    await with_buttons.lan.sees("Em ghi: 1.650 người.")
    await with_buttons.lan.sees(OLD)
    await with_buttons.lan.sees("Câu 3/14")


@pytest.mark.parametrize("order", [COLOURS, COLOURS[::-1]])
async def test_an_album_of_ten_is_taken_up_to_the_limit_and_the_rest_refused_kindly(
    open_town: OpenTown, order: tuple[str, ...]
) -> None:
    async with open_town("telegram") as town:
        lan = town.lan
        await lan.joins()
        await tells_of_a_good_deed(lan)
        phone_of(town).person.sends_album([photo(colour=colour) for colour in order])
        await lan.is_answered()
        await lan.sees("Đã nhận 5/5, đủ rồi.")
        await lan.sees("Câu này nhận nhiều nhất 5 ảnh, mà em đã có 5 ảnh.")
        await lan.presses("Xong")
        await lan.sees("nêu gương công khai")
        assert (await values(town))["minh_chung"].count(" ") == 4


async def test_an_album_where_words_are_wanted_is_kept_and_is_no_answer(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        phone_of(town).person.sends_album([photo(colour=colour) for colour in COLOURS])
        await town.lan.is_answered()
        await town.lan.sees("Dạ, em đã giữ ảnh này cho cả phiếu.", "Khóm có tất cả bao nhiêu hộ ạ?")
        await town.lan.says("412")
        await town.lan.sees("Em ghi: 412 hộ.")


async def test_a_forwarded_figure_is_an_answer_like_a_typed_one(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        origin = {"type": "hidden_user", "sender_user_name": "Út", "date": 1_600_000_000}
        phone_of(town).person.sends(text="412", forward_origin=origin)
        await town.lan.sees("Em ghi: 412 hộ.", "Câu 2/14")


async def test_an_edited_message_is_no_answer_and_says_how_to_correct_it(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        lan, person = town.lan, phone_of(town).person
        await lan.joins()
        await lan.presses(REPORT)
        typed = person.says("421")
        await lan.sees("Em ghi: 421 hộ.")
        person.edits(typed, "412")
        await lan.sees("Em chưa đọc được tin sửa lại.")
        await lan.sees("Câu 2/14")
        assert (await values(town))["tong_so_ho"] == "421"
        await lan.says("quay lại", "412")
        await lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
        assert (await values(town))["tong_so_ho"] == "412"
