"""The webhook: raw bytes are signed, two seconds, retries, echoes, and an address that is tried without a signature."""

from __future__ import annotations

import asyncio
import hashlib
import json

import pytest

from tests.channels.waiting import until
from tests.support.zalo_oa import Options, Person, ZaloOaServer, limits
from tests.support.zalo_oa.events import written

from .conftest import RawClient, Violated, Webhook


def sha(*parts: bytes | str) -> str:
    whole = b"".join(part if isinstance(part, bytes) else part.encode() for part in parts)
    return "mac=" + hashlib.sha256(whole).hexdigest()


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(signed_with="app_secret"),
        Options(signed_for="oa_id", timestamp_header=True),
    ],
)
async def test_the_raw_body_is_signed(zalo: ZaloOaServer, lan: Person, webhook: Webhook, options: Options) -> None:
    await zalo.registers(webhook.url)
    lan.says("Khóm 1/2")
    (_, event) = await webhook.has(2)
    raw, signature = webhook.bodies[-1], webhook.signatures[-1]
    id = zalo.oa_id if options.signed_for == "oa_id" else zalo.app_id
    assert signature == sha(id, raw, event["timestamp"], zalo.signing_secret)
    assert webhook.timestamps[-1] == (event["timestamp"] if options.timestamp_header else "")
    assert signature != sha(id, json.dumps(event).encode(), event["timestamp"], zalo.signing_secret)
    assert event["message"]["text"] == "Khóm 1/2"


async def test_the_address_is_tried_without_a_signature(
    zalo: ZaloOaServer, webhook: Webhook, violated: Violated
) -> None:
    await zalo.registers(webhook.url)
    assert (webhook.bodies, set(webhook.signatures)) == ([b"{}", b""], {""})
    assert zalo.violations == []
    await zalo.registers(f"{webhook.url}/elsewhere")
    assert violated("was answered 404, not 200")


async def test_following_has_a_shape_of_its_own(zalo: ZaloOaServer, lan: Person, webhook: Webhook) -> None:
    await zalo.registers(webhook.url)
    lan.unfollows()
    follow, unfollow = await webhook.has(2)
    assert (follow["event_name"], unfollow["event_name"]) == ("follow", "unfollow")
    assert (follow["follower"], follow["oa_id"]) == ({"id": lan.id}, zalo.oa_id)
    assert "sender" not in follow
    assert isinstance(follow["timestamp"], str)


async def test_a_press_is_told_as_a_text_that_is_the_payload(
    zalo: ZaloOaServer, client: RawClient, lan: Person, webhook: Webhook
) -> None:
    await zalo.registers(webhook.url)
    button = {"type": "oa.query.hide", "title": "Gửi", "payload": "#1.send"}
    await client.send(lan, {"text": "?", "attachment": {"type": "template", "payload": {"buttons": [button]}}})
    lan.presses("Gửi")
    events = await webhook.has(3)
    echoes = [event for event in events if event["event_name"] == "oa_send_text"]
    (press,) = [event for event in events if event["event_name"] == "user_send_text"]
    assert press["message"]["text"] == "#1.send"
    assert [(echo["sender"], echo["recipient"]) for echo in echoes] == [({"id": zalo.oa_id}, {"id": lan.id})]


async def test_what_a_clerk_writes_is_told_with_his_id(zalo: ZaloOaServer, lan: Person, webhook: Webhook) -> None:
    await zalo.registers(webhook.url)
    lan.sees_by_staff("Phường đã nhận ạ.")
    events = await webhook.has(2)
    (echo,) = [event for event in events if event["event_name"] == "oa_send_text"]
    assert echo["sender"]["admin_id"] != echo["sender"]["id"] == zalo.oa_id
    assert lan.screen[-1].by_staff


async def test_what_people_send_arrives_with_addresses_and_strings(
    zalo: ZaloOaServer, client: RawClient, lan: Person, webhook: Webhook
) -> None:
    await zalo.registers(webhook.url)
    lan.sends_photo(b"\xff\xd8\xff", text="Ảnh")
    lan.sends_file(b"PK\x03\x04", name="Biểu mẫu.xlsx")
    lan.sends_location(10.7923119, 106.7820651, label="Cơm Coffee")
    lan.sends_card("Út", "84901234567")
    lan.sends_sticker()
    lan.submits_info("84901234567", name="Trần Thị Lan")
    _, image, file, place, card, sticker, info = await webhook.has(7)
    url = image["message"]["attachments"][0]["payload"]["url"]
    async with client.http.get(url) as medium:
        assert (await medium.read(), medium.content_type) == (b"\xff\xd8\xff", "image/jpeg")
    payload = file["message"]["attachments"][0]["payload"]
    assert (payload["name"], payload["size"], payload["type"]) == ("Biểu mẫu.xlsx", "4", "xlsx")
    coordinates = place["message"]["attachments"][0]["payload"]["coordinates"]
    assert coordinates == {"latitude": "10.7923119", "longitude": "106.7820651"}
    described = json.loads(card["message"]["attachments"][0]["payload"]["description"])
    assert described["phone"] == "84901234567"
    assert sticker["event_name"] == "user_send_sticker"
    assert info["info"]["phone"] == "84901234567"
    zalo.world.media.expire()
    async with client.http.get(url) as medium:
        assert medium.status == 404


@pytest.mark.parametrize("options", [Options(media="https")])
async def test_addresses_may_be_secure(zalo: ZaloOaServer, client: RawClient, lan: Person, webhook: Webhook) -> None:
    await zalo.registers(webhook.url)
    lan.sends_photo(b"\xff\xd8\xff")
    _, image = await webhook.has(2)
    url = image["message"]["attachments"][0]["payload"]["url"]
    assert url.startswith("https://")
    async with client.http.get(url) as medium:
        assert await medium.read() == b"\xff\xd8\xff"


async def test_a_failure_holds_up_lan_only_and_comes_again_with_its_number(
    zalo: ZaloOaServer, lan: Person, webhook: Webhook
) -> None:
    webhook.fails_with = [500, 0, 503]
    await zalo.registers(webhook.url)
    lan.says("một")
    events = await webhook.has(2)
    assert [event["event_name"] for event in events] == ["follow", "user_send_text"]
    assert [retry for retry in webhook.retries if retry] == ["1", "2", "3"]
    assert len(set(webhook.signatures) - {""}) == 2


@pytest.mark.parametrize("options", [Options(retries="no_connection")])
async def test_an_answer_may_be_final_whatever_it_says(zalo: ZaloOaServer, lan: Person, webhook: Webhook) -> None:
    webhook.fails_with = [500, 0]
    lan.says("một")
    await zalo.registers(webhook.url)
    assert [event["event_name"] for event in await webhook.has(1)] == ["user_send_text"]
    await until(lambda: not zalo.queue.waiting())


async def test_a_slow_answer_is_none(
    zalo: ZaloOaServer, lan: Person, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    await zalo.registers(webhook.url)
    await webhook.has(1)
    webhook.slow = asyncio.Event()
    monkeypatch.setattr(limits, "WEBHOOK_SECONDS", 0.05)
    lan.says("một")
    await until(lambda: zalo.delivery.late > 0)
    monkeypatch.undo()
    webhook.slow.set()
    await webhook.has(2)
    await until(lambda: not zalo.queue.waiting())
    assert "1" in webhook.retries


async def test_after_the_fifth_time_the_webhook_is_disabled(zalo: ZaloOaServer, lan: Person, webhook: Webhook) -> None:
    webhook.fails_with, zalo.delivery.second = [500] * 6, 0.0001
    await zalo.registers(webhook.url)
    async with asyncio.timeout(60):
        while not zalo.delivery.is_disabled:
            await zalo.world.bell.wait()
    assert [retry for retry in webhook.retries if retry] == ["1", "2", "3", "4", "5"]
    await zalo.registers(webhook.url)
    await webhook.has(1)


@pytest.mark.parametrize("options", [Options(twice=True)])
async def test_an_event_may_come_twice(zalo: ZaloOaServer, lan: Person, webhook: Webhook) -> None:
    await zalo.registers(webhook.url)
    lan.says("một")
    events = await webhook.has(4)
    assert events[0] == events[1]
    assert events[2] == events[3]


@pytest.mark.parametrize("options", [Options(disorder=True)])
async def test_events_may_come_in_another_order_but_keep_their_time(
    zalo: ZaloOaServer, lan: Person, webhook: Webhook
) -> None:
    for number in range(8):
        lan.says(str(number))
    await zalo.registers(webhook.url)
    events = [event for event in await webhook.has(9) if "message" in event]
    texts = [event["message"]["text"] for event in events]
    assert texts != sorted(texts)
    by_time = sorted(events, key=lambda event: int(event["timestamp"]))
    assert [event["message"]["text"] for event in by_time] == sorted(texts)


async def test_a_genuine_event_that_is_refused_is_a_violation(
    zalo: ZaloOaServer, lan: Person, webhook: Webhook, violated: Violated
) -> None:
    webhook.fails_with = [401]
    await zalo.registers(webhook.url)
    await webhook.has(1)
    assert violated("is genuine and was answered 401")


@pytest.mark.parametrize("options", [Options(receipts=True)])
async def test_receipts_may_be_told(zalo: ZaloOaServer, client: RawClient, lan: Person, webhook: Webhook) -> None:
    await zalo.registers(webhook.url)
    await client.send(lan, {"text": "Xin chào"})
    names = {event["event_name"] for event in await webhook.has(4)}
    assert names == {"follow", "oa_send_text", "user_received_message", "user_seen_message"}


def test_json_is_written_as_nobody_else_would() -> None:
    assert written({"a": "b/c"}) == rb'{"a" :"b\/c"}'
