"""When the account may write: free, billed, not at all; and how many calls a minute has."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.zalo_oa import Options, Person, ZaloOaServer

from .conftest import RawClient

HELLO = {"text": "Xin chào"}


async def after(zalo: ZaloOaServer, span: timedelta) -> None:
    zalo.clock.advance(span)
    zalo.tokens.new_pair()


async def test_the_first_48_hours_are_free_and_a_week_is_billed(
    client: RawClient, zalo: ZaloOaServer, lan: Person
) -> None:
    await after(zalo, timedelta(hours=47))
    assert (await client.send(lan, HELLO))["error"] == 0
    assert lan.standing.billed == 0
    await after(zalo, timedelta(hours=2))
    assert (await client.send(lan, HELLO))["error"] == 0
    assert (lan.standing.received, lan.standing.billed) == (2, 1)


@pytest.mark.parametrize("options", [Options(), Options(out_of_window=-232)])
async def test_after_a_week_nothing_may_be_sent_until_lan_writes(
    client: RawClient, zalo: ZaloOaServer, lan: Person, options: Options
) -> None:
    await after(zalo, timedelta(days=7, minutes=1))
    assert (await client.send(lan, HELLO))["error"] == options.out_of_window
    assert lan.standing.refused == [options.out_of_window]
    lan.says("tôi đây")
    assert (await client.send(lan, HELLO))["error"] == 0
    assert (lan.standing.sent, lan.standing.received, lan.standing.billed) == (1, 1, 0)
    assert zalo.violations == []


async def test_a_press_opens_the_window_too(client: RawClient, zalo: ZaloOaServer, lan: Person) -> None:
    button = {"type": "oa.query.hide", "title": "Có", "payload": "#@yes"}
    await client.send(lan, {"text": "?", "attachment": {"type": "template", "payload": {"buttons": [button]}}})
    await after(zalo, timedelta(days=8))
    lan.presses("Có")
    assert (await client.send(lan, HELLO))["error"] == 0


async def test_who_left_or_blocked_cannot_be_reached(client: RawClient, lan: Person) -> None:
    lan.unfollows()
    assert (await client.send(lan, HELLO))["error"] == -213
    lan.follows()
    assert (await client.send(lan, HELLO))["error"] == 0
    lan.blocks()
    assert (await client.send(lan, HELLO))["error"] == -217
    with pytest.raises(ValueError, match="blocked"):
        lan.says("412")


@pytest.mark.parametrize("options", [Options(must_follow=True)])
async def test_who_writes_without_following_may_be_out_of_reach(client: RawClient, zalo: ZaloOaServer) -> None:
    tu = zalo.person("Tú")
    tu.says("chào")
    assert (await client.send(tu, HELLO))["error"] == -213
    tu.follows()
    assert (await client.send(tu, HELLO))["error"] == 0


async def test_a_minute_has_so_many_calls(client: RawClient, zalo: ZaloOaServer, lan: Person) -> None:
    stands = zalo.clock.now()
    zalo.clock.follow(lambda: stands)
    zalo.pace.limit = 2
    answers = [await client.send(lan, HELLO) for _ in range(3)]
    assert [answer["error"] for answer in answers] == [0, 0, -32]
    zalo.clock.advance(timedelta(minutes=1))
    async with client.http.get(f"{zalo.base}/v2.0/oa/getoa", headers=client.headers) as answer:
        assert (answer.headers["X-RateLimit-Limit"], answer.headers["X-RateLimit-Remain"]) == ("2", "1")


async def test_people_can_be_asked_about(client: RawClient, zalo: ZaloOaServer, lan: Person) -> None:
    tu = zalo.person("Tú")
    tu.says("chào")
    detail = (await client.get("/v3.0/oa/user/detail", user_id=lan.id))["data"]
    assert (detail["display_name"], detail["user_is_follower"]) == ("Lan", True)
    assert (await client.get("/v3.0/oa/user/detail", user_id=tu.id))["error"] == -213
    page = (await client.get("/v3.0/oa/user/getlist", offset=0, count=50))["data"]
    assert (page["total"], page["users"]) == (1, [{"user_id": lan.id}])
    told = await client.call("POST", "/v3.0/oa/quota/message", json={"user_id": lan.id})
    assert int(told["data"]["last_interaction"]) > 1_500_000_000_000
