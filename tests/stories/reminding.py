"""The first quarter of 2021, of which people are reminded in stories."""

from __future__ import annotations

from datetime import datetime

from bot.clock import VIETNAM
from tests.stories.filling import QUARTER
from tests.support.talk import Member, Town

REPORT = "báo cáo quý I năm 2021"
FIRST_QUARTER = (*QUARTER[:2], QUARTER[2], *QUARTER[4:])


def march(day: int, hour: int = 8) -> datetime:
    """A moment of March 2021: the first quarter is due on Friday the 19th."""
    return datetime(2021, 3, day, hour, 0, tzinfo=VIETNAM)


async def opens_the_first_quarter(town: Town) -> None:
    """Hoa opens it on Friday, 5 March; the last year is closed."""
    await town.hoa.joins()
    await town.lan.joins()
    town.watch.forward(march(5) - town.watch())
    await town.keeps_in_touch()
    await town.change(
        lambda tx: tx.periods.close(tx.periods.of_ward(tx.units.wards(march(5).date())[0].id)[0].id, march(5))
    )
    await town.hoa.says("mở kỳ", "2021-Q1")
    await town.hoa.sees("Đã mở kỳ quý I năm 2021", "19/03/2021")


async def count_of(member: Member, text: str) -> int:
    """How often something was said."""
    await member.is_answered()
    return sum(text in seen.text for seen in await member.phone.events())
