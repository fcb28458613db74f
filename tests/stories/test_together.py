"""One report, several people and several channels: Lan and her deputy Minh, the phone and the web page."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.submissions import SubmissionId
from tests.stories.conftest import OpenTown
from tests.stories.filling import OLD, QUARTER, REPORT, sends_the_report
from tests.support.talk import Town


async def test_the_deputy_goes_on_where_the_head_stopped(town: Town) -> None:
    await town.lan.joins()
    await town.lan.presses(REPORT)
    await town.lan.says(*QUARTER[:5])
    menu = await town.minh.joins()
    assert "(đang làm dở)" in menu.text
    await town.minh.presses(REPORT, "Tôi làm tiếp")
    await town.minh.sees("Câu 6/14")
    await town.minh.says(*QUARTER[5:])
    await town.minh.presses("Gửi về phường")
    await town.minh.sees("Đã gửi xong")
    (revision,) = await town.read(lambda tx: tx.submissions.revisions(SubmissionId(1)))
    assert revision.sent_by_name == "Nguyễn Văn Minh"
    assert revision.values["tong_so_ho"] == "412"


async def test_two_who_fill_in_at_once_lose_nothing(town: Town) -> None:
    await town.lan.joins()
    await town.minh.joins()
    await town.lan.presses(REPORT)
    await town.minh.presses(REPORT)
    await town.lan.says("412")
    await town.minh.says("1.650")
    await town.minh.sees("Em chưa ghi tin vừa rồi", "Cô Lan đang làm dở phiếu này")
    await town.minh.presses("Tôi làm tiếp")
    await town.minh.says("1.650")
    await town.minh.sees("Em ghi: 1.650 người.", "Câu 3/14")
    await town.lan.says("1.700")
    await town.lan.presses("Tôi làm tiếp", "Giữ nguyên")
    await town.lan.sees("Em ghi: 1.650 người.", "Câu 3/14")


async def test_what_the_deputy_gave_up_is_gone_for_the_head_who_is_told_so(town: Town) -> None:
    await town.lan.joins()
    await town.minh.joins()
    await town.lan.presses("Ghi hoàn cảnh khó khăn", "Đồng ý")
    await town.minh.presses("Ghi hoàn cảnh khó khăn", "Làm tiếp KK-K1-2020-001", "Tôi làm tiếp")
    await town.minh.says("hủy")
    await town.minh.presses("Bỏ hồ sơ này")
    await town.lan.says("gặp trực tiếp")
    await town.lan.sees("Phần này không còn nữa. Xin chọn lại trong menu.")
    await town.lan.sees("Cần em giúp việc gì ạ?")


async def test_lan_begins_on_telegram_and_goes_on_in_the_web_chat(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says(*QUARTER[:3])
        at_the_pc = town.member("lan", "web")
        await at_the_pc.joins()
        await at_the_pc.says("tiếp tục")
        await at_the_pc.sees("Mình làm tiếp", "Câu 4/14")
        await at_the_pc.says("389")
        await town.lan.says("12")
        await town.lan.sees("Em ghi: 12 hộ.", "Câu 6/14")
        at_the_terminal = town.member("lan", "console")
        await at_the_terminal.joins()
        await at_the_terminal.says("tiếp tục", "120")
        await at_the_terminal.sees("Em ghi: 120 hộ.", "Câu 7/14")


async def test_a_button_of_another_channel_is_as_old_as_one_of_this(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412")
        asked = await town.lan.sees("Câu 2/14")
        at_the_pc = town.member("lan", "web")
        await at_the_pc.joins()
        await at_the_pc.says("tiếp tục", "1.650")
        await town.lan.presses("Chưa có số liệu", on=asked)
        await town.lan.sees(OLD)
        await town.lan.sees("Câu 3/14")


async def test_a_khom_sees_its_own_submissions_only(town: Town) -> None:
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.lan.presses("Báo cáo của tôi")
    await town.lan.sees("Báo cáo quý IV năm 2020: đã gửi")
    await town.binh.joins()
    await town.binh.presses("Báo cáo của tôi")
    await town.binh.sees("Báo cáo quý IV năm 2020: chưa làm")
    await town.binh.sees_nothing_of("đã gửi")


async def test_a_post_that_has_ended_opens_nothing_any_more(open_door: Town) -> None:
    town, tu = open_door, open_door.tu
    await tu.joins_as_newcomer(await town.invitation_until_tonight("Tú", "K1"))
    await tu.presses(REPORT)
    await tu.says("412")
    await tu.sees("Câu 2/14")
    town.watch.forward(timedelta(days=1))
    await tu.says("1.650")
    await tu.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
    menu = await tu.sees("Cần em giúp việc gì ạ?")
    assert menu.buttons == ("Giúp",)
    await tu.sees_nothing_of("1.650 người")
