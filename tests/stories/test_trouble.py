"""What goes wrong outside: poison, full disks, refusing and silent servers; nothing is lost, nobody else waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.conversation import fetching, outbox
from tests.channels.samples import photo
from tests.channels.waiting import until
from tests.stories.conftest import OpenTown
from tests.stories.filling import OLD, QUARTER, REPORT
from tests.stories.kept import values
from tests.stories.reminding import count_of
from tests.stories.telegram import phone_of
from tests.support.talk import Town

PARKED = "Em gặp trục trặc với tin vừa rồi nên chưa ghi được. Xin gửi lại giúp em, hoặc báo phường mã"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_a_poison_update_is_parked_and_its_sender_told_while_others_go_on(
    open_town: OpenTown, database: str
) -> None:
    async with open_town("telegram", database=database) as town:
        await town.lan.joins()
        await town.binh.joins()
        await town.lan.presses(REPORT)
        phone_of(town).person.sends(photo=5)
        await town.binh.presses(REPORT)
        await town.binh.says("300")
        await town.binh.sees("Em ghi: 300 hộ.")
        await town.lan.sees(PARKED)
        await town.lan.says("412")
        await town.lan.sees("Em ghi: 412 hộ.")


async def test_two_presses_at_once_are_one_answer(with_buttons: Town) -> None:
    await with_buttons.lan.joins()
    await with_buttons.lan.presses(REPORT)
    await with_buttons.lan.says("412")
    await with_buttons.lan.presses_twice("Chưa có số liệu")
    await with_buttons.lan.sees("Em ghi: chưa có số liệu.", "Câu 3/14")
    await with_buttons.lan.sees(OLD)
    await with_buttons.lan.sees("Câu 3/14")
    assert "ho_dang_ky_gdvh" not in await values(with_buttons)


async def test_a_press_on_an_old_question_changes_nothing(with_buttons: Town) -> None:
    lan = with_buttons.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412")
    old = await lan.sees("Câu 2/14")
    await lan.says("1.650")
    await lan.presses("Chưa có số liệu", on=old)
    await lan.sees(OLD)
    await lan.sees("Câu 3/14")
    assert (await values(with_buttons))["tong_nhan_khau"] == "1650"


async def test_stickers_voices_contacts_and_places_are_no_answers(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        lan, person = town.lan, phone_of(town).person
        await lan.joins()
        await lan.presses(REPORT)
        sends: tuple[tuple[Callable[[], object], str], ...] = (
            (person.sends_sticker, "Em chưa đọc được nhãn dán."),
            (person.sends_voice, "em đã giữ bản ghi âm này cho cả phiếu"),
            (lambda: person.sends_contact("0901234567"), "Em nhận được danh thiếp"),
            (lambda: person.sends_location(10.3, 105.7), "Em nhận được vị trí"),
            (lambda: person.sends(dice={"emoji": "🎲", "value": 3}), "Em chưa đọc được loại tin này."),
            (lambda: person.sends_photo(photo()), "em đã giữ ảnh này cho cả phiếu"),
            (lambda: person.sends_document(b"%PDF-1.4", name="giay.pdf"), "em đã giữ tệp này cho cả phiếu"),
        )
        for send, sentence in sends:
            send()
            await lan.sees(sentence, "Khóm có tất cả bao nhiêu hộ ạ?")
        await lan.says("412")
        await lan.sees("Em ghi: 412 hộ.")


async def test_a_file_over_the_limit_is_refused_kindly(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.sends_file(bytes(20 * 1024 * 1024 + 1), "phim.bin")
        await town.lan.sees("Tệp này lớn quá, em chỉ nhận đến 20 MB.")
        await town.lan.sees("Câu 1/14")


@pytest.mark.parametrize(("code", "retry_after"), [(429, 1), (500, None), (502, None)])
async def test_what_telegram_refuses_for_a_moment_is_said_later(
    open_town: OpenTown, code: int, retry_after: int | None
) -> None:
    async with open_town("telegram") as town:
        assert town.telegram is not None
        await town.lan.joins()
        await town.lan.presses(REPORT)
        town.telegram.faults.answer_next(code, retry_after=retry_after, method="sendMessage")
        await town.lan.types_at_once(*QUARTER[:3])
        await town.lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
        await town.lan.sees("Em ghi: 1.650 người.", "Câu 3/14")
        await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")


@pytest.mark.parametrize("channel", ["telegram", "zalo_bot"])
async def test_what_is_said_while_the_token_is_refused_waits_until_it_is_mended(
    open_town: OpenTown, channel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "OPERATOR_SECONDS", 0.05)
    async with open_town(channel) as town:
        vendor = town.telegram or town.zalo_bot
        assert vendor is not None
        await town.lan.joins()
        vendor.faults.answer_next(401, times=outbox.MOST_TRIES + 1, method="sendMessage")
        await town.lan.presses(REPORT)
        await town.lan.sees("Câu 1/14")


@pytest.mark.parametrize(("code", "times"), [(502, len(fetching.PAUSES)), (401, 20)])
async def test_a_photo_waits_for_a_vendor_that_is_out_of_reach_or_refuses_the_token(
    open_town: OpenTown, code: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "PAUSES", (0.01,) * times)
    monkeypatch.setattr(fetching, "OPERATOR_SECONDS", 0.01)
    async with open_town("telegram") as town:
        assert town.telegram is not None
        await town.lan.joins()
        await town.lan.presses(REPORT)
        town.telegram.faults.answer_next(code, times=times, method="getFile")
        await town.lan.sends_photo(photo())
        await town.lan.presses("Nhờ phường ghi giúp cả phiếu")


async def test_who_blocked_the_bot_loses_nothing_and_goes_on_after_unblocking(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        person = phone_of(town).person
        await town.lan.joins()
        await town.lan.presses(REPORT)
        person.says("412")
        person.blocks_bot()
        await town.lan.is_answered()
        assert (await values(town))["tong_so_ho"] == "412"
        person.start()
        await town.lan.sees("Cần em giúp việc gì ạ?")
        await town.lan.says("tiếp tục")
        await town.lan.sees("Câu 2/14")


async def test_an_answer_that_telegram_loses_is_asked_for_no_second_time(open_town: OpenTown) -> None:
    """Telegram carried the call out, but its answer was lost: the question may come twice, the answer counts once."""
    async with open_town("telegram") as town:
        assert town.telegram is not None
        await town.lan.joins()
        await town.lan.presses(REPORT)
        town.telegram.faults.lose_next_answer(method="sendMessage")
        await town.lan.says("412")
        await town.lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
        await town.lan.says("1.650")
        await town.lan.sees("Em ghi: 1.650 người.", "Câu 3/14")


async def test_every_press_stops_spinning_whatever_becomes_of_it(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        for choice in ("@nowhere", "@export:1", "1.option0", "x" * 64):
            await town.lan.forges(choice)
        await phone_of(town).person.sees_no_spinner()


async def test_everything_comes_twice_and_is_taken_once(open_town: OpenTown, database: str) -> None:
    async with open_town("telegram", database=database) as town:
        assert town.telegram is not None
        town.telegram.updates.repeats = True
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412", "1.650", "410")
        await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")
        assert "ho_dat_gdvh" not in await values(town)


async def test_the_webhook_brings_the_same_conversation(open_town: OpenTown, database: str) -> None:
    async with open_town("telegram", database=database, webhook=True) as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412")
        await town.lan.presses("Chưa có số liệu")
        await town.lan.sees("Em ghi: chưa có số liệu.", "Câu 3/14")


async def test_while_the_disk_is_full_nothing_is_acknowledged_and_afterwards_nothing_is_missing(
    open_town: OpenTown, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_town("telegram") as town:
        assert town.telegram is not None
        await town.lan.joins()
        await town.lan.presses(REPORT)
        pages = await town.read(lambda tx: tx.connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        await town.change(lambda tx: tx.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close())
        answers = [f"không rõ lắm {'x' * 3_000}" for _ in range(12)]
        await town.lan.types_at_once(*answers)
        await until(lambda: "telegram poll failed" in "".join(capfd.readouterr()))
        assert town.telegram.updates.waiting()
        await town.change(lambda tx: tx.connection.exec_driver_sql("PRAGMA max_page_count = 1000000").close())
        await town.lan.says("412")
        await town.lan.sees("Em ghi: 412 hộ.")
        assert await count_of(town.lan, "Em chưa đọc được con số nào") == len(answers)


async def test_a_bot_that_is_stopped_after_every_message_loses_none(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        for answer in QUARTER[:6]:
            await town.lan.types_at_once(answer)
            await town.restarts()
        await town.lan.sees("Em ghi: 120 hộ.", "Câu 7/14")
        assert (await values(town))["ho_gdvh_3nam"] == "120"
