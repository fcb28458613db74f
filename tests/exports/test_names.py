"""Names in the workbook: none without the right to see them, save of those who agreed to be praised."""

from __future__ import annotations

from dataclasses import replace

from exports.data import ColumnKind, FormColumn
from exports.workbook import build
from tests.exports import sample
from tests.exports.reading import everything


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
