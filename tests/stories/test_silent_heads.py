"""An Official Account reminds a head for nothing, for money, or not at all: by how long the head has been silent."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.conftest import OpenTown
from tests.stories.reminding import march, opens_the_first_quarter
from tests.stories.zalo_oa import person_of


async def test_a_reminder_costs_after_three_days_and_after_eight_somebody_has_to_call(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await opens_the_first_quarter(town)
        await town.binh.joins()
        town.watch.forward(march(13, 8) - town.watch())
        await town.binh.says("menu")
        await town.hoa.says("menu")
        town.watch.forward(march(16) - town.watch())
        await town.reminds()
        lan, binh = person_of(town.lan).standing, person_of(town.binh).standing
        print(lan, binh)
        print(await town.hoa.reads())
        await town.binh.sees("còn 3 ngày nữa")
        assert (binh.billed, binh.refused) == (1, [])
        assert lan.refused == [-230]
        assert 0
