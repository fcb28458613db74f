"""Lan is reminded of her report on its days, goes on by one button, and never hears again once it is in."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.submissions import Status
from storage.transaction import Transaction
from tests.stories.conftest import OpenTown
from tests.stories.reminding import FIRST_QUARTER, REPORT, count_of, march, opens_the_first_quarter
from tests.support.talk import Town


async def test_lan_is_reminded_on_its_days_and_hears_no_more_once_she_has_sent(
    open_door: Town,
) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    lan = town.lan
    await town.reminds(march(5, 9))
    await lan.sees(f"Dạ, phường đã mở {REPORT}. Hạn gửi là thứ Sáu, 19/03/2021.", "Cô làm lúc nào tiện cũng được")
    await town.reminds(march(9))
    await town.reminds(march(12))
    await lan.sees(f"Dạ, còn 7 ngày nữa là đến hạn gửi {REPORT} (thứ Sáu, 19/03/2021).")
    await lan.presses("Báo cáo ngay")
    await lan.sees("bao nhiêu hộ")
    await lan.says("412", "1.650", "để sau")
    await town.reminds(march(16))
    await lan.sees(
        "Dạ, còn 3 ngày nữa là đến hạn", "Báo cáo đã làm được 2/11 câu, em giữ đủ cả. Còn 9 câu nữa là xong ạ."
    )
    await town.reminds(march(18))
    await lan.sees("Dạ, ngày mai (thứ Sáu, 19/03/2021) là hạn gửi")
    await town.reminds(march(19))
    await town.hoa.sees("Hôm nay là hạn của khóm.")
    await lan.sees("Dạ, hôm nay (thứ Sáu, 19/03/2021) là hạn gửi", "Gửi trong hôm nay là vừa kịp ạ.")
    await lan.presses("Tiếp tục (2/11)")
    await lan.says(*FIRST_QUARTER[2:])
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")
    for day in (19, 20, 22, 26):
        await town.reminds(march(day, 10))
    assert await count_of(lan, "hạn gửi") == 4  # and the opening


async def test_a_tick_that_comes_again_says_nothing_again(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    for hour in (8, 8, 9, 18):
        await town.reminds(march(12, hour) + timedelta(minutes=hour))
    await town.restarts()
    await town.reminds(march(12, 18) + timedelta(minutes=40))
    assert await count_of(town.lan, "còn 7 ngày nữa") == 1
    assert await count_of(town.hoa, "Tình hình báo cáo") == 1


async def test_who_reads_an_old_reminder_after_sending_is_thanked(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    lan = town.lan
    await town.reminds(march(12))
    card = await lan.sees("còn 7 ngày nữa")
    await lan.presses("Báo cáo ngay")
    await lan.says(*FIRST_QUARTER)
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")
    await lan.presses("Báo cáo ngay", on=card)
    await lan.sees(f"Dạ, {REPORT} đã gửi về phường rồi. Em cảm ơn cô nhiều ạ.", "Cần em giúp việc gì ạ?")
    await lan.presses("Để thứ Hai nhắc lại", on=card)
    await lan.sees("Dạ, báo cáo đã gửi đủ rồi nên em không nhắc nữa. Em cảm ơn cô nhiều ạ.")


async def test_lan_may_be_reminded_again_on_a_day_between(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    lan = town.lan
    await town.reminds(march(12))
    await lan.sees("còn 7 ngày nữa")
    await lan.presses("Để thứ Hai nhắc lại")
    await lan.sees("Dạ vâng, thứ Hai, 15/03/2021, em nhắc lại cô ạ.")
    await town.reminds(march(15))
    await lan.sees("Dạ, còn 4 ngày nữa là đến hạn")
    await town.reminds(march(18))
    await lan.sees("ngày mai")
    await lan.presses("Để mai nhắc lại")
    await lan.sees("Dạ vâng, thứ Sáu, 19/03/2021, em nhắc lại cô ạ.")
    await town.reminds(march(19))
    card = await lan.sees("hôm nay (thứ Sáu, 19/03/2021)", "Chọn dòng dưới đây, em hỏi từng câu một ạ.")
    assert card.buttons == ("Báo cáo ngay",)


async def test_a_reminder_in_the_middle_of_a_form_takes_nothing_away(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    lan = town.lan
    await lan.says("báo cáo", "412")
    await lan.sees("Em ghi: 412 hộ")
    await town.reminds(march(12))
    await lan.sees("còn 7 ngày nữa", "1/11 câu")
    await lan.presses("Để thứ Hai nhắc lại")
    await lan.sees("Dạ vâng, thứ Hai, 15/03/2021, em nhắc lại cô ạ.")
    await lan.says("1650")
    await lan.sees("Em ghi: 1.650 người")


async def test_the_deputy_is_told_for_a_head_out_of_reach_and_whoever_began(
    open_town: OpenTown,
) -> None:
    async with open_town("web") as town:
        await town.minh.joins()
        lan = await town.person("lan")
        await opens_the_first_quarter(town)
        [route] = await town.read(lambda tx: tx.routes.of_one(lan.id))
        await town.change(lambda tx: tx.accounts.gone(route.account, march(5)))
        await town.reminds(march(5, 9))
        await town.minh.sees("phường đã mở")
        await town.change(lambda tx: tx.accounts.seen(route.account, march(6)))
        await town.reminds(march(12))
        await town.lan.sees("còn 7 ngày nữa")
        await town.minh.sees_nothing_of("còn 7 ngày nữa")
        await town.minh.says("báo cáo", "412", "để sau")
        await town.reminds(march(16))
        await town.minh.sees("còn 3 ngày nữa", "1/11 câu")
        await town.lan.sees("còn 3 ngày nữa", "1/11 câu")


async def test_two_reports_make_one_message(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.lan.joins()
        await town.hoa.joins()
        await town.hoa.says("mở kỳ", "2020")
        await town.reminds(town.watch() + timedelta(hours=1))
        await town.lan.sees(
            "Dạ, có 2 báo cáo đang chờ cô:",
            "• báo cáo quý IV năm 2020: hạn thứ Sáu, 18/12/2020 (chưa bắt đầu).",
            "• báo cáo năm 2020: hạn thứ Sáu, 18/12/2020 (chưa bắt đầu).",
        )
        await town.lan.presses("Làm báo cáo năm 2020")
        await town.lan.sees("Khóm 1, năm 2020", "bao nhiêu hộ")


async def test_a_returned_report_is_spoken_of_as_a_favour(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        await town.lan.says("báo cáo", *FIRST_QUARTER)
        await town.lan.presses("Gửi về phường")
        await town.lan.sees("Đã gửi xong lúc")

        def give_back(tx: Transaction) -> None:
            khom = tx.units.by_code("K1")
            assert khom is not None
            sent = tx.submissions.of_unit(khom.id, 1)[0]
            tx.submissions.set_status(sent.id, Status.RETURNED, march(11))

        await town.change(give_back)
        await town.reminds(march(12))
        await town.lan.sees("còn 7 ngày nữa", "Phường đã nhận báo cáo, nhờ cô xem lại giúp vài chỗ")
        await town.lan.presses("Xem lại giúp phường")
        await town.lan.sees("Đã gửi, đang sửa lại")


async def test_a_reminder_opens_no_other_khoms_report(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        period = await town.read(lambda tx: tx.periods.of_ward(tx.units.wards(march(5).date())[0].id)[0])
        other = await town.read(lambda tx: tx.units.by_code("K2"))
        assert other is not None
        for rest in (f"{period.id}:{other.id}:khom_dinh_ky", f"{period.id}:{other.id}:nowhere", "999:1:x", "x", ""):
            await town.lan.forges(f"@reminder:{rest}")
            await town.lan.sees("Xin chọn lại trong menu.")
        await town.lan.sees_nothing_of("Khóm 2", "bao nhiêu hộ")
