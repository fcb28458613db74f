"""Coming in by six digits, on whatever channel: good, wrong, expired, used, revoked, somebody else's, and guessed."""

from __future__ import annotations

from datetime import timedelta

from bot.actions.invitations import revoke
from bot.actions.joining_codes import MOST_IN_HOUR, MOST_OF_ACCOUNT
from bot.domain.people import Role
from tests.stories.conftest import BY_CODE, OpenTown
from tests.support.talk import Town

MENU = "Cần em giúp việc gì ạ?"
WRONG = "Em không dùng được mã này"
WAIT = "Xin gõ lại sau một giờ"


def other_than(code: str, step: int = 1) -> str:
    """Six digits that are not the code."""
    return f"{(int(code) + step) % 1_000_000:06}"


async def test_the_code_works_once_on_every_channel(open_door: Town) -> None:
    ticket = await open_door.ticket_for("lan")
    await open_door.lan.says(ticket.code)
    await open_door.lan.sees(MENU)
    await open_door.tu.says(ticket.code)
    await open_door.tu.sees(WRONG)
    await open_door.tu.follows(ticket.token)
    await open_door.tu.sees(WRONG if open_door.channel in BY_CODE else "Đường dẫn mời này đã được dùng rồi.")
    await open_door.tu.sees_nothing_of(MENU, "Khóm 1")
    lan = await open_door.person("lan")
    assert await open_door.actions(f"person:{lan.id}") == ["person_added", "joined"]


async def test_a_used_link_closes_its_code_too(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        ticket = await town.ticket_for("lan")
        await town.lan.joins(ticket.token)
        await town.binh.joins()
        for other in (town.tu, town.binh):
            await other.says(ticket.code)
            await other.sees(WRONG)


async def test_ones_own_code_typed_again_leads_back_to_the_menu(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        code = await town.code_for("lan")
        await town.lan.says(code)
        await town.lan.sees(MENU)
        await town.lan.says(code)
        await town.lan.sees(MENU)
        await town.lan.sees_nothing_of(WRONG)


async def test_an_expired_code_is_refused_as_a_wrong_one_is_and_its_link_still_works(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        ticket = await town.ticket_for("lan")
        town.watch.forward(timedelta(days=7, minutes=1))
        await town.lan.says(ticket.code)
        await town.lan.sees(WRONG)
        await town.lan.joins(ticket.token)


async def test_a_revoked_invitation_lets_nobody_in(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        ticket, hoa = await town.ticket_for("lan"), await town.person("hoa")
        await town.change(lambda tx: revoke(tx, by=hoa, invitation=ticket.id, at=town.watch()))
        await town.tu.says(ticket.code)
        await town.tu.sees(WRONG)
        await town.tu.follows(ticket.token)
        await town.tu.sees("Lời mời này phường đã hủy.")
        await town.tu.sees_nothing_of(MENU)


async def test_somebody_whom_nobody_knew_becomes_a_member_by_a_code(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        ticket = await town.open_ticket("K2", Role.DEPUTY)
        await town.tu.says(f"chào em, mã là {ticket.code} nhé")
        await town.tu.sees("Phó ban vận động Khóm 2")
        await town.tu.presses("Bỏ qua")
        await town.tu.sees("Báo cáo quý IV năm 2020")


async def test_a_member_who_types_a_code_at_the_menu_gets_its_post(open_town: OpenTown) -> None:
    async with open_town("console") as town:
        ticket = await town.open_ticket("K2", Role.HEAD)
        await town.lan.joins()
        await town.lan.says(ticket.code)
        await town.lan.sees(MENU)
        lan = await town.person("lan")
    assert {(post.role, post.unit.code) for post in lan.posts} == {(Role.HEAD, "K1"), (Role.HEAD, "K2")}


async def test_six_digits_are_an_answer_where_something_is_asked_and_a_code_where_they_are_called_one(
    open_town: OpenTown,
) -> None:
    async with open_town("telegram") as town:
        ticket = await town.open_ticket("K2", Role.HEAD)
        await town.lan.joins()
        await town.lan.presses("Báo cáo quý IV năm 2020")
        await town.lan.says(ticket.code)
        assert len((await town.person("lan")).posts) == 1
        await town.lan.says(f"mã {ticket.code}")
        await town.lan.sees(MENU)
        assert len((await town.person("lan")).posts) == 2


async def test_a_wrong_code_in_the_middle_of_a_form_asks_the_open_question_again(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses("Báo cáo quý IV năm 2020")
        await town.lan.says("mã 123456")
        await town.lan.sees(WRONG)
        await town.lan.sees("Câu 1/14")


async def test_a_member_keeps_the_chat_unless_it_is_meant_for_the_person_of_the_code(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        code = await town.code_for("binh")
        await town.lan.joins()
        await town.lan.says(code)
        await town.lan.sees("Mã này là của", "đang là của Trần Thị Lan")
        await town.lan.presses("Giữ nguyên")
        await town.lan.sees("Trần Thị Lan", MENU)
        await town.lan.says(code)
        await town.lan.presses("Tôi là Lê Văn Bình, chuyển sang")
        await town.lan.sees("Lê Văn Bình", MENU)


async def test_the_two_chats_of_one_person_are_one_conversation(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        await town.lan.joins()
        await town.lan.presses("Báo cáo quý IV năm 2020")
        await town.lan.says("412")
        phone = town.member("lan", "telegram")
        await phone.says(await town.code_for("lan"))
        await phone.sees("đang làm dở", MENU)
        await phone.presses("Báo cáo quý IV năm 2020")
        await phone.says("xem lại")
        await phone.sees("412")


async def test_whoever_guesses_is_told_to_wait_even_by_the_right_code(open_door: Town) -> None:
    code = await open_door.code_for("lan")
    for step in range(1, MOST_OF_ACCOUNT):
        await open_door.tu.says(other_than(code, step))
        await open_door.tu.sees(WRONG)
    await open_door.tu.says(other_than(code, MOST_OF_ACCOUNT))
    await open_door.tu.sees(WAIT)
    await open_door.restarts()
    await open_door.tu.says(code)
    await open_door.tu.sees(WAIT)
    await open_door.lan.says(code)
    await open_door.lan.sees(MENU)


async def test_who_waited_may_try_again(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        code = await town.code_for("lan")
        for step in range(1, MOST_OF_ACCOUNT + 1):
            await town.lan.says(other_than(code, step))
        await town.lan.sees(WAIT)
        town.watch.forward(timedelta(hours=1, minutes=1))
        await town.lan.says(code)
        await town.lan.sees(MENU)


async def test_too_many_wrong_codes_from_everywhere_lock_the_codes_of_that_channel_and_nothing_else(
    open_town: OpenTown,
) -> None:
    async with open_town("web", telegram=True) as town:
        ticket = await town.ticket_for("lan")
        for number in range(MOST_IN_HOUR):
            await town.member(f"stranger {number}").says(other_than(ticket.code, number + 1))
        await town.lan.says(ticket.code)
        await town.lan.sees("Lúc này em tạm ngừng nhận mã.")
        await town.member("binh", "telegram").says(await town.code_for("binh"))
        await town.member("binh", "telegram").sees(MENU)
        await town.lan.joins(ticket.token)
