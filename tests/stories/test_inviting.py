"""The officer invites people in chat: somebody known, somebody new, and thinks better of it."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

from bot.domain.people import Role
from bot.domain.units import Level
from storage.transaction import Transaction
from tests.stories.conftest import OpenTown
from tests.support.talk import Seen

MENU = "Cần em giúp việc gì ạ?"
SVG = "{http://www.w3.org/2000/svg}"


def code_in(seen: Seen) -> str:
    """The code of an invitation, as it stands there."""
    found = re.search(r"Mã: (\d{3} \d{3})", seen.text)
    assert found, seen
    return found[1]


async def test_somebody_known_gets_one_more_channel(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.hoa.joins()
        await town.hoa.presses("Mời người", "Khóm 1", "Trần Thị Lan, Trưởng ban vận động (chưa vào)")
        await town.hoa.sees("Em đang làm lời mời cho Trần Thị Lan")
        ready = await town.hoa.sees("Lời mời Trần Thị Lan, Trưởng ban vận động Khóm 1.", "/chat/join/", "t.me/")
        sheet = ElementTree.fromstring(await town.hoa.receives_file())
        texts = [each.text or "" for each in sheet.iter(f"{SVG}text")]
        assert f"Mã vào: {code_in(ready)}" in texts
        assert {"Trần Thị Lan", "Quét để mở Telegram", "Quét để mở trang web"} <= set(texts)
        await town.lan.says(code_in(ready))
        await town.lan.sees("Trưởng ban vận động Khóm 1")
        await town.lan.sees(MENU)


async def test_where_nothing_can_be_pressed_a_number_means_what_came_last(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.presses("Mời người", "Khóm 1", "Trần Thị Lan, Trưởng ban vận động (chưa vào)")
        ready = await hoa.sees("Lời mời Trần Thị Lan, Trưởng ban vận động Khóm 1.")
        assert "1. Hủy lời mời này" in ready.text
        await hoa.says("1")
        await hoa.sees("Em đã hủy lời mời")
        await town.lan.says(code_in(ready))
        await town.lan.sees("Em không dùng được mã này")


async def test_an_official_account_is_opened_by_its_picture_and_entered_by_the_code(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await town.member("hoa", "web").joins()
        await town.member("hoa", "web").presses("Mời người", "Khóm 1", "Trần Thị Lan, Trưởng ban vận động (chưa vào)")
        ready = await town.member("hoa", "web").sees("Zalo của phường: mở https://zalo.me/", "rồi gõ mã")
        sheet = await town.member("hoa", "web").receives_file()
        assert "Quét để mở Zalo của phường" in sheet.decode()
        await town.lan.says(code_in(ready))
        await town.lan.sees("Trưởng ban vận động Khóm 1")


async def test_somebody_new_is_added_by_name_and_comes_in(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.hoa.joins()
        await town.hoa.says("mời người")
        await town.hoa.presses("Khóm 2", "Người mới: Phó ban vận động")
        await town.hoa.says("0912345678")
        await town.hoa.sees("Em chưa đọc được họ tên: 0912345678.")
        await town.hoa.says("  Nguyễn  Văn Tú ")
        ready = await town.hoa.sees("Lời mời Nguyễn Văn Tú, Phó ban vận động Khóm 2.")
        await town.tu.says(code_in(ready))
        await town.tu.sees("Phó ban vận động Khóm 2")
        [tu] = await town.read(lambda tx: tx.people.named("Nguyễn Văn Tú", town.watch().date()))
        assert [(post.role, post.unit.code) for post in tu.posts] == [(Role.DEPUTY, "K2")]
        assert await town.actions(f"person:{tu.id}") == ["person_added", "joined"]


async def test_an_invitation_that_is_taken_back_lets_nobody_in(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.hoa.joins()
        await town.hoa.presses("Mời người", "Khóm 1", "Trần Thị Lan, Trưởng ban vận động (chưa vào)")
        ready = await town.hoa.sees("Lời mời Trần Thị Lan")
        await town.hoa.presses("Hủy lời mời này")
        await town.hoa.sees("Em đã hủy lời mời")
        await town.lan.says(code_in(ready))
        await town.lan.sees("Em không dùng được mã này")
        await town.lan.sees_nothing_of(MENU)


async def test_an_invitation_that_was_used_cannot_be_taken_back(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.hoa.joins()
        await town.hoa.presses("Mời người", "Khóm 1", "Trần Thị Lan, Trưởng ban vận động (chưa vào)")
        ready = await town.hoa.sees("Lời mời Trần Thị Lan")
        await town.lan.says(code_in(ready))
        await town.hoa.presses("Hủy lời mời này")
        await town.hoa.sees("đã được dùng rồi")


async def test_a_head_invites_nobody_and_takes_nothing_back(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        ticket = await town.ticket_for("binh")
        await town.lan.joins()
        for choice in (
            "@inviting",
            "@inviting:2",
            "@inviting:2:head",
            "@inviting:2:3",
            f"@inviting:revoke:{ticket.id}",
        ):
            await town.lan.forges(choice)
            await town.lan.sees("Việc này dành cho người khác phụ trách")
        assert await town.read(lambda tx: tx.exports.open_requests()) == []
        await town.binh.says(ticket.code)
        await town.binh.sees(MENU)


async def test_the_officer_of_another_ward_invites_nobody_here(open_town: OpenTown) -> None:
    def another_ward(tx: Transaction) -> None:
        ward = tx.units.add("P2", "Phường khác", Level.WARD, None, date(2000, 1, 1), None, 9)
        tx.people.give_post(tx.people.add("Tú", "", town.watch()), Role.WARD_OFFICER, ward, date(2000, 1, 1), None)

    async with open_town("web") as town:
        await town.change(another_ward)
        ticket, khom = await town.ticket_for("binh"), await town.read(lambda tx: tx.units.by_code("K1"))
        assert khom is not None
        await town.tu.joins_as_newcomer(await town.open_invitation("P2", Role.WARD_OFFICER))
        for rest in (f"{khom.id}", f"{khom.id}:head", f"{khom.id}:3", f"revoke:{ticket.id}"):
            await town.tu.forges(f"@inviting:{rest}")
            await town.tu.says("Nguyễn Văn Mới")
        await town.tu.sees_nothing_of("Khóm 1", "Trần Thị Lan")
        assert await town.read(lambda tx: tx.exports.open_requests()) == []
        assert await town.read(lambda tx: tx.people.named("Nguyễn Văn Mới", town.watch().date())) == []
        await town.binh.says(ticket.code)
        await town.binh.sees(MENU)


async def test_nobody_is_made_what_the_menu_does_not_offer(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.hoa.joins()
        before = len(await town.read(lambda tx: tx.people.everybody(town.watch().date())))
        for choice in ("@inviting:1:admin", "@inviting:2:ward_officer", "@inviting:2:99", "@inviting:99"):
            await town.hoa.forges(choice)
            await town.hoa.says("Nguyễn Văn Tú")
        assert await town.read(lambda tx: tx.exports.open_requests()) == []
        assert len(await town.read(lambda tx: tx.people.everybody(town.watch().date()))) == before
