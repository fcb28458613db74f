"""Households in need: by their code and how they stand; personal data only for those who may see it."""

from __future__ import annotations

from bot.clock import local_date
from bot.domain.carrying import Closing, Standing, count
from bot.texts import carrying
from exports.data import ColumnKind, FiledRecord, FormColumn, WorkbookData
from exports.records import answer, records_table
from exports.sheets.base import Sheet
from exports.table import Cell, Look, Table

TITLE = "Hoàn cảnh khó khăn"
NONE = "Chưa có hoàn cảnh nào được ghi."
NAMES_HIDDEN = "Không có họ tên và thông tin cá nhân. Cần liên hệ thì hỏi khóm theo mã hồ sơ."
NAMES_SHOWN = "Có thông tin cá nhân: chỉ dùng để xét giúp đỡ, không gửi vào nhóm và không đăng công khai."
COUNT = "Đang khó khăn: {count}. Khép trong kỳ: {closed} hộ. {privacy}"

STATE = FormColumn(name="", label="Tình trạng", kind=ColumnKind.TEXT)
REASON = FormColumn(name="", label="Lý do khép", kind=ColumnKind.TEXT)
CLOSED_ON = FormColumn(name="", label="Ngày khép", kind=ColumnKind.DAY)
CLOSED_BY = FormColumn(name="", label="Người khép", kind=ColumnKind.TEXT)
CLOSING = (REASON, CLOSED_ON, CLOSED_BY)
"""Why a case is over says as much about a household as its name: only for those who may see names."""


def table(data: WorkbookData) -> Table:
    """One row per case: open, not confirmed, or closed in the period."""
    asked = tuple(column for column in data.hardship.columns if data.may_see_names or not column.personal)
    is_any_closed = any(record.closing is not None for record in data.hardship.filed)
    return records_table(
        data,
        data.hardship,
        title=TITLE,
        note=_note(data),
        none=NONE,
        asked=(STATE, *asked, *(CLOSING if is_any_closed and data.may_see_names else ())),
        read=_read,
    )


def _note(data: WorkbookData) -> str:
    privacy = NAMES_SHOWN if data.may_see_names else NAMES_HIDDEN
    counted = count([record.standing for record in data.hardship.filed if record.standing is not None])
    return COUNT.format(count=carrying.counted(counted), closed=counted.closed, privacy=privacy)


def _read(column: FormColumn, record: FiledRecord) -> Cell:
    if column is STATE:
        return _state(record)
    return _closing(column, record.closing) if column in CLOSING else answer(column, record)


def _state(record: FiledRecord) -> Cell:
    if record.standing is None:
        return Cell("", Look.TEXT)
    look = Look.UNKNOWN if record.standing is Standing.UNCONFIRMED else Look.TEXT
    return Cell(carrying.standing(record.standing, is_changed=record.is_changed), look)


def _closing(column: FormColumn, closing: Closing | None) -> Cell:
    if closing is None:
        return Cell("", Look.TEXT)
    if column is CLOSED_ON:
        return Cell(local_date(closing.at), Look.DAY)
    return Cell(carrying.reason(closing) if column is REASON else closing.by_name, Look.TEXT)


HARDSHIP = Sheet(name="hardship", title=TITLE, table=table)
