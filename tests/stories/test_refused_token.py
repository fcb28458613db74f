"""A vendor that does not take our token any more: the announcement waits, and its author hears of it elsewhere."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import announcement_control
from bot.domain.announcements import AnnouncementStatus
from tests.bot.announcements.test_sending import announce, until
from tests.stories.conftest import OpenTown


async def test_it_pauses_tells_the_officer_on_another_channel_and_goes_on_when_she_says_so(
    open_town: OpenTown,
) -> None:
    async with open_town("telegram") as town:
        web = town.member("hoa", "web")
        await web.joins()
        town.watch.forward(timedelta(minutes=1))
        await town.hoa.joins()
        await town.lan.joins()
        assert town.telegram is not None
        town.telegram.faults.answer_next(401, method="sendMessage")
        id = await announce(town)
        progress = await until(town, id, lambda found, _: found.status is AnnouncementStatus.PAUSED)
        assert progress.due >= 1
        await web.sees("Kênh không nhận trợ lý nữa, xin báo người cài đặt.")
        hoa, at = await town.person("hoa"), town.watch()
        await town.change(lambda tx: announcement_control.resume(tx, by=hoa, id=id, at=at))
        await town.lan.sees("cúp nước")
