"""Hoa reads every morning who is missing, reminds them by one button, and says when people may be reminded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.actions.invitations import invite
from bot.domain.people import Role
from bot.domain.units import Level
from storage.transaction import Transaction
from tests.stories.conftest import OpenTown
from tests.stories.reminding import count_of, march, opens_the_first_quarter
from tests.support.talk import Town


async def test_hoa_reads_the_morning_and_reminds_those_who_have_not_sent(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    await town.binh.joins()
    await town.binh.says("báo cáo", "300", "để sau")
    await town.reminds(march(10))
    await town.hoa.sees(
        "Tình hình báo cáo thứ Tư, 10/03/2021",
        "Kỳ quý I năm 2021: 0/4 khóm đã gửi. Hạn của khóm: thứ Sáu, 19/03/2021 (còn 9 ngày).",
        "• Đang làm: Khóm 2 (1/11 câu).",
        "• Chưa bắt đầu: Khóm 1, Khóm 3, Khóm 4.",
        "Em chưa nhắn tới được, nhờ gọi giúp:",
        "• Khóm 3: Phạm Thị Cúc, em chưa có số điện thoại",
    )
    await town.hoa.presses("Nhắc các khóm chưa gửi")
    await town.hoa.sees("Em vừa nhắc: Khóm 1, Khóm 2.", "• Khóm 4: Võ Văn Dũng, em chưa có số điện thoại")
    await town.lan.sees("Cán bộ phường nhờ em nhắn cô.", "Dạ, còn 9 ngày nữa là đến hạn")
    await town.binh.sees("Cán bộ phường nhờ em nhắn bác.", "Báo cáo đã làm được 1/11 câu")
    await town.hoa.presses("Nhắc các khóm chưa gửi")
    await town.hoa.sees("Hôm nay đã nhắc rồi nên em không nhắc thêm: Khóm 1, Khóm 2.")
    await town.reminds(march(10, 11))
    assert await count_of(town.lan, "Cán bộ phường nhờ em nhắn") == 1
    ward = (await town.person("hoa")).posts[0].unit.id
    assert await town.actions(f"unit:{ward}") == ["ward_created", "reminded"]


async def test_after_the_due_day_heads_are_left_in_peace_and_hoa_gets_a_list_to_call(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    lan = await town.person("lan")
    await town.change(lambda tx: tx.people.set_phone(lan.id, "+84901234567"))
    await town.reminds(march(22))
    await town.hoa.sees(
        "Hạn của khóm đã qua 3 ngày (19/03/2021).",
        "Khóm chưa gửi, khi tiện nhờ gọi hỏi thăm:",
        "• Khóm 1: Trần Thị Lan, 0901 234 567",
    )
    await town.lan.sees_nothing_of("hạn gửi")
    await town.hoa.presses("Nhắc các khóm chưa gửi")
    await town.lan.sees("Dạ, hạn gửi báo cáo quý I năm 2021 là thứ Sáu, 19/03/2021. Bây giờ gửi phường vẫn nhận ạ.")


async def test_nobody_is_woken_at_night_nor_on_a_sunday(with_buttons: Town) -> None:
    town = with_buttons
    await opens_the_first_quarter(town)
    await town.reminds(march(12, 6))
    await town.reminds(march(12, 19))
    await town.hoa.says("menu")
    await town.hoa.forges("@reminding:now")
    await town.hoa.sees("Giờ này bà con nghỉ rồi nên em chưa nhắn ai. Em chỉ nhắn từ 8 giờ đến 19 giờ")
    await town.reminds(march(14, 9))
    await town.lan.sees_nothing_of("hạn gửi")
    await town.hoa.sees_nothing_of("Tình hình báo cáo")


async def test_hoa_changes_the_hours_the_days_and_turns_it_off(open_door: Town) -> None:
    town = open_door
    await opens_the_first_quarter(town)
    hoa = town.hoa
    await hoa.says("nhắc việc")
    await hoa.sees(
        "Em đang tự nhắc các khóm chưa gửi, trong khoảng từ 8 giờ đến 19 giờ.", "Thứ Bảy, Chủ nhật: không nhắc"
    )
    await hoa.presses("Nhắc các khóm chưa gửi")
    await town.lan.sees("Cán bộ phường nhờ em nhắn cô.")
    await hoa.says("nhắc việc", "sáng sớm")
    await hoa.sees("Em chưa đọc được giờ sáng sớm. Xin gõ hai số từ 5 đến 22, ví dụ: 7-18.")
    await hoa.says("6-20")
    await hoa.sees("Em đã đổi ạ.", "từ 6 giờ đến 20 giờ")
    await town.reminds(march(12, 6))
    await town.lan.sees("còn 7 ngày nữa")
    await hoa.says("nhắc việc")
    await hoa.presses("Nhắc cả cuối tuần")
    await hoa.sees("Thứ Bảy, Chủ nhật: có nhắc.")
    await hoa.presses("Tắt nhắc")
    await hoa.sees("Em đang không tự nhắc ai")
    await town.reminds(march(18))
    await town.lan.sees_nothing_of("ngày mai")
    ward = (await town.person("hoa")).posts[0].unit.id
    assert await town.actions(f"unit:{ward}") == ["ward_created", "reminded", *["reminder_rules_changed"] * 3]


async def test_a_deadline_that_was_moved_is_honoured_and_a_closed_period_reminds_nobody(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        period = await town.read(lambda tx: tx.periods.of_ward(tx.units.wards(march(5).date())[0].id)[0])
        await town.change(
            lambda tx: tx.connection.exec_driver_sql("UPDATE reporting_periods SET khom_due_on = '2021-03-24'")
        )
        await town.reminds(march(12))
        await town.lan.sees_nothing_of("hạn gửi")
        await town.reminds(march(17))
        card = await town.lan.sees("còn 7 ngày nữa", "24/03/2021")
        await town.change(lambda tx: tx.periods.close(period.id, march(18)))
        for day in (19, 22, 23, 24):
            await town.reminds(march(day))
        assert await count_of(town.lan, "hạn gửi") == 1
        await town.lan.presses("Báo cáo ngay", on=card)
        await town.lan.sees("Dạ, kỳ này phường đã đóng rồi ạ.")


async def test_a_terminal_is_no_place_to_be_reminded_at(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        await town.member("binh", "console").joins()
        await town.member("lan", "console").joins()
        await town.reminds(march(12))
        await town.lan.sees("còn 7 ngày nữa")
        await town.hoa.sees("Em chưa nhắn tới được", "• Khóm 2: Lê Văn Bình")


@pytest.mark.parametrize("channel", ["telegram", "web"])
@pytest.mark.parametrize("choice", ["@reminding", "@reminding:now", "@reminding:enabled_off", "@reminding:weekends_on"])
async def test_a_head_reminds_nobody_and_changes_no_rule(open_town: OpenTown, channel: str, choice: str) -> None:
    async with open_town(channel) as town:
        await opens_the_first_quarter(town)
        town.watch.forward(timedelta(hours=2))
        await town.lan.forges(choice)
        await town.lan.sees("Việc này dành cho người khác phụ trách, em không mở được ạ.")
        assert await town.read(lambda tx: tx.reminders.told_on(march(5).date())) == frozenset()
        ward = (await town.person("hoa")).posts[0].unit.id
        assert (await town.read(lambda tx: tx.reminder_rules.of(ward))).enabled


@pytest.mark.parametrize("choice", ["@reminder:1:1:khom_dinh_ky", "@snooze"])
async def test_the_officer_answers_no_heads_reminder(open_town: OpenTown, choice: str) -> None:
    async with open_town("web") as town:
        await town.hoa.joins()
        await town.hoa.forges(choice)
        await town.hoa.sees("Việc này dành cho người khác phụ trách, em không mở được ạ.")


async def test_the_officer_of_another_ward_reminds_only_her_own(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        at = town.watch()

        def found(tx: Transaction) -> None:
            ward = tx.units.add("TQT", "Phường Tân Quy Tây", Level.WARD, None, at.date())
            tx.people.give_post(tx.people.add("Trần Văn Tú", "", at), Role.WARD_OFFICER, ward, at.date())

        await town.change(found)
        tu = await town.read(lambda tx: tx.people.named("Trần Văn Tú", at.date())[0])
        key, unit = town.parts.doors.key, tu.posts[0].unit.id
        ticket = await town.change(
            lambda tx: invite(tx, key=key, by=None, unit=unit, role=Role.WARD_OFFICER, person=tu.id, at=at)
        )
        await town.tu.joins_as_newcomer(ticket.token)
        town.watch.forward(timedelta(hours=2))
        await town.tu.forges("@reminding:now")
        await town.tu.sees("Hiện không có kỳ báo cáo nào đang mở nên em không nhắc ai ạ.")
        await town.lan.sees_nothing_of("Cán bộ phường nhờ")
