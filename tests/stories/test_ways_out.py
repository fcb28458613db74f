"""The newest message always has a way on, also where it came by itself."""

from __future__ import annotations

from tests.stories.new_version import waits
from tests.support.talk import Town
from tests.support.talk.town import WITHHOLDS_FILES

HOME = "Về menu"
MENU = "Cần em giúp việc gì ạ?"


async def test_below_the_figures_there_is_a_way_back_to_the_menu(town: Town) -> None:
    await town.hoa.joins()
    await town.hoa.presses("Xuất số liệu")
    seen = await waits(town, town.hoa, "Sổ số liệu quý IV năm 2020.")
    assert HOME in seen.buttons
    await town.hoa.presses(HOME, on=seen)
    await town.hoa.sees(MENU)


async def test_below_a_form_that_is_fetched_or_refused_there_is_one_too(town: Town) -> None:
    await town.hoa.joins()
    await town.hoa.presses("Biểu mẫu", "Báo cáo định kỳ của khóm", "Tải về Excel")
    seen = await waits(town, town.hoa, "Báo cáo định kỳ của khóm, bản 1.")
    assert HOME in seen.buttons
    await town.hoa.presses("Biểu mẫu")
    await town.hoa.sends_file(b"PK\x03\x04", "hong.xlsx")
    refused = "không đến được em" if town.channel in WITHHOLDS_FILES else "chưa dùng được"
    seen = await waits(town, town.hoa, refused)
    assert HOME in seen.buttons
    await town.hoa.presses(HOME, on=seen)
    await town.hoa.sees(MENU)
