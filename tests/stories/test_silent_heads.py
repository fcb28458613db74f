"""An Official Account reminds a head for nothing, for money, or not at all: by how long the head has been silent."""

from __future__ import annotations

from tests.stories.conftest import OpenTown
from tests.stories.reminding import march, opens_the_first_quarter
from tests.stories.zalo_oa import person_of


async def test_a_reminder_costs_after_three_days_and_after_eight_somebody_has_to_call(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await opens_the_first_quarter(town)
        lan = await town.person("lan")
        await town.change(lambda tx: tx.people.set_phone(lan.id, "+84901234567"))
        await town.binh.joins()
        town.watch.forward(march(13) - town.watch())
        await town.binh.says("menu")
        await town.hoa.says("menu")
        town.watch.forward(march(16) - town.watch())
        await town.reminds()
        await town.hoa.sees("nhờ gọi giúp:\n• Khóm 1: Trần Thị Lan, 0901 234 567", "Hôm nay em đã nhắc: Khóm 2.")
        await town.binh.sees("còn 3 ngày nữa")
        assert (person_of(town.binh).standing.billed, person_of(town.binh).standing.refused) == (1, [])
        assert person_of(town.lan).standing.refused == []
        await town.lan.sees_nothing_of("hạn gửi")


async def test_who_was_silent_on_zalo_and_has_the_web_too_is_reminded_there(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await opens_the_first_quarter(town)
        at_the_pc = town.member("lan", "web")
        await at_the_pc.joins()
        await town.lan.says("menu")
        town.watch.forward(march(16) - town.watch())
        await town.reminds()
        await at_the_pc.sees("còn 3 ngày nữa")
        assert person_of(town.lan).standing.refused == []
