"""An announcement on its way, on the real application: whoever has a channel gets it, once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import announcement_control, announcements
from bot.actions.installation import create_sample
from bot.domain.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementKind,
    AnnouncementStatus,
    Audience,
    Content,
    DeliveryStatus,
    Failure,
    Progress,
)
from bot.domain.people import Role
from bot.messages import Attachment, AttachmentKind
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.announcements.crowd import crowd, heard, sent_in_two_seconds
from tests.channels import waiting
from tests.simulators.telegram.pictures import jpeg
from tests.support.talk.town import FOUNDED, Town

NOTICE = Content(kind=AnnouncementKind.NOTICE, text="Chiều nay cúp nước, {tên} ở {khóm} nhắc bà con trữ nước giúp.")
HEADS = Audience(roles=(Role.HEAD,))
PATIENCE = 90.0


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample ward; Lan and Hoa are on Telegram, Bình on the web."""
    store = await Store.open(database_url, data_dir=tmp_path)
    await store.transact(lambda tx: create_sample(tx, FOUNDED))
    await store.close()
    async with Town.opened("telegram", database_url, tmp_path) as town:
        yield town


async def announce(
    town: Town, content: Content = NOTICE, audience: Audience = HEADS, pace: int | None = None
) -> AnnouncementId:
    """Hoa announces, without the chat."""
    hoa, at = await town.person("hoa"), town.watch()

    def work(tx: Transaction) -> AnnouncementId:
        ward = hoa.posts[0].unit
        id = announcements.compose(tx, by=hoa, ward=ward, content=content, audience=audience, at=at)
        announcements.confirm(tx, by=hoa, id=id, at=at, again=True)
        tx.announcements.set_pace(id, pace)
        return id

    return await town.change(work)


async def until(town: Town, id: AnnouncementId, wanted: Callable[[Announcement, Progress], bool]) -> Progress:
    """Wait until the announcement is so."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found, progress = await town.read(lambda tx: (tx.announcements.get(id), tx.deliveries.progress(id)))
            if wanted(found, progress):
                return progress
            await asyncio.sleep(0.05)


def finished(announcement: Announcement, _: Progress) -> bool:
    return announcement.status is AnnouncementStatus.FINISHED


async def test_everybody_gets_it_where_they_wrote_last_and_the_officer_hears_of_the_rest(town: Town) -> None:
    await town.hoa.joins()
    await town.lan.joins()
    await town.member("binh", "web").joins()
    id = await announce(town)
    await town.lan.sees("THÔNG BÁO · Phường Tân Quy Đông", "cô Trần Thị Lan ở Khóm 1")
    await town.member("binh", "web").sees("bác Lê Văn Bình ở Khóm 2")
    progress = await until(town, id, finished)
    assert progress == Progress(total=4, sent=2, failed=2)
    await town.hoa.sees("Đã gửi xong", "2/4", "Phạm Thị Cúc, Khóm 3: chưa vào trợ lý", "Võ Văn Dũng, Khóm 4")


async def test_who_blocked_the_bot_gets_it_on_another_channel(town: Town) -> None:
    web = town.member("lan", "web")
    await web.joins()
    town.watch.forward(timedelta(minutes=1))
    await town.lan.joins()
    assert town.telegram is not None
    town.telegram.faults.answer_next(403, method="sendMessage")
    lan = await town.person("lan")
    id = await announce(town, audience=Audience(people=(lan.id,)))
    await web.sees("cúp nước")
    assert await until(town, id, finished) == Progress(total=1, sent=1)
    (delivery,) = await town.read(lambda tx: tx.deliveries.of(id))
    assert (delivery.channel, delivery.status) == ("web", DeliveryStatus.SENT)


async def test_what_a_channel_refuses_comes_over_the_next_and_is_not_tried_twice_over_any(town: Town) -> None:
    web = town.member("lan", "web")
    await web.joins()
    town.watch.forward(timedelta(minutes=1))
    await town.lan.joins()
    assert town.telegram is not None
    lan = await town.person("lan")
    before = len(town.telegram.world.screen)
    town.telegram.faults.answer_next(400, method="sendMessage")
    id = await announce(town, audience=Audience(people=(lan.id,)))
    await web.sees("cúp nước")
    assert await until(town, id, finished) == Progress(total=1, sent=1)
    assert len(town.telegram.world.screen) == before
    (delivery,) = await town.read(lambda tx: tx.deliveries.of(id))
    assert (delivery.channel, delivery.status, delivery.maybe_twice) == ("web", DeliveryStatus.SENT, False)


async def test_the_chosen_channel_is_told_though_another_was_used_last(town: Town) -> None:
    web = town.member("lan", "web")
    await web.joins()
    await web.says("nhắc qua đâu")
    town.watch.forward(timedelta(minutes=2))
    await town.lan.joins()
    lan = await town.person("lan")
    [_, page] = await town.read(lambda tx: tx.routes.of_one(lan.id))
    await web.forges(f"@channels:{page.account}")
    town.watch.forward(timedelta(minutes=2))
    await town.lan.says("menu")
    await announce(town, audience=Audience(people=(lan.id,)))
    await web.sees("cúp nước")
    await town.lan.sees_nothing_of("cúp nước")


async def test_who_blocked_the_bot_everywhere_has_failed(town: Town) -> None:
    await town.lan.joins()
    assert town.telegram is not None
    town.telegram.faults.answer_next(403, method="sendMessage")
    id = await announce(town)
    assert await until(town, id, finished) == Progress(total=4, failed=4)
    whys = [each.why for each in await town.read(lambda tx: tx.deliveries.of(id))]
    assert whys == [Failure.BLOCKED, Failure.NO_CHANNEL, Failure.NO_CHANNEL, Failure.NO_CHANNEL]
    await town.lan.says("menu")
    hoa, at = await town.person("hoa"), town.watch()
    assert await town.change(lambda tx: announcement_control.send_again(tx, by=hoa, id=id, at=at)) == 4
    await town.lan.sees("cúp nước")
    assert (await until(town, id, finished)).sent == 1


async def test_a_flood_is_waited_out_and_counts_as_no_try(town: Town) -> None:
    await town.lan.joins()
    assert town.telegram is not None
    town.telegram.faults.answer_next(429, retry_after=1, method="sendMessage")
    id = await announce(town)
    await asyncio.sleep(0.5)
    town.watch.forward(timedelta(seconds=2))
    await town.lan.sees("cúp nước")
    assert (await until(town, id, finished)).maybe_twice == 0


async def test_what_another_process_was_asked_to_wait_holds_here_too(town: Town) -> None:
    await town.lan.joins()
    assert town.telegram is not None
    until = town.watch() + timedelta(seconds=10)
    bot, brake = town.telegram.world.user["id"], town.parts.bench.brake
    await town.change(lambda tx: tx.drains.hold("telegram", str(bot), until))
    await waiting.until(lambda: brake.left("telegram") > 0)
    await announce(town)
    await town.lan.sees("cúp nước")
    assert town.watch() >= until


async def test_a_lost_answer_is_sent_again_and_counted_as_maybe_twice(town: Town) -> None:
    await town.lan.joins()
    assert town.telegram is not None
    town.telegram.faults.lose_next_answer(method="sendMessage")
    id = await announce(town)
    await town.lan.sees("cúp nước")
    town.watch.forward(timedelta(seconds=10))
    await town.lan.sees("cúp nước")
    assert (await until(town, id, finished)).maybe_twice == 1


async def test_a_refused_token_pauses_it_and_nobody_is_lost(town: Town) -> None:
    await town.member("hoa", "web").joins()
    await town.lan.joins()
    assert town.telegram is not None
    town.telegram.faults.answer_next(401, method="sendMessage")
    id = await announce(town)
    await until(town, id, lambda found, _: found.status is AnnouncementStatus.PAUSED)
    await town.member("hoa", "web").sees("Em đã tạm dừng", "báo người cài đặt")
    hoa, at = await town.person("hoa"), town.watch()
    await town.change(lambda tx: announcement_control.resume(tx, by=hoa, id=id, at=at))
    await town.lan.sees("cúp nước")
    assert (await until(town, id, finished)).sent == 1


async def test_it_starts_at_its_time_and_not_before(town: Town) -> None:
    await town.lan.joins()
    hoa, at = await town.person("hoa"), town.watch()

    def work(tx: Transaction) -> AnnouncementId:
        id = announcements.compose(tx, by=hoa, ward=hoa.posts[0].unit, content=NOTICE, audience=HEADS, at=at)
        announcements.confirm(tx, by=hoa, id=id, at=at, send_at=at + timedelta(hours=1))
        return id

    id = await town.change(work)
    await asyncio.sleep(1.5)
    await town.lan.sees_nothing_of("cúp nước")
    town.watch.forward(timedelta(hours=1))
    await town.lan.sees("cúp nước")
    await until(town, id, finished)


async def test_twenty_errors_in_a_row_pause_it_and_the_officer_is_told(town: Town) -> None:
    await town.member("hoa", "web").joins()
    await crowd(town, 100)
    assert town.telegram is not None
    town.telegram.faults.answer_next(400, times=100, method="sendMessage")
    id = await announce(town)
    progress = await until(town, id, lambda found, _: found.status is AnnouncementStatus.PAUSED)
    assert progress.failed < 100
    assert progress.due > 0
    await town.member("hoa", "web").sees("Em đã tạm dừng", "Gửi hỏng liền 20 lần")


async def test_a_pause_stops_at_once_and_the_rest_gets_it_after_it(town: Town) -> None:
    await crowd(town, 60)
    id = await announce(town, pace=180)
    await until(town, id, lambda _, progress: progress.sent >= 5)
    hoa, at = await town.person("hoa"), town.watch()
    await town.change(lambda tx: announcement_control.pause(tx, by=hoa, id=id, at=at))
    await asyncio.sleep(1)  # what is on its way arrives
    frozen = await until(town, id, lambda _, progress: progress.sent == heard(town))
    await asyncio.sleep(1)
    assert await town.read(lambda tx: tx.deliveries.progress(id)) == frozen
    assert frozen.sent < 60
    await town.change(lambda tx: announcement_control.resume(tx, by=hoa, id=id, at=at))
    await town.change(lambda tx: announcement_control.set_pace(tx, by=hoa, id=id, pace=None, at=at))
    done = await until(town, id, finished)
    assert (done.sent, done.maybe_twice) == (60, 0)


async def test_another_pace_takes_effect_while_it_is_sent(town: Town) -> None:
    await crowd(town, 100)
    hoa, at = await town.person("hoa"), town.watch()
    id = await announce(town)
    await until(town, id, lambda _, progress: progress.sent > 0)
    await town.change(lambda tx: announcement_control.set_pace(tx, by=hoa, id=id, pace=60, at=at))
    async with asyncio.timeout(PATIENCE):
        while await sent_in_two_seconds(town) > 3:
            pass
    assert heard(town) < 100
    await town.change(lambda tx: announcement_control.set_pace(tx, by=hoa, id=id, pace=None, at=at))
    assert (await until(town, id, finished)).sent == 100


async def test_a_photo_for_many_is_uploaded_once(town: Town) -> None:
    await crowd(town, 3)
    content = jpeg()
    digest = await town.parts.store.files.put(content)
    picture = Attachment(kind=AttachmentKind.PHOTO, name="anh.jpg", mime="image/jpeg", size=len(content), digest=digest)
    await town.change(lambda tx: tx.attachments.add(picture, None, FOUNDED))
    # One after the other, so that the second can know what the first has learned.
    id = await announce(town, replace(NOTICE, attachments=(digest,)), pace=60)
    assert (await until(town, id, finished)).sent == 3
    assert town.telegram is not None
    sent = town.telegram.calls_of("sendPhoto")
    assert len(sent) == 3
    assert [bool(call.uploads) for call in sent] == [True, False, False]
