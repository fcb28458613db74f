"""Households in need: by their code; personal data only for those who may see it."""

from __future__ import annotations

from exports.data import WorkbookData
from exports.records import answer, records_table
from exports.sheets.base import Sheet
from exports.table import Table

TITLE = "Hoàn cảnh khó khăn"
NONE = "Chưa có hoàn cảnh nào được ghi."
NAMES_HIDDEN = "Không có họ tên và thông tin cá nhân. Cần liên hệ thì hỏi khóm theo mã hồ sơ."
NAMES_SHOWN = "Có thông tin cá nhân: chỉ dùng để xét giúp đỡ, không gửi vào nhóm và không đăng công khai."


def table(data: WorkbookData) -> Table:
    """One row per case."""
    return records_table(
        data,
        data.hardship,
        title=TITLE,
        note=NAMES_SHOWN if data.may_see_names else NAMES_HIDDEN,
        none=NONE,
        asked=tuple(column for column in data.hardship.columns if data.may_see_names or not column.personal),
        read=answer,
    )


HARDSHIP = Sheet(name="hardship", title=TITLE, table=table)
