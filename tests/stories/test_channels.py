"""One person on two channels: where she is told things, how she adds one, and what a failing one leaves to the next."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.clock import local_date
from bot.conversation import outbox
from bot.domain.errors import SendError
from bot.jobs import stranded
from bot.messages import Address, Reply
from tests.channels.samples import photo
from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT
from tests.stories.reminding import march, opens_the_first_quarter
from tests.support.talk import Member, Town
from tests.support.zalo_bot import Options

MENU = "Cần em giúp việc gì ạ?"
REMINDED = "phường đã mở"


async def on_both(town: Town) -> tuple[Member, Member]:
    """Lan on the web, and two minutes later on Telegram; on that day the first quarter opens."""
    web, telegram = town.member("lan", "web"), town.member("lan", "telegram")
    await opens_the_first_quarter(town)
    town.watch.forward(timedelta(minutes=2))
    await telegram.joins()
    return web, telegram


async def test_a_member_adds_a_channel_by_a_code_of_her_own(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        await town.lan.joins()
        await town.lan.says("thêm kênh")
        await town.lan.sees("đang nhắn tin nhắc và thông báo qua trang web")
        await town.lan.presses("Thêm kênh")
        given = await town.lan.sees("dùng một lần", "Telegram")
        code = given.text.partition("Mã của mình là ")[2][:7]
        await town.lan.says(code)
        await town.lan.sees("Mã này để gõ ở nơi kia")
        phone = town.member("lan", "telegram")
        await phone.says(code)
        await phone.sees("Trần Thị Lan", "gõ: nhắc qua đâu")
        lan = await town.person("lan")
        assert len(await town.read(lambda tx: tx.routes.of_one(lan.id))) == 2
        assert len(lan.posts) == 1


async def test_the_line_of_the_card_is_chosen_also_by_the_words_that_open_the_card(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        await town.lan.joins()
        await town.lan.says("thêm kênh", "thêm kênh")
        await town.lan.sees("Mã của mình là")


async def own_code(member: Member) -> str:
    """Six digits that the member makes for one more channel."""
    await member.says("thêm kênh")
    await member.presses("Thêm kênh")
    given = await member.sees("Mã của mình là")
    return given.text.partition("Mã của mình là ")[2][:7]


async def test_an_earlier_code_of_ones_own_lapses(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        await town.lan.joins()
        earlier, latest = await own_code(town.lan), await own_code(town.lan)
        phone = town.member("lan", "telegram")
        await phone.says(earlier)
        await phone.sees("Em không dùng được mã này")
        await phone.says(latest)
        await phone.sees(MENU)


async def test_a_code_of_ones_own_gives_no_post_back(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        await town.lan.joins()
        code, lan, today = await own_code(town.lan), await town.person("lan"), local_date(town.watch())
        left = f"UPDATE posts SET valid_to = '{today}' WHERE person = {lan.id}"
        await town.change(lambda tx: tx.connection.exec_driver_sql(left).close())
        town.watch.forward(timedelta(days=1))
        phone = town.member("lan", "telegram")
        await phone.says(code)
        await phone.sees_nothing_of(MENU, "Khóm 1")
        assert (await town.read(lambda tx: tx.people.get(lan.id, local_date(town.watch())))).posts == ()


async def test_a_reminder_comes_where_she_wrote_last_or_where_she_wants_it_and_only_there(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        web, telegram = await on_both(town)
        await town.reminds(march(5, 9))
        await telegram.sees(REMINDED)
        await telegram.says("nhắc qua đâu")
        await telegram.sees("Có 2 nơi nhận tin", "nơi dùng gần nhất, hiện là Telegram (ở đây)")
        await telegram.presses("Nhắc qua trang web")
        await telegram.sees("Em nhắn qua trang web như đã chọn")
        await web.sees_nothing_of(REMINDED)
        await town.reminds(march(12))
        await web.sees("còn 7 ngày nữa")
        await telegram.sees_nothing_of("còn 7 ngày nữa")
        lan = await town.person("lan")
        assert (await town.actions(f"person:{lan.id}"))[-1] == "route_chosen"


async def test_nobody_chooses_somebody_elses_channel(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.lan.joins()
        await town.binh.joins()
        lan, binh = await town.person("lan"), await town.person("binh")
        [hers] = await town.read(lambda tx: tx.routes.of_one(lan.id))
        await town.binh.forges(f"@channels:{hers.account}")
        await town.binh.sees("Nơi nhận tin này không còn nữa.")
        await town.binh.forges("@channels:999999")
        await town.binh.sees("Nơi nhận tin này không còn nữa.")
        [route] = await town.read(lambda tx: tx.routes.of_one(lan.id))
        assert not route.chosen
        assert len(await town.read(lambda tx: tx.routes.of_one(binh.id))) == 1


async def test_what_a_blocked_channel_does_not_take_comes_over_the_next(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        web, telegram = await on_both(town)
        assert town.telegram is not None
        town.telegram.faults.answer_next(403, method="sendMessage")
        await town.reminds(march(5, 9))
        await web.sees(REMINDED)
        await telegram.sees_nothing_of(REMINDED)
        # It is a question there: what was offered can be pressed, and leads on.
        await web.presses("Báo cáo ngay")
        await web.sees("Câu 1/")


async def test_what_zalo_refuses_comes_over_the_web_with_buttons_again(open_town: OpenTown) -> None:
    async with open_town("web", zalo_bot=Options()) as town:
        web, zalo = town.member("lan", "web"), town.member("lan", "zalo_bot")
        await opens_the_first_quarter(town)
        town.watch.forward(timedelta(minutes=2))
        await zalo.says(await town.code_for("lan"))
        await zalo.sees(MENU)
        assert town.zalo_bot is not None
        town.zalo_bot.faults.answer_next(400, method="sendMessage")
        await town.reminds(march(5, 9))
        await web.sees(REMINDED)
        await zalo.sees_nothing_of(REMINDED)
        await web.presses("Báo cáo ngay")
        await web.sees("Câu 1/")


async def test_an_answer_belongs_to_its_chat_and_is_not_moved(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        web, telegram = await on_both(town)
        assert town.telegram is not None
        town.telegram.faults.answer_next(403, method="sendMessage")
        await telegram.says("giúp")
        await web.sees_nothing_of("Em hỏi từng câu một")


async def test_a_message_that_nobody_takes_is_tried_once_over_each_channel(open_town: OpenTown) -> None:
    async with open_town("web", telegram=True) as town:
        await on_both(town)
        lan = await town.person("lan")
        tried: list[str] = []

        def refusing(name: str) -> object:
            async def send(address: object, reply: Reply) -> str:
                del address, reply
                tried.append(name)
                raise SendError("quota_over", retryable=False)

            return send

        for channel in town.parts.channels:
            setattr(channel, "send", refusing(channel.name))  # noqa: B010 - the wire, cut
        routes = await town.read(lambda tx: tx.routes.of_one(lan.id))
        sent = await town.change(
            lambda tx: tx.outbox.add(routes[0].address, routes[0].account, Reply(text="412"), town.watch(), to=lan.id)
        )
        town.parts.bench.post([sent])
        await town.is_quiet()
        await asyncio.sleep(2 * outbox.NEXT_SWEEP_SECONDS)
        await town.is_quiet()
        assert tried == ["telegram", "web"]


async def test_a_reminder_takes_no_channel_that_was_switched_off(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        lan = await town.person("lan")
        elsewhere = Address(channel="telegram", bot="1", chat="100")
        town.watch.forward(timedelta(minutes=2))
        await town.change(lambda tx: tx.accounts.add(elsewhere, lan.id, town.watch()))
        await town.reminds(march(5, 9))
        await town.lan.sees(REMINDED)


async def test_what_was_under_way_when_a_channel_was_switched_off_comes_over_another(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await opens_the_first_quarter(town)
        lan = await town.person("lan")
        elsewhere = Address(channel="telegram", bot="1", chat="100")
        town.watch.forward(timedelta(minutes=2))
        account = await town.change(lambda tx: tx.accounts.add(elsewhere, lan.id, town.watch()))
        await town.change(lambda tx: tx.outbox.add(elsewhere, account, Reply(text=REMINDED), town.watch(), to=lan.id))
        town.watch.forward(stranded.PATIENCE)
        assert await town.change(lambda tx: stranded.rescue(tx, town.parts.bench)) == []
        await town.lan.sees_nothing_of(REMINDED)
        town.watch.forward(timedelta(minutes=1))
        town.parts.bench.post(await town.change(lambda tx: stranded.rescue(tx, town.parts.bench)))
        await town.lan.sees(REMINDED)
        assert await town.change(lambda tx: stranded.rescue(tx, town.parts.bench)) == []


async def test_a_channel_that_was_switched_off_is_none_to_choose_from(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.lan.joins()
        lan, elsewhere = await town.person("lan"), Address(channel="telegram", bot="1", chat="100")
        town.watch.forward(timedelta(minutes=2))
        await town.change(lambda tx: tx.accounts.add(elsewhere, lan.id, town.watch()))
        await town.lan.says("nhắc qua đâu")
        shown = await town.lan.sees("qua trang web")
        assert "Telegram" not in shown.text


async def test_a_word_to_the_officer_takes_no_channel_that_was_switched_off(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.hoa.joins()
        await town.lan.joins()
        hoa, elsewhere = await town.person("hoa"), Address(channel="telegram", bot="1", chat="100")
        town.watch.forward(timedelta(minutes=2))
        await town.change(lambda tx: tx.accounts.add(elsewhere, hoa.id, town.watch()))
        await town.lan.presses(REPORT)
        await town.lan.sends_photo(photo())
        await town.lan.presses("Nhờ phường ghi giúp cả phiếu")
        await town.hoa.sees("Khóm 1 (Trần Thị Lan) nhờ ghi giúp")
