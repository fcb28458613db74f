"""A form with guidance hints: said to whoever asks for help or was not understood, and to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.form_files import checked, put_in_force
from tests.support.talk import Town

FAMILY, ENTRY = "guong_ntvt", "Ghi người tốt việc tốt"
TABLE = """
| survey |
| | type | name | label | hint | guidance_hint | constraint | bind::khom:warn | appearance |
| | begin_group | g | Cuộc họp | | | | | field-list |
| | note | doc | Chỉ tính họp của khóm. | | Họp tổ thì không tính. | | | |
| | integer | nguoi | Có bao nhiêu người dự ạ? | Ví dụ: 60 | Đếm ở sổ điểm danh. | . <= 500 | . > 300 | |
| | end_group | | | | | | | |
| | select_one c | dong_y_neu_guong | ${nguoi} người có ký không ạ? | | Cần chữ ký của ${nguoi} người. | | | |
| | note | het | Xong phần họp. | | Bấm nút ở dưới. | | | |
| choices |
| | list_name | name | label |
| | c | co | Có |
| | c | khong | Không |
"""
NOTE, QUESTION = "Họp tổ thì không tính.", "Đếm ở sổ điểm danh."


@pytest.fixture
async def with_guidance(town: Town, tmp_path: Path) -> Town:
    """Lan stands at the first question."""
    file = tmp_path / "hop.md"
    file.write_text(TABLE, encoding="utf-8")
    found, at = checked(file), town.watch()
    await town.change(lambda tx: put_in_force(tx, found, family=FAMILY, at_once=True, at=at))
    await town.lan.joins()
    await town.lan.presses(ENTRY)
    return town


async def test_help_begins_with_the_forms_own_words(with_guidance: Town) -> None:
    lan = with_guidance.lan
    asked = await lan.sees("Chỉ tính họp của khóm.", "Có bao nhiêu người dự ạ?", "Ví dụ: 60")
    assert NOTE not in asked.text
    assert QUESTION not in asked.text
    await lan.says("giúp")
    helped = await lan.sees(NOTE, QUESTION, "Câu này cần một con số", "• Muốn hỏi lại ai đó, gõ: để sau")
    assert helped.text.index(NOTE) < helped.text.index(QUESTION) < helped.text.index("Câu này cần một con số")
    again = await lan.sees("Có bao nhiêu người dự ạ?")
    assert QUESTION not in again.text


async def test_an_answer_that_is_not_taken_brings_them_once_however_often(with_guidance: Town) -> None:
    lan = with_guidance.lan
    for typed in ("không rõ lắm", "đông lắm", "cũng kha khá", "900"):
        await lan.says(typed)
        assert (await lan.reads()).text.count(QUESTION) == 1
        assert (await lan.reads()).text.count(NOTE) == 1
    await lan.says("60")
    assert QUESTION not in (await lan.reads()).text


async def test_help_while_an_answer_is_doubted_says_both(with_guidance: Town) -> None:
    lan = with_guidance.lan
    await lan.says("400", "giúp")
    await lan.sees(QUESTION, "Em hỏi lại cho chắc")


async def test_earlier_answers_stand_in_them_and_each_question_has_its_own(with_guidance: Town) -> None:
    lan = with_guidance.lan
    await lan.says("60", "giúp")
    helped = await lan.sees("Cần chữ ký của 60 người.", "Câu này có sẵn các dòng")
    assert QUESTION not in helped.text
    await lan.says("có", "giúp")
    await lan.sees("Bấm nút ở dưới.", "Phần này chỉ để đọc.")


async def test_help_in_the_review_is_about_the_review(with_guidance: Town) -> None:
    lan = with_guidance.lan
    await lan.says("60", "có")
    await lan.presses("Tiếp")
    await lan.says("giúp")
    helped = await lan.sees("Muốn sửa câu nào, gõ số của câu đó.")
    assert QUESTION not in helped.text
