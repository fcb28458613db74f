"""What Lan has sent, to be passed on as a picture or printed: hers alone, and only what the ward has."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from bot.actions.copies import CopyForm
from bot.domain.submissions import SubmissionId
from storage.transaction import Transaction
from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT, sends_the_report
from tests.stories.kept import report_of
from tests.stories.new_version import waits
from tests.support.talk import Town

COPY = "Bản gửi nhóm Zalo"
PICTURE, PRINT = "Ảnh báo cáo", "Tệp để in"


async def comes(town: Town, *texts: str) -> bytes:
    """What is made after the turn has come to Lan: its file, which in a terminal stands below the words."""
    seen = await waits(town, town.lan, *texts)
    return await (seen.files[0].fetch() if seen.files else town.lan.receives_file())


async def test_a_sent_report_is_had_as_pictures_and_as_a_file_in_two_taps_each(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses(COPY, PICTURE)
    await lan.sees("Em đang vẽ ảnh")
    picture = Image.open(BytesIO(await comes(town, "Ảnh báo cáo quý IV năm 2020 của Khóm 1.", "Chia sẻ")))
    assert picture.format == "PNG"
    assert (picture.width, picture.height <= 1920) == (1080, True)
    await lan.presses(PRINT)
    await lan.sees("Em đang làm tệp để in")
    assert (await comes(town, "Báo cáo quý IV năm 2020 của Khóm 1, khổ A4 để in.")).startswith(b"%PDF")
    assert (await town.actions("export:1"), await town.actions("export:2")) == (["export_requested"],) * 2
    await lan.presses("Về menu")
    await lan.sees("Cần em giúp việc gì ạ?")


async def test_the_open_question_stays_while_a_copy_is_asked_for(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses("Ghi người tốt việc tốt")
    await lan.says(PICTURE)
    await comes(town, "Ảnh báo cáo quý IV năm 2020 của Khóm 1.")
    await lan.says("cá nhân")
    await lan.sees("Câu 2/")


async def test_there_is_no_picture_and_no_file_of_figures_that_were_not_sent(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.says(PICTURE)
    await lan.sees("Báo cáo này chưa gửi nên chưa có bản sao.")
    await lan.presses(REPORT)
    await lan.says("412", PRINT)
    await lan.sees("Báo cáo này chưa gửi nên chưa có bản sao.")
    await lan.says("1.650", "410", "389", "12", "120", "3", "2 triệu", "1tr2", "850 ngàn", "1", "5", "4", "không có")
    await lan.presses("Gửi về phường", REPORT)
    await lan.says("1", "413", PICTURE, PRINT)
    for _ in range(2):
        await lan.sees("Báo cáo này đang sửa dở.")
    await lan.sees_nothing_of("Em đang vẽ ảnh", "Em đang làm tệp")


async def test_what_is_corrected_before_it_could_be_drawn_is_told_and_not_drawn(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        lan = town.lan
        await lan.joins()
        await sends_the_report(lan)
        report, _ = await report_of(town)
        person = await town.person("lan")
        await lan.presses(REPORT)
        await lan.says("1", "413")

        def ask(tx: Transaction) -> None:
            route, *_ = tx.routes.of_one(person.id)
            tx.exports.request(CopyForm.PICTURE, {"submission": report.id}, person.id, route.address, town.watch())

        await town.change(ask)
        await lan.sees("Báo cáo này đang sửa dở. Gửi lại về phường trước")
        await lan.sees_nothing_of("Ảnh báo cáo quý IV")


async def test_nobody_gets_a_picture_or_a_file_of_another_khoms_report(with_buttons: Town) -> None:
    lan, binh, tu = with_buttons.lan, with_buttons.binh, with_buttons.tu
    await lan.joins()
    await sends_the_report(lan)
    report, _ = await report_of(with_buttons)
    await binh.joins()
    await with_buttons.hoa.joins()
    await tu.says("xin chào")
    for form in CopyForm:
        await binh.forges(f"@{form}:{report.id}")
        await binh.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
        await with_buttons.hoa.forges(f"@{form}:{report.id}")
        await with_buttons.hoa.sees("Việc này dành cho người khác phụ trách")
        await tu.forges(f"@{form}:{report.id}")
    for person in (binh, tu, with_buttons.hoa):
        await person.sees_nothing_of("Em đang vẽ ảnh", "Em đang làm tệp", "Ảnh báo cáo quý IV")
    assert await with_buttons.read(lambda tx: list(tx.exports.open_requests())) == []
    assert await with_buttons.actions("export:1") == []


async def test_a_household_in_need_and_a_good_deed_are_never_drawn(with_buttons: Town) -> None:
    lan = with_buttons.lan
    await lan.joins()
    await lan.presses("Ghi hoàn cảnh khó khăn", "Đồng ý")
    await lan.presses("Để sau", "Ghi người tốt việc tốt", "Để sau")
    for submission in (SubmissionId(1), SubmissionId(2)):
        for form in CopyForm:
            await lan.forges(f"@{form}:{submission}")
            await lan.sees("Hồ sơ này có thông tin riêng nên em không làm bản sao.")
    await lan.forges("@copy_picture:0x1")
    await lan.sees_nothing_of("Em đang vẽ ảnh", "Em đang làm tệp")
    assert await with_buttons.actions("export:1") == []
