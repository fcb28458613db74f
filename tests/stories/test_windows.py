"""An Official Account may not write to whoever is silent: the officer knows beforehand, others are told elsewhere."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.conftest import OpenTown
from tests.support.talk import Member, Town
from tests.support.talk.zalo_oa import ZaloOaPhone
from tests.support.zalo_oa.windows import Standing


def standing(member: Member) -> Standing:
    assert isinstance(member.phone, ZaloOaPhone)
    return member.phone.person.standing


async def silent_for_a_week_and_a_day(town: Town) -> None:
    """Lan has the web too; Bình said something three days ago; Cúc has nothing else; Hoa is at the office."""
    for member in (town.member("lan", "web"), town.lan, town.binh, town.cuc, town.member("hoa", "web")):
        await member.joins()
        town.watch.forward(timedelta(minutes=1))
    town.watch.forward(timedelta(days=5))
    await town.binh.says("menu")
    await town.binh.sees("Cần em giúp việc gì ạ?")
    town.watch.forward(timedelta(days=3))


async def test_who_costs_and_who_has_to_be_called_is_said_before_and_comes_true(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        hoa = town.member("hoa", "web")
        await silent_for_a_week_and_a_day(town)
        await hoa.says("thông báo")
        await hoa.presses("Soạn thông báo mới")
        await hoa.presses("Thông báo")
        await hoa.says("Chiều nay cúp nước, bà con trữ nước giúp.")
        await hoa.presses("Chọn người nhận")
        await hoa.presses("Chỉ trưởng khóm (4)")
        silent = (
            "1 người nhận ngay, 1 người chưa nhắn Zalo OA quá 48 giờ: tốn phí, "
            "1 người quá 7 ngày: gọi điện (Phạm Thị Cúc)."
        )
        await hoa.sees("Gửi đến 4 người", silent, "1 người chưa vào trợ lý, cần gọi điện: Võ Văn Dũng")
        await hoa.presses("Gửi ngay")
        await hoa.sees("Gửi ngay cho 4 người?", silent)
        await hoa.presses("Đồng ý gửi")
        await town.member("lan", "web").sees("cúp nước")
        await town.binh.sees("cúp nước")
        await hoa.sees(
            "Đã gửi xong",
            "2/4",
            "Phạm Thị Cúc, Khóm 3: quá 7 ngày không nhắn cho Zalo OA, xin gọi điện",
        )
        assert standing(town.binh).billed == 1
        assert standing(town.lan).refused == []
        assert standing(town.cuc).refused == [-230]


async def test_a_sign_of_life_opens_the_window_and_leaving_shuts_the_door(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await town.lan.joins()
        lan = await town.person("lan")
        town.watch.forward(timedelta(days=9))
        phone = town.lan.phone
        assert isinstance(phone, ZaloOaPhone)
        phone.person.follows()
        await town.lan.sees("Cần em giúp việc gì ạ?")
        (route,) = await town.read(lambda tx: tx.routes.of_one(lan.id))
        assert route.heard_at is not None
        assert town.watch() - route.heard_at < timedelta(hours=1)
        phone.person.unfollows()
        await phone.delivered()
        await town.is_quiet()
        assert await town.read(lambda tx: tx.routes.of_one(lan.id)) == []
