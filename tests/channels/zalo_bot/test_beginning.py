"""Beginning to listen: what an operator has set wrongly is said with its cure, and an outage is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from bot.clock import utc_now
from bot.conversation.channel import FileLink
from bot.domain.errors import Invalid
from bot.messages import Address, Attachment
from channels.zalo_bot import registration
from channels.zalo_bot.account import look, remove_webhook
from channels.zalo_bot.channel import ZaloBotChannel
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until
from tests.channels.zalo_bot.harness import SECRET, opened
from tests.support.zalo_bot import TOKEN, Options, ZaloBotServer
from tests.support.zalo_bot.world import Webhook

OURS = "https://bao-cao.example.vn"
THEIRS = "https://somewhere.example.vn/hook?key=secret"


async def no_link(address: Address, file: Attachment) -> FileLink:
    raise AssertionError("nothing is sent here")


def channel_to(
    zalo: ZaloBotServer, *, token: str = TOKEN, called: bool = False, public_url: str = OURS
) -> ZaloBotChannel:
    return ZaloBotChannel(
        token=token,
        api_base=zalo.base,
        webhook_secret=SECRET if called else "",
        public_url=public_url,
        clock=utc_now,
        link_file=no_link,
    )


@asynccontextmanager
async def listening(channel: ZaloBotChannel) -> AsyncIterator[asyncio.Task[None]]:
    await channel.prepare()
    task = asyncio.create_task(channel.listen(RecordingInbox().receive))
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, Invalid):
            await task
        await channel.close()


def has_webhook(zalo: ZaloBotServer, url: str) -> None:
    zalo.world.webhook = Webhook(url=url, secret_token="12345678", updated_at=1)


async def refused(channel: ZaloBotChannel) -> str:
    with pytest.raises(Invalid, match="settings") as caught:
        await channel.prepare()
    await channel.close()
    return str(caught.value.params["problem"])


async def test_a_wrong_token_is_said_at_once() -> None:
    async with ZaloBotServer() as zalo:
        assert "copy it anew" in await refused(channel_to(zalo, token="1:wrong"))


async def test_nobody_polls_beside_somebody_elses_webhook() -> None:
    async with ZaloBotServer() as zalo:
        has_webhook(zalo, THEIRS)
        problem = await refused(channel_to(zalo))
        assert "a webhook at somewhere.example.vn" in problem
        assert "khombot zalo-bot remove-webhook" in problem
        assert "secret" not in problem
        assert zalo.world.webhook.url == THEIRS, "it is somebody's"
        assert not zalo.calls_of("getUpdates")


async def test_our_own_webhook_of_an_earlier_day_gives_way_to_polling() -> None:
    async with ZaloBotServer() as zalo:
        has_webhook(zalo, f"{OURS}/zalo-bot/webhook")
        async with listening(channel_to(zalo)):
            await until(lambda: zalo.updates.listening)
        assert not zalo.world.webhook.url
        assert zalo.violations == []


async def test_an_outage_at_the_start_is_waited_out() -> None:
    async with ZaloBotServer() as zalo:
        zalo.faults.answer_next(502, times=2)
        async with listening(channel_to(zalo)):
            await until(lambda: zalo.updates.listening)
        assert zalo.violations == []


async def test_an_outage_does_not_hide_somebody_elses_webhook() -> None:
    async with ZaloBotServer() as zalo:
        has_webhook(zalo, THEIRS)
        zalo.faults.answer_next(502, method="getMe")
        async with listening(channel_to(zalo)) as task:
            with pytest.raises(Invalid, match="settings"):
                await task


async def test_zalo_may_try_our_webhook_while_it_is_set(capfd: pytest.CaptureFixture[str]) -> None:
    """Without the secret and without a body, so that it must be answered before anything is known of it."""
    async with opened(called=True) as phone:
        await phone.types("412")
    assert "cannot reach it" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("verification", [True, False])
async def test_a_webhook_that_is_not_reached_is_set_and_reported_with_the_cure(
    capfd: pytest.CaptureFixture[str], *, verification: bool
) -> None:
    async with (
        ZaloBotServer(Options(verification=verification)) as zalo,
        listening(channel_to(zalo, called=True, public_url=f"{zalo.base}/nobody-is-here")),
    ):
        await until(lambda: bool(zalo.world.webhook.url) and len(zalo.calls_of("setWebhook")) == 1)
        if verification:
            await until(lambda: "with every path below it" in "".join(capfd.readouterr()))


async def test_it_is_noticed_that_somebody_else_has_taken_the_webhook(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registration, "LOOK_SECONDS", 0.05)
    async with opened(called=True) as phone:
        phone.zalo.faults.answer_next(502, method="getWebhookInfo")
        await until(lambda: len(phone.zalo.calls_of("getWebhookInfo")) > 1)
        assert "not ours any more" not in "".join(capfd.readouterr())
        has_webhook(phone.zalo, THEIRS)
        await until(lambda: "not ours any more" in "".join(capfd.readouterr()))


async def test_it_is_noticed_that_the_token_was_made_anew_while_zalo_calls_us(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registration, "LOOK_SECONDS", 0.05)
    async with opened(called=True) as phone:
        phone.zalo.faults.answer_next(401, method="getWebhookInfo", times=100)
        await until(lambda: "does not accept ZALO_BOT_TOKEN any more" in "".join(capfd.readouterr()))


async def test_a_webhook_that_zalo_does_not_take_is_a_setting_to_mend() -> None:
    async with (
        ZaloBotServer(Options(local=False)) as zalo,
        listening(channel_to(zalo, called=True, public_url="http://10.0.0.7")) as task,
    ):
        with pytest.raises(Invalid, match="Zalo does not take"):
            await task


async def test_the_operator_sees_where_messages_go_and_can_take_a_webhook_away() -> None:
    async with ZaloBotServer() as zalo:
        has_webhook(zalo, THEIRS)
        assert (await look(TOKEN, zalo.base)).webhook == THEIRS
        assert await remove_webhook(TOKEN, zalo.base) == THEIRS
        account = await look(TOKEN, zalo.base)
        assert (account.name, account.webhook) == ("Bot Khóm", "")
        assert await remove_webhook(TOKEN, zalo.base) == ""


async def test_the_operator_is_told_why_zalo_cannot_be_asked() -> None:
    async with ZaloBotServer() as zalo:
        with pytest.raises(Invalid, match="copy it anew"):
            await look("1:wrong", zalo.base)
        zalo.faults.answer_next(502)
        with pytest.raises(Invalid, match="does not answer"):
            await remove_webhook(TOKEN, zalo.base)
