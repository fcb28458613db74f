"""The workbook as the officer meets it: right figures, what is missing in plain sight, no names without the right."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.submissions import Empty, Status
from exports.data import ColumnKind, FormColumn, Records
from exports.sheets import SHEETS
from exports.workbook import build, file_name
from tests.exports import sample
from tests.exports.reading import column_of, everything, opened, row_of, sheet_of, stored

RECOGNISED = "Số hộ được công nhận đạt gia đình văn hóa"
NAMES = [sheet.name for sheet in SHEETS]


def test_the_sheets_have_the_titles_that_officers_look_for() -> None:
    assert opened(sample.whole_workbook()).sheetnames == [
        "Tổng hợp theo khóm",
        "Hoàn cảnh khó khăn",
        "Người tốt việc tốt",
        "Tình hình nộp",
    ]


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


def test_the_title_says_which_period_who_made_it_when_and_from_which_data() -> None:
    data = sample.whole_workbook()
    for name in NAMES:
        top = [sheet_of(opened(data), name).cell(row, 1).value for row in (1, 3, 4)]
        assert top[0] == "PHƯỜNG TÂN QUY ĐÔNG"
        assert "Quý IV năm 2020 (01/10/2020 đến 31/12/2020)" in str(top[1])
        assert top[2] == f"Người xuất: Hoa · Lúc 09:30 ngày 20/12/2020 · Phiên bản số liệu: {data.version}"


def test_the_data_version_changes_with_a_new_revision_and_with_nothing_else() -> None:
    data = sample.whole_workbook()
    first = data.reports[0]
    assert first.revision is not None
    resent = replace(first, revision=replace(first.revision, number=2))
    assert replace(data, reports=(resent, *data.reports[1:])).version != data.version
    assert replace(data, made_by="Minh", made_at=datetime(2021, 1, 1, tzinfo=UTC)).version == data.version


def test_an_officer_without_the_right_finds_no_name_anywhere_in_the_file() -> None:
    content = everything(build(sample.whole_workbook()))
    assert sample.NAME_IN_NEED not in content
    assert "1957" not in content
    assert "Họ tên người đại diện hộ" not in content
    assert sample.NAME_UNWILLING not in content
    assert "KK-K1-2020-001" in content


def test_who_agreed_to_be_praised_in_public_is_named() -> None:
    content = everything(build(sample.whole_workbook()))
    assert sample.NAME_PRAISED in content
    assert "không nêu tên" in content


def test_an_officer_with_the_right_reads_the_names() -> None:
    content = everything(build(sample.whole_workbook(may_see_names=True)))
    assert sample.NAME_IN_NEED in content
    assert sample.NAME_UNWILLING in content


def test_a_personal_question_of_the_report_is_left_out_without_the_right() -> None:
    reporter = FormColumn(name="nguoi_bao_cao", label="Người báo cáo", kind=ColumnKind.TEXT, personal=True)
    reports = [sample.report(sample.khom(1, "Khóm A"), {"tong_so_ho": "5", "nguoi_bao_cao": sample.NAME_IN_NEED})]
    data = sample.workbook_data(reports, columns=(*sample.COUNTED, reporter))
    assert sample.NAME_IN_NEED not in everything(build(data))
    assert sample.NAME_IN_NEED in everything(build(replace(data, may_see_names=True)))


def test_sending_is_told_in_vietnams_time_and_judged_by_the_first_revision() -> None:
    sending = sheet_of(stored(sample.whole_workbook()), "sending")
    on_time = row_of(sending, "Khóm A")
    assert on_time == ("đã nộp", shown("2020-12-18 00:05"), shown("2020-12-18 00:05"), "Lan", 1, "đúng hạn")
    resent = row_of(sending, "Khóm C")
    assert resent[2:] == (shown("2020-12-19 08:00"), "Lan", 2, "đúng hạn")
    assert row_of(sending, "Khóm E") == ("chưa nộp", None, None, None, None, "quá hạn 2 ngày")
    assert row_of(sending, "Số khóm đã nộp")[0] == "4/5 khóm"


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        (datetime(2020, 12, 16, 3, 0, tzinfo=UTC), "còn 2 ngày"),
        (datetime(2020, 12, 18, 3, 0, tzinfo=UTC), "hôm nay là hạn cuối"),
        (datetime(2020, 12, 18, 17, 0, tzinfo=UTC), "quá hạn 1 ngày"),
    ],
)
def test_a_khom_that_has_not_sent_is_told_how_it_stands_with_the_due_day(made_at: datetime, said: str) -> None:
    data = replace(sample.workbook_data([sample.report(sample.khom(1, "Khóm A"), None)]), made_at=made_at)
    assert row_of(sheet_of(stored(data), "sending"), "Khóm A")[-1] == said


def test_a_khom_whose_first_revision_came_after_the_due_day_is_late() -> None:
    late = replace(sample.four_khoms()[0], first_sent_at=datetime(2020, 12, 20, 17, 30, tzinfo=UTC))
    sending = sheet_of(stored(sample.workbook_data([late])), "sending")
    assert row_of(sending, "Khóm A")[-1] == "trễ 3 ngày"
    assert row_of(sending, "Trong đó đúng hạn")[0] == "0/1 khóm"


@pytest.mark.parametrize("status", [None, *Status])
def test_every_state_of_a_report_has_its_words(status: Status | None) -> None:
    report = replace(sample.report(sample.khom(1, "Khóm A"), None), status=status)
    assert row_of(sheet_of(stored(sample.workbook_data([report])), "sending"), "Khóm A")[0]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_period_gives_sheets_with_headings(name: str) -> None:
    sheet = sheet_of(opened(sample.workbook_data([])), name)
    assert sheet["A6"].value == "STT"


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_prints_on_a4_with_headings_and_page_numbers_on_each_page(name: str) -> None:
    sheet = sheet_of(opened(sample.whole_workbook()), name)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$6:$7"
    assert sheet.freeze_panes == "C8"
    assert sheet.oddFooter is not None
    assert "&P" in str(sheet.oddFooter.right.text)


def test_a_table_wider_than_a_page_goes_on_to_the_right_without_its_title() -> None:
    questions = tuple(FormColumn(name=f"q{n}", label=f"Câu {n}") for n in range(30))
    nobody = [sample.report(sample.khom(1, "Khóm A"), None)]
    sheet = sheet_of(opened(sample.workbook_data(nobody, columns=questions, targets=())), "summary")
    pages = [area.partition("!")[2] for area in str(sheet.print_area).split(",")]
    assert pages == ["$A$1:$Q$14", "$R$8:$AF$10"]
    assert sheet.print_title_cols == "$A:$B"


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_wide_enough_for_its_numbers_and_days(name: str) -> None:
    sheet = sheet_of(stored(sample.whole_workbook(may_see_names=True)), name)
    for column in sheet.iter_cols(min_row=8):
        for cell in column:
            if isinstance(cell.value, int | float):
                width = sheet.column_dimensions[cell.column_letter].width
                assert len(f"{cell.value:,}") + 1 <= width, cell.coordinate


@pytest.mark.parametrize("name", NAMES)
def test_a_ward_of_300_khoms_gets_every_sheet(name: str) -> None:
    khoms = [sample.khom(number, f"Khóm {number}") for number in range(1, 301)]
    reports = [sample.report(khom, sample.figures(500, 480, 450)) for khom in khoms]
    data = sample.workbook_data(reports, hardship=_many(sample.hardship_cases()), good_deeds=_many(sample.good_deeds()))
    sheet = sheet_of(stored(data), name)
    assert sheet.max_row >= 307
    if name == "summary":
        assert row_of(sheet, "Toàn phường")[:3] == (150_000, 144_000, 0.96)


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


def test_the_file_is_named_after_ward_and_period() -> None:
    assert file_name(sample.whole_workbook()) == "TQD-2020-Q4.xlsx"


def test_importing_exports_does_not_import_openpyxl() -> None:
    check = "import sys, exports.workbook; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def shown(moment: str) -> datetime:
    """A moment as a sheet holds it: without a time zone."""
    return datetime.fromisoformat(moment)


def _many(records: Records) -> Records:
    return replace(records, filed=records.filed * 150)
