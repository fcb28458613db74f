"""Several terminals on one database: each is a process of its own, and none takes up what is meant for another."""

from __future__ import annotations

from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT
from tests.support.talk.console import ConsolePhone
from tests.support.talk.jobs import terminals_may_look


async def test_what_comes_for_a_terminal_that_is_closed_waits_for_it_and_not_for_another(open_town: OpenTown) -> None:
    async with open_town("console") as town:
        await town.hoa.joins()
        await town.hoa.presses("Xuất số liệu")
        terminal = town.hoa.phone
        assert isinstance(terminal, ConsolePhone)
        await terminal.ends()
        await terminals_may_look(town)
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.sees("Câu 1/14")
        await terminal.begins()
        await town.hoa.sees("Sổ số liệu quý IV năm 2020.")
        await town.lan.sees_nothing_of("Sổ số liệu")


async def test_a_line_that_was_not_answered_is_answered_at_its_own_terminal(open_town: OpenTown) -> None:
    async with open_town("console") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        terminal = town.lan.phone
        assert isinstance(terminal, ConsolePhone)
        await town.lan.types_at_once("412")
        await terminal.ends()
        await town.minh.joins()
        await terminal.begins()
        await town.lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
