"""The summary as the officer meets it: right figures, and what is missing in plain sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.submissions import Empty
from tests.exports import sample
from tests.exports.reading import column_of, opened, row_of, sheet_of, stored

RECOGNISED = "Số hộ được công nhận đạt gia đình văn hóa"


def test_before_khom_d_knows_its_number_its_rate_is_not_published() -> None:
    summary = sheet_of(stored(sample.workbook_data(sample.four_khoms())), "summary")
    recognised = column_of(summary, RECOGNISED)
    ward = row_of(summary, "Toàn phường")

    assert ward[:3] == (2481, 2470, 0.9956)
    assert ward[recognised : recognised + 3] == (1720, "chưa đủ (3/4 khóm)", "chưa đủ (3/4 khóm)")
    assert row_of(summary, "Đã có số liệu")[recognised] == "chưa đủ (3/4 khóm)"
    assert row_of(summary, "Khóm D")[recognised] == "chưa có số liệu"


def test_after_khom_d_sends_its_number_both_rates_stand_with_their_bases() -> None:
    summary = sheet_of(stored(sample.workbook_data(sample.four_khoms(603))), "summary")
    of_all = column_of(summary, "Tỷ lệ hộ đạt gia đình văn hóa", "trên tổng số hộ")
    of_registered = column_of(summary, "Tỷ lệ hộ đạt gia đình văn hóa", "trên số hộ đăng ký")
    ward = row_of(summary, "Toàn phường")

    assert ward[column_of(summary, RECOGNISED)] == 2323
    assert (ward[of_all], ward[of_registered]) == (0.9363, 0.9405)


def test_the_plan_stands_beside_the_result() -> None:
    summary = sheet_of(stored(sample.workbook_data(sample.four_khoms(603))), "summary")
    assert row_of(summary, "Tỷ lệ hộ đăng ký gia đình văn hóa trên tổng số hộ")[:3] == (1, 0.9956, "chưa đạt")
    assert row_of(summary, "Tỷ lệ hộ đạt gia đình văn hóa trên tổng số hộ")[:3] == (0.94, 0.9363, "chưa đạt")
    assert row_of(summary, "Tỷ lệ hộ đạt gia đình văn hóa trên số hộ đăng ký")[:3] == (0.94, 0.9405, "đạt")
    assert row_of(summary, "Khóm đăng ký văn minh đô thị")[:3] == ("04/04 khóm", "03/04 khóm", "chưa đạt")
    assert row_of(summary, "Khóm đạt chuẩn văn minh đô thị")[:3] == (
        "04/04 khóm",
        "chưa có số liệu",
        "chưa đánh giá được",
    )


def test_a_target_of_another_year_is_not_shown() -> None:
    last_year = replace(
        sample.target("ty_le_dang_ky", "100"),
        valid_from=date(2019, 1, 1),
        valid_to=date(2019, 12, 31),
    )
    summary = sheet_of(opened(sample.workbook_data(sample.four_khoms(), targets=(last_year,))), "summary")
    assert "Kế hoạch" not in [cell.value for row in summary.iter_rows() for cell in row]


def test_the_three_empty_states_and_zero_are_told_apart_in_words() -> None:
    summary = sheet_of(stored(sample.whole_workbook()), "summary")
    praised = column_of(summary, "Số cá nhân được khen")
    recognised = column_of(summary, RECOGNISED)
    assert row_of(summary, "Khóm C")[praised] == "không phát sinh"
    assert row_of(summary, "Khóm D")[praised] == 0
    assert row_of(summary, "Khóm D")[recognised] == "chưa có số liệu"
    assert row_of(summary, "Khóm E")[recognised] == "chưa nộp"


def test_a_total_of_which_nothing_is_known_is_a_dash_and_not_zero() -> None:
    summary = sheet_of(stored(sample.workbook_data([sample.report(sample.khom(1, "Khóm A"), None)])), "summary")
    assert row_of(summary, "Toàn phường")[0] == "–"
    assert row_of(summary, "Đã có số liệu")[0] == "chưa đủ (0/1 khóm)"


def test_figures_are_numbers_and_totals_are_formulas() -> None:
    summary = sheet_of(opened(sample.workbook_data(sample.four_khoms())), "summary")
    assert row_of(summary, "Khóm B")[0] == 1034
    total = row_of(summary, "Toàn phường")[0]
    assert isinstance(total, str)
    assert total.startswith("=")
    assert "SUM(C8:C11)" in total


def test_questions_that_nobody_was_asked_have_no_column() -> None:
    quarter = [sample.report(sample.khom(1, "Khóm A"), {"tong_so_ho": "512", "ho_dang_ky_gdvh": "510"})]
    summary = sheet_of(opened(sample.workbook_data(quarter)), "summary")
    headings = [cell.value for cell in summary[6]]
    assert "Tỷ lệ hộ đăng ký gia đình văn hóa" in headings
    assert RECOGNISED not in headings
    assert "Tỷ lệ hộ đạt gia đình văn hóa" not in headings


def test_the_columns_follow_the_forms_order_with_unit_and_base_below() -> None:
    summary = sheet_of(opened(sample.workbook_data(sample.four_khoms(), columns=sample.COUNTED)), "summary")
    assert [cell.value for cell in summary[6]][2:] == [
        "Tổng số hộ trong khóm",
        "Số hộ đăng ký gia đình văn hóa",
        "Tỷ lệ hộ đăng ký gia đình văn hóa",
        RECOGNISED,
        "Tỷ lệ hộ đạt gia đình văn hóa",
        "Tỷ lệ hộ đạt gia đình văn hóa",
    ]
    notes = [cell.value for cell in summary[7]][2:]
    assert notes == ["hộ", "hộ", "% trên tổng số hộ", "hộ", "% trên tổng số hộ", "% trên số hộ đăng ký"]


def test_a_text_column_repeats_nothing_in_the_total() -> None:
    summary = sheet_of(stored(sample.whole_workbook()), "summary")
    assert row_of(summary, "Toàn phường")[column_of(summary, "Khó khăn, vướng mắc")] is None


def test_a_yes_no_question_counts_the_khoms_that_said_yes() -> None:
    summary = sheet_of(stored(sample.workbook_data(sample.four_khoms())), "summary")
    registered = column_of(summary, "Khóm đăng ký văn minh đô thị")
    assert row_of(summary, "Khóm D")[registered] == "không"
    assert row_of(summary, "Toàn phường")[registered] == 3


def test_nothing_of_the_kind_counts_as_zero_in_a_khoms_own_rate() -> None:
    reports = [sample.report(sample.khom(1, "Khóm A"), sample.figures(512, 500, Empty.NOTHING))]
    summary = sheet_of(stored(sample.workbook_data(reports)), "summary")
    assert row_of(summary, "Khóm A")[column_of(summary, "Tỷ lệ hộ đạt gia đình văn hóa")] == 0


def test_a_question_that_did_not_apply_counts_as_nothing_and_one_left_open_does_not() -> None:
    held = sample.report(sample.khom(1, "Khóm A"), sample.figures(512, 500, 489))
    without = sample.report(sample.khom(2, "Khóm B"), {"tong_so_ho": "1034", "ho_dang_ky_gdvh": "1030"})
    recognised = slice(3, 5)

    summary = sheet_of(stored(sample.workbook_data([held, without], columns=sample.COUNTED)), "summary")
    assert row_of(summary, "Khóm B")[recognised] == ("chưa có số liệu", "chưa có số liệu")
    assert row_of(summary, "Toàn phường")[recognised] == (489, "chưa đủ (1/2 khóm)")

    without = replace(without, not_applicable=frozenset({"ho_dat_gdvh"}))
    summary = sheet_of(stored(sample.workbook_data([held, without], columns=sample.COUNTED)), "summary")
    assert row_of(summary, "Khóm B")[recognised] == ("không phát sinh", 0)
    assert row_of(summary, "Toàn phường")[recognised] == (489, 0.3163)
