"""What becomes of photos and recordings: with words, in albums, doubled, before a consent, and who may see them."""

from __future__ import annotations

import pytest

from bot.actions.confirming import moment_of
from bot.domain.entrustments import Entrusted
from tests.channels.samples import photo
from tests.stories.conftest import OpenTown
from tests.stories.entrusting import REPORT_1, joined, states
from tests.stories.filling import REPORT
from tests.stories.telegram import phone_of
from tests.support.talk import Town
from tests.support.talk.web import WebPhone


async def test_a_photo_with_words_is_kept_and_the_words_are_the_answer(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await joined(town)
        phone_of(town).person.sends_photo(photo(), caption="412")
        await town.lan.is_answered()
        await town.lan.sees("Dạ, em đã giữ ảnh này gửi kèm phiếu này.")
        await town.lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
        assert len(await town.read(lambda tx: tx.enclosures.of(REPORT_1))) == 1


async def test_an_album_gets_one_answer_and_stays_with_its_question(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await joined(town)
        await town.lan.says("412")
        phone_of(town).person.sends_album([photo(colour=colour) for colour in ("teal", "navy", "red")])
        await town.lan.is_answered()
        answers = [seen for seen in await town.lan.phone.events() if "em đã giữ" in seen.text]
        assert len(answers) == 1
        files = await town.read(lambda tx: tx.enclosures.of(REPORT_1))
        assert len(files) == 3
        assert {one.key.rpartition("/")[2] for one in files} == {"tong_nhan_khau"}


async def test_a_voice_note_reaches_hoa_as_it_was_spoken(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await joined(town)
        await town.lan.sends_file(b"OggS" + b"\0" * 64, "noi.ogg")
        await town.lan.sees("Dạ, em đã giữ bản ghi âm này cho cả phiếu.")
        await town.lan.presses("Nhờ phường ghi giúp")
        await town.hoa.presses("Xem phiếu", "Xem tệp khóm gửi")
        seen = await town.hoa.sees("Trần Thị Lan gửi lúc 09:0", " ngày 15/12/2020 cho cả phiếu.")
        assert (await seen.files[0].fetch())[:4] == b"OggS"


async def test_pressed_twice_it_is_left_once_and_confirmed_once(with_buttons: Town) -> None:
    town = with_buttons
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.presses_twice("Nhờ phường ghi giúp")
    await town.lan.sees("Câu 2/14")
    assert await states(town) == {"tong_so_ho": Entrusted.ASKED}
    await town.hoa.presses("Xem phiếu")
    await town.hoa.says("1", "412")
    await town.lan.presses_twice("Đúng")
    await town.lan.sees("Dạ, em ghi là đúng.")
    await town.lan.sees("Không có câu nào chờ xác nhận ạ.")
    assert (await town.actions("submission:1")).count("entry_confirmed") == 1


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_nobody_else_sees_the_photo_or_enters_or_confirms(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        await joined(town)
        await town.binh.joins()
        await town.lan.sends_photo(photo())
        await town.lan.presses("Nhờ phường ghi giúp")
        for other in (town.binh, town.lan):
            for choice in ("@entrusted", "@entrusted:1"):
                await other.forges(choice)
                await other.sees("Việc này dành cho người khác phụ trách, em không mở được ạ.")
            await other.sees_nothing_of("gửi lúc")
        await town.hoa.presses("Xem phiếu")
        await town.hoa.says("1", "412")
        told = (await town.read(lambda tx: tx.entrustments.of(REPORT_1)))[0].told_at
        assert told is not None
        for verb in ("see", "right", "wrong"):
            await town.binh.forges(f"@confirm:1:{verb}:{moment_of(told)}")
            await town.binh.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
            await town.hoa.forges(f"@confirm:1:{verb}:{moment_of(told)}")
            await town.hoa.sees("Việc này dành cho người khác phụ trách")
        assert await states(town) == {"tong_so_ho": Entrusted.ENTERED}
        await town.binh.sees_nothing_of("412")


async def test_a_stranger_is_shown_nothing_and_the_link_of_a_file_is_good_in_hoas_chat_only(
    open_town: OpenTown,
) -> None:
    async with open_town("web") as town:
        await joined(town)
        await town.lan.sends_photo(photo())
        await town.lan.presses("Nhờ phường ghi giúp")
        for choice in ("@entrusted:1", "@confirm:1:see:1"):
            await town.tu.forges(choice)
        await town.tu.sees("Xin nhắn cán bộ văn hóa của phường")
        await town.hoa.presses("Xem phiếu", "Xem tệp khóm gửi")
        seen = await town.hoa.sees("Trần Thị Lan gửi lúc")
        assert isinstance(seen.source, dict)
        href = seen.source["files"][0]["href"]
        for other, good in ((town.hoa, True), (town.lan, False), (town.tu, False)):
            assert isinstance(other.phone, WebPhone)
            assert await other.phone.can_open(href) is good


async def test_a_photo_before_a_household_has_consented_is_not_kept(town: Town) -> None:
    await town.lan.joins()
    await town.lan.presses("Ghi hoàn cảnh khó khăn")
    await town.lan.sends_photo(photo())
    await town.lan.sees("Em nhận được ảnh, nhưng câu này cần trả lời bằng chữ hoặc số.")
    await town.lan.says("nhờ phường ghi giúp")
    await town.lan.sees("Câu này phường không trả lời thay được")
    assert await town.read(lambda tx: tx.enclosures.of(REPORT_1)) == []


async def test_a_photo_at_the_menu_is_answered_with_what_to_do_first(town: Town) -> None:
    await town.lan.joins()
    await town.lan.sends_photo(photo())
    await town.lan.sees("Xin chọn báo cáo ở dưới, rồi gửi lại giúp em.")
    await town.hoa.joins()
    await town.hoa.sends_photo(photo())
    await town.hoa.sees("Em chưa hiểu tin vừa rồi.")


async def test_lan_learns_of_it_where_she_begins_and_where_she_asks_for_help(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.sees("Khó đọc chữ nhỏ thì gửi ảnh tờ báo cáo hoặc ghi âm.")
        await town.lan.says("giúp")
        await town.lan.sees(
            "• Khó đọc chữ nhỏ: gửi ảnh tờ giấy hoặc ghi âm, phường ghi giúp",
        )
