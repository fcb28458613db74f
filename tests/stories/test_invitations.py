"""Who comes in, and how: invitations that are good, used, expired, cut off, and somebody who has none."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Role
from tests.stories.conftest import OpenTown
from tests.support.talk import Town

MENU = "Cần em giúp việc gì ạ?"


async def test_a_stranger_is_told_whom_to_ask_and_sees_nothing(open_door: Town) -> None:
    tu = open_door.tu
    await tu.says("xin chào")
    await tu.sees("cán bộ văn hóa của phường gửi cho một đường dẫn mời")
    await tu.says("1", "menu", "báo cáo", "/xuat")
    await tu.forges("@report")
    await tu.forges("@interview:1")
    await tu.forges("@export:1")
    await tu.forges("1.send")
    await tu.sees_nothing_of("Khóm 1", "quý IV", MENU, "Lan")


async def test_a_token_lets_in_once(with_buttons: Town) -> None:
    token = await with_buttons.invitation_for("lan")
    await with_buttons.lan.joins(token)
    await with_buttons.tu.follows(token)
    await with_buttons.tu.sees("Đường dẫn mời này đã được dùng rồi.")
    await with_buttons.tu.says("menu")
    await with_buttons.tu.sees_nothing_of(MENU, "Khóm 1")


async def test_ones_own_link_opened_again_leads_back_to_the_menu(open_door: Town) -> None:
    token = await open_door.invitation_for("lan")
    await open_door.lan.joins(token)
    await open_door.lan.says("menu")
    await open_door.lan.joins(token)
    assert len(await open_door.read(lambda tx: tx.people.named("Trần Thị Lan", open_door.watch().date()))) == 1


async def test_an_expired_token_is_refused_with_what_to_do(with_buttons: Town) -> None:
    token = await with_buttons.invitation_for("lan", valid_for=timedelta(days=1))
    with_buttons.watch.forward(timedelta(days=1, minutes=1))
    await with_buttons.tu.follows(token)
    await with_buttons.tu.sees("Đường dẫn mời này đã hết hạn. Xin cán bộ phường gửi cho một đường dẫn mới.")


async def test_a_token_that_was_cut_off_is_refused_with_what_to_do(with_buttons: Town) -> None:
    token = await with_buttons.invitation_for("lan")
    await with_buttons.tu.follows(token[:-3])
    await with_buttons.tu.sees("Đường dẫn mời này không đúng hoặc đã bị cắt bớt.")


async def test_somebody_whom_nobody_knew_becomes_a_member_by_an_invitation(open_door: Town) -> None:
    token = await open_door.open_invitation("K2", Role.DEPUTY)
    await open_door.tu.says("xin chào")
    await open_door.tu.follows(token)
    await open_door.tu.sees("Phó ban vận động Khóm 2")
    await open_door.tu.presses("Bỏ qua")
    await open_door.tu.sees("Báo cáo quý IV năm 2020")


async def test_a_link_for_another_role_adds_the_role(open_town: OpenTown) -> None:
    """On Telegram, where the account is the person; a browser may be shared, so there each link is somebody's own."""
    async with open_town("telegram") as town:
        token = await town.open_invitation("K2", Role.HEAD)
        await town.lan.joins()
        await town.lan.follows(token)
        await town.lan.sees(MENU)
        lan = await town.person("lan")
    assert {(post.role, post.unit.code) for post in lan.posts} == {(Role.HEAD, "K1"), (Role.HEAD, "K2")}


async def test_joining_is_in_the_audit_log(open_door: Town) -> None:
    await open_door.lan.joins()
    lan = await open_door.person("lan")
    assert await open_door.actions(f"person:{lan.id}") == ["person_added", "joined"]
