"""A household in need, recorded without a conversation."""

from __future__ import annotations

from datetime import datetime

from bot.actions import filling
from bot.domain.people import Person
from bot.domain.units import Unit
from storage.transaction import Transaction

HARDSHIP = "hoan_canh_kho_khan"
ANSWERS = {
    "dong_y": "đồng ý",
    "cach_hoi": "1",
    "ngay_dong_y": "hôm qua",
    "nguoi_dai_dien": "Nguyễn Thị Bảy",
    "nam_sinh": "1962",
    "dia_chi_to": "tổ 5, số nhà 12/3A",
    "so_nhan_khau": "4",
    "dien_ho": "hộ cận nghèo",
    "nhom_hoan_canh": "1, 8",
    "nhu_cau": "nhà ở",
    "muc_do_gap": "rất gấp",
    "mo_ta_ngan": "Nhà bị tốc mái sau mưa bão",
}


def records(tx: Transaction, head: Person, khom: Unit, at: datetime) -> None:
    """From the first question to the sending."""
    begun = filling.start_case(tx, head, HARDSHIP, khom, at)
    opened = filling.open_interview(tx, head, begun.id, at)
    while (prompt := opened.filling.prompt()) is not None:
        opened.filling.answer(ANSWERS[prompt.name])
    filling.save(tx, head, opened, "mo_ta_ngan", at)
    filling.send(tx, head, opened, at)
