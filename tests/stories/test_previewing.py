"""Before anything is sent, the officer looks at it as it will stand on each channel, character by character."""

from __future__ import annotations

import re

import pytest

from bot.app.ways_out import previews
from bot.messages import Attachment, AttachmentKind, Reply
from tests.channels.telegram.harness import telegram
from tests.stories.conftest import OpenTown
from tests.support.talk import Member, Town
from tests.support.zalo_bot import Options

CALLED = {"telegram": "Telegram", "web": "trang web", "zalo_bot": "Zalo", "zalo_oa": "Zalo OA"}
ENDS = ("Dưới tin có nút bấm:", "Ở đây không có nút bấm:")
INVITATION = "Mời {tên} ({khóm}) họp lúc 8 giờ thứ Hai.\n\nĐem theo <sổ> & bút."
LONG = "\n\n".join(
    f"Đoạn {number}. {{tên}} đọc, {{tên}} ký, {{tên}} báo lại phường. " + "Nội dung. " * 6 for number in range(1, 31)
)
"""Short enough to be typed, and too long for one message of Telegram once the names are filled in."""


async def written(officer: Member, text: str) -> None:
    """A meeting invitation to the heads, as a draft."""
    await officer.joins()
    await officer.says("thông báo")
    await officer.presses("Soạn thông báo mới", "Mời họp")
    await officer.says(text)
    await officer.presses("Chọn người nhận", "Chỉ trưởng khóm (4)", "Xem thử")


async def looked_at(officer: Member, channel: str) -> list[str]:
    """What the officer is shown of a channel: the texts between the first line and the last."""
    await officer.presses(f"Xem trên {CALLED[channel]}")
    texts = [seen.text.rstrip("\n") for seen in await officer.phone.events()]
    begin = max(place for place, text in enumerate(texts) if text.startswith("Trên "))
    end = max(place for place, text in enumerate(texts) if text.startswith(ENDS))
    return texts[begin + 1 : end]


async def received(recipient: Member, shown: list[str]) -> list[str]:
    """As many of the newest messages as were shown, once the last of them has come."""
    await recipient.sees(shown[-1])
    return [seen.text for seen in await recipient.phone.events()][-len(shown) :]


async def test_the_preview_is_what_the_head_then_receives(with_buttons: Town) -> None:
    town = with_buttons
    await town.lan.joins()
    await written(town.hoa, INVITATION)
    await town.hoa.sees("sẽ nhận được như sau:")
    await town.hoa.sees("MỜI HỌP", "Mời cô Trần Thị Lan (Khóm 1) họp")
    await town.hoa.sees(f"• {CALLED[town.channel]}: 1 người", "chưa vào trợ lý, cần gọi điện: 3 người")
    shown = await looked_at(town.hoa, town.channel)
    await town.hoa.sees("Dưới tin có nút bấm: [Dự được] [Xin vắng] [Cử người khác] [Hỏi lại]")
    await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
    assert await received(town.lan, shown) == shown
    assert "<sổ> & bút" in shown[0]


async def test_each_channel_that_the_audience_uses_is_shown_and_no_other(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        lan = town.member("lan", "telegram")
        await lan.joins()
        await town.binh.joins()
        await written(town.hoa, LONG)
        ways = await town.hoa.sees("• Telegram: 1 người", "• trang web: 1 người", "gọi điện: 2 người")
        assert [label for label in ways.buttons if label.startswith("Xem trên")] == [
            "Xem trên Telegram",
            "Xem trên trang web",
        ]
        on_telegram = await looked_at(town.hoa, "telegram")
        await town.hoa.sees("Trên Telegram, Trần Thị Lan (Khóm 1) thấy 2 tin")
        on_the_web = await looked_at(town.hoa, "web")
        await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
        assert await received(lan, on_telegram) == on_telegram
        assert await received(town.binh, on_the_web) == on_the_web
        assert on_telegram[1].startswith("(2/2)\nĐoạn")
        assert len(on_the_web) == 1


@pytest.mark.parametrize("text", [INVITATION, LONG], ids=["short", "long"])
async def test_on_zalo_it_is_numbered_text_in_pieces_as_zalo_takes_them(open_town: OpenTown, text: str) -> None:
    async with open_town("web", zalo_bot=Options()) as town:
        lan = town.member("lan", "zalo_bot")
        await lan.joins()
        await written(town.hoa, text)
        shown = await looked_at(town.hoa, "zalo_bot")
        await town.hoa.sees("Ở đây không có nút bấm: người nhận gõ số hoặc chữ.")
        await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
        assert await received(lan, shown) == shown
        assert shown[-1].endswith("1. Dự được\n2. Xin vắng\n3. Cử người khác\n4. Hỏi lại")
        assert (len(shown) > 1) is (text is LONG)


async def test_a_file_is_a_link_on_zalo_whose_address_and_code_are_each_recipients_own(open_town: OpenTown) -> None:
    async with open_town("web", zalo_bot=Options()) as town:
        lan = town.member("lan", "zalo_bot")
        await lan.joins()
        await town.hoa.joins()
        await town.hoa.presses("Thông báo", "Soạn thông báo mới", "Thông báo")
        await town.hoa.sends_file(b"%PDF-1.4 giay moi", "giay-moi.pdf")
        await town.hoa.says("Xem tệp kèm.")
        await town.hoa.presses("Xem thử")
        (shown,) = await looked_at(town.hoa, "zalo_bot")
        await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
        came = await lan.sees("Xem tệp kèm.")
        assert anonymous(came.text) == anonymous(shown)
        assert await came.files[0].fetch() == b"%PDF-1.4 giay moi"


def anonymous(text: str) -> str:
    """The text without what is each recipient's own: the link's end, and the code."""
    return re.sub(r"(?<=/files/)\S+|(?<=Mã mở tệp: )\S+", "…", text)


async def test_an_officer_at_the_terminal_sees_what_others_will_see_elsewhere(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        hoa = town.member("hoa", "console")
        await written(hoa, INVITATION.replace("\n", " "))
        await hoa.presses("Xem trên Telegram")
        # A terminal shows all that a turn says as one message.
        shown = await hoa.sees("Trên Telegram, Trần Thị Lan (Khóm 1) thấy 1 tin", "Dưới tin có nút bấm: [Dự được]")
        await hoa.presses("Gửi ngay", "Đồng ý gửi")
        came = await town.lan.sees("MỜI HỌP")
        assert f"như sau:\n\n{came.text}\n\nDưới tin" in shown.text


async def test_a_file_is_named_where_it_will_stand(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.hoa.joins()
        await town.hoa.presses("Thông báo", "Soạn thông báo mới", "Thông báo")
        for name in ("giay-moi.pdf", "ke-hoach.pdf"):
            await town.hoa.sends_file(b"%PDF-1.4 " + name.encode(), name)
        await town.hoa.says("Xem hai tệp kèm.")
        await town.hoa.presses("Xem thử")
        shown = await looked_at(town.hoa, "telegram")
        assert shown[:2] == ["[Tệp kèm: giay-moi.pdf]", "[Tệp kèm: ke-hoach.pdf]"]
        assert shown[2].endswith("Xem hai tệp kèm.")


async def test_a_file_that_a_channel_cannot_carry_is_a_link_in_its_preview() -> None:
    film = Attachment(kind=AttachmentKind.VIDEO, name="ngay-hoi.mp4", size=11, digest="ab")
    async with telegram() as phone:
        channel = phone.channel
        channel.bulk.largest_file = 10
        looks = previews([channel], {channel.name: channel.bulk}, "https://phuong.vn")
        (shown,) = looks[channel.name, channel.bot](Reply(text="Xem phim.", attachments=(film,)))
    assert shown.text == "Xem phim.\nTệp ngay-hoi.mp4: https://phuong.vn/files/…\nMã mở tệp: ······"
    assert not shown.files


async def test_only_the_ward_looks_at_a_draft(with_buttons: Town) -> None:
    town = with_buttons
    await town.lan.joins()
    await written(town.hoa, INVITATION)
    await town.tu.says("xin chào")
    for person in (town.lan, town.tu):
        for forged in ("@announce:preview:1", "@announce:on:1:web", "@announce:on:1:telegram"):
            await person.forges(forged)
        await person.sees_nothing_of("họp lúc 8 giờ", "sẽ nhận được")
    await town.hoa.forges("@announce:on:1:fax")
    await town.hoa.sees("sẽ nhận được như sau:")
