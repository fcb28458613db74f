"""Whether a ward can live on a Zalo bot's free plan: 3,000 messages a month and 50 people.

A message of the bot answers one of a person; what it says by itself is at most two more in a whole report.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.submissions import SubmissionId
from channels.zalo_bot import quota
from tests.channels.samples import photo
from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT, sends_the_report, taps_line
from tests.stories.kept import values
from tests.stories.zalo_bot import zalo_person
from tests.support.talk import Member, Town
from tests.support.zalo_bot import Options

BY_ITSELF = 2
"""Messages that nobody asked for: the reminder, and what the ward decided."""
FREE_MESSAGES, FREE_USERS = 3_000, 50


def fits(member: Member) -> int:
    """How many messages it took, if they are few enough."""
    chat = zalo_person(member).chat
    assert chat.messages_out <= chat.messages_in + BY_ITSELF, (chat.messages_out, chat.messages_in)
    return chat.messages_out


async def test_a_whole_quarterly_report_fits_the_free_limits(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        await town.lan.joins()
        await sends_the_report(town.lan)
        assert fits(town.lan) * FREE_USERS <= FREE_MESSAGES


async def test_a_report_that_goes_wrong_in_every_way_fits_them_too(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        lan = town.lan
        await lan.joins()
        await lan.presses(REPORT)
        await town.reminds()
        await lan.says("giúp", "rất nhiều", "412", "quay lại", "412", "để sau", "tiếp tục")
        await lan.sends_photo(photo())
        await lan.sends_file(b"%PDF-1.4", "giay.pdf")
        await lan.says(*QUARTER[1:])
        await lan.sees("Xem lại trước khi gửi")
        await taps_line(lan, 1)
        await lan.says("421")
        await lan.presses("Gửi về phường")
        await lan.sees("Đã gửi xong lúc")
        await lan.presses("Bản gửi nhóm Zalo")
        assert (await values(town))["tong_so_ho"] == "421"
        assert fits(lan) * FREE_USERS <= FREE_MESSAGES


async def test_a_quota_that_ends_in_the_middle_of_a_report_costs_no_answer(
    open_town: OpenTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A minute in truth; the simulator would note a pause that is too short.
    monkeypatch.setattr(quota, "PAUSE", 1.2)
    async with open_town("zalo_bot", zalo_bot=Options(most_messages=4)) as town:
        lan = town.lan
        await lan.joins()
        await lan.presses(REPORT)
        await lan.says("412", "1.650")
        assert zalo_person(lan).chat.messages_out == 4
        await lan.says("410")
        assert zalo_person(lan).chat.messages_out == 4
        given = await values(town)
        assert [given[name] for name in ("tong_so_ho", "tong_nhan_khau", "ho_dang_ky_gdvh")] == ["412", "1650", "410"]
        await next_month(town)
        await lan.says("tiếp tục")
        await lan.sees("Câu 4/14")
        assert await town.read(lambda tx: tx.submissions.revisions(SubmissionId(1))) == []


async def test_the_officer_knows_before_whom_the_months_messages_do_not_reach_and_it_comes_true(
    open_town: OpenTown,
) -> None:
    async with open_town("zalo_bot") as town:
        hoa, web = town.member("hoa", "web"), town.member("lan", "web")
        for member in (hoa, web, town.lan, town.binh):
            await member.joins()
            town.watch.forward(timedelta(minutes=1))
        await town.change(lambda tx: tx.quotas.add([("zalo_bot", bot_of(town), FREE_MESSAGES)], "2020-12"))
        await hoa.presses("Thông báo", "Soạn thông báo mới", "Thông báo")
        await hoa.says("Chiều nay cúp nước.")
        await hoa.presses("Chọn người nhận", "Chỉ trưởng khóm (4)", "Gửi ngay")
        await hoa.sees(
            "Gửi ngay cho 4 người?",
            "Zalo tháng 12/2020 hết lượt tin cho thông báo, lần này cần 2 tin.",
            "1 người nhận qua kênh khác: Trần Thị Lan.",
            "1 người em không gửi được, xin gọi điện: Lê Văn Bình.",
        )
        await hoa.presses("Đồng ý gửi")
        await web.sees("cúp nước")
        await hoa.sees("Đã gửi xong", "Lê Văn Bình, Khóm 2: kênh đã hết lượt tin")
        await town.binh.sees_nothing_of("cúp nước")


def bot_of(town: Town) -> str:
    (bot,) = [channel.bot for channel in town.parts.channels if channel.name == "zalo_bot"]
    return bot


async def next_month(town: Town) -> None:
    assert town.zalo_bot is not None
    town.watch.forward(town.watch().replace(year=2021, month=1, day=2) - town.watch())
    town.zalo_bot.clock.advance(32 * 86_400)
