"""A report that was sent for quarter IV of 2020, when quarter I of 2021 begins."""

from __future__ import annotations

from tests.stories.filling import opens_the_next_quarter, sends_the_report
from tests.support.talk import Town

LAST_QUARTER = {
    "tong_so_ho": "412",
    "tong_nhan_khau": "1650",
    "ho_dang_ky_gdvh": "410",
    "so_buoi_tuyen_truyen": "3",
    "kp_nsnn": "2000000",
    "kp_xa_hoi_hoa": "1200000",
    "kp_da_chi": "850000",
    "so_khen_tap_the": "1",
    "so_khen_gia_dinh": "5",
    "so_khen_ca_nhan": "4",
}
"""What quarter I asks for, as it was in quarter IV."""


async def the_next_quarter_begins(town: Town) -> None:
    """Lan has sent quarter IV of 2020, and Hoa opens quarter I of 2021."""
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.hoa.joins()
    await opens_the_next_quarter(town.hoa)
    await town.lan.says("menu")
