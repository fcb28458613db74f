"""Who may change a form: the ward's officer, once; nobody else, however they try."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.people import Role
from bot.domain.units import Level
from storage.transaction import Transaction
from tests.stories.conftest import OpenTown
from tests.stories.new_version import MEETINGS, NEW, downloads, insert, sends_new_version, versions
from tests.stories.test_officer import NOT_YOURS

CHOICES = ("@forms", "@forms:get:1", "@forms:now:1", "@forms:next:1", "@forms:drop:1", "@forms:withdraw:1", "@trial:1")


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_a_head_and_a_stranger_change_no_form(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        await town.hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        menu = await town.lan.joins()
        assert "Biểu mẫu" not in menu.buttons
        await town.lan.says("biểu mẫu")
        await town.lan.sees(NOT_YOURS)
        for choice in CHOICES:
            await town.lan.forges(choice)
            await town.lan.sees(NOT_YOURS)
        await town.lan.sends_file(b"PK", "quy.xlsx")
        await town.lan.sees_nothing_of("đang kiểm tra", "THỬ")
        await town.tu.says("biểu mẫu")
        await town.tu.sees("Em là trợ lý nhận báo cáo của các khóm.")
        await town.tu.sends_file(b"PK", "quy.xlsx")
        await town.tu.sees_nothing_of("đang kiểm tra")
        assert await versions(town) == [(1, None, False)]
        assert await town.read(lambda tx: tx.proposals.get(1).status.value) == "ready"


@pytest.mark.parametrize("role", [Role.WARD_OFFICER, Role.ADMIN])
async def test_an_officer_of_another_ward_changes_no_form(open_town: OpenTown, role: Role) -> None:
    def another_ward(tx: Transaction) -> None:
        ward = tx.units.add("P2", "Phường khác", Level.WARD, None, date(2000, 1, 1), None, 9)
        person = tx.people.add("Tú", "", town.watch())
        tx.people.give_post(person, role, ward, date(2000, 1, 1), None)

    async with open_town("web") as town:
        await town.hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await town.change(another_ward)
        tu = town.member("tu")
        await tu.joins_as_newcomer(await town.open_invitation("P2", role))
        await tu.says("biểu mẫu")
        await tu.sees("Chỉ cán bộ phường đổi được biểu mẫu ạ.")
        for choice in CHOICES:
            await tu.forges(choice)
            await tu.sees("Chỉ cán bộ phường đổi được biểu mẫu ạ.")
        assert await versions(town) == [(1, None, False)]
        assert await town.read(lambda tx: tx.proposals.get(1).status.value) == "ready"


async def test_stale_and_forged_choices_of_the_officer_change_nothing_twice(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await hoa.presses_twice("Dùng ngay")
        await hoa.sees("nay là bản 2")
        await hoa.sees("Tệp này đã dùng, đã bỏ hoặc chưa dùng được")
        for nonsense in ("@forms:get:99", "@forms:now:99", "@forms:of:x", "@forms:for:1:x", "@forms:boo", "@trial:x"):
            await hoa.forges(nonsense)
        await hoa.sees_nothing_of("trục trặc")
        assert await versions(town) == [(2, None, False), (1, None, False)]
