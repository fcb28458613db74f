"""OAuth v4: rotation, tokens that are good once, and what old ones are answered."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import pytest

from tests.support.zalo_oa import Person, ZaloOaServer

from .conftest import RawClient, Violated


async def test_a_refresh_gives_a_pair_and_the_age_as_a_string(zalo: ZaloOaServer, client: RawClient) -> None:
    pair = await client.refresh(zalo.tokens.first_refresh_token)
    assert pair["expires_in"] == "90000"
    assert pair["access_token"] == zalo.tokens.access_token
    assert pair["refresh_token"] != zalo.tokens.first_refresh_token


async def test_a_refresh_token_is_good_once(zalo: ZaloOaServer, client: RawClient, violated: Violated) -> None:
    pair = await client.refresh(zalo.tokens.first_refresh_token)
    again = await client.refresh(zalo.tokens.first_refresh_token)
    assert (again["error"], again["error_name"]) == (-14014, "Invalid refresh token.")
    assert "access_token" not in again
    assert violated("a refresh_token was used twice")
    assert "access_token" in await client.refresh(pair["refresh_token"])


async def test_whoever_did_not_hear_the_answer_may_ask_again_in_vain(zalo: ZaloOaServer, client: RawClient) -> None:
    zalo.faults.lose_next_answer(path="/access_token")
    with pytest.raises(aiohttp.ClientError):
        await client.refresh(zalo.tokens.first_refresh_token)
    assert (await client.refresh(zalo.tokens.first_refresh_token))["error"] == -14014
    assert zalo.violations == []


async def test_the_old_access_token_is_invalid_after_a_refresh(zalo: ZaloOaServer, client: RawClient) -> None:
    before = client.headers
    await client.refresh(zalo.tokens.first_refresh_token)
    answer = await client.call("GET", "/v2.0/oa/getoa", headers=before)
    assert (answer["error"], answer["message"]) == (-216, "Access token is invalid")
    assert zalo.violations == []
    assert (await client.get("/v2.0/oa/getoa"))["data"]["oaid"] == zalo.oa_id


async def test_tokens_age(zalo: ZaloOaServer, client: RawClient) -> None:
    zalo.clock.advance(timedelta(hours=25, minutes=1))
    assert (await client.get("/v2.0/oa/getoa"))["error"] == -220
    zalo.clock.advance(timedelta(days=90))
    assert (await client.refresh(zalo.tokens.first_refresh_token))["error"] == -14014


@pytest.mark.parametrize(
    ("wrong", "secret", "code"),
    [({"app_id": "1"}, "", -14002), ({}, "another", -14004), ({"grant_type": "password"}, "", -14018)],
)
async def test_what_is_wrong_is_said_with_http_200(
    wrong: dict[str, str], secret: str, code: int, zalo: ZaloOaServer, client: RawClient
) -> None:
    form = {"app_id": zalo.app_id, "grant_type": "refresh_token", "refresh_token": "x", **wrong}
    headers = {"secret_key": secret or zalo.app_secret}
    assert (await client.call("POST", "/v4/oa/access_token", headers=headers, data=form))["error"] == code


async def test_the_code_of_the_consent_page_is_good_once_and_for_ten_minutes(
    zalo: ZaloOaServer, client: RawClient
) -> None:
    code, late = zalo.tokens.code(), zalo.tokens.code()
    first = await client.refresh("", grant_type="authorization_code", code=code, code_verifier="v" * 43)
    assert first["access_token"]
    assert (await client.refresh("", grant_type="authorization_code", code=code))["error"] == -14005
    zalo.clock.advance(timedelta(minutes=11))
    assert (await client.refresh("", grant_type="authorization_code", code=late))["error"] == -14005


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"access_token": ""}])
async def test_a_token_in_another_place_is_a_violation(
    headers: dict[str, str], client: RawClient, zalo: ZaloOaServer
) -> None:
    assert (await client.call("GET", "/v2.0/oa/getoa", headers=headers))["error"] == -216
    assert len(zalo.violations) == 1


async def test_a_revoked_permission_makes_every_token_useless(
    zalo: ZaloOaServer, client: RawClient, lan: Person
) -> None:
    zalo.tokens.revoke()
    assert (await client.send(lan, {"text": "412"}))["error"] in {-216, -220}
    assert (await client.refresh(zalo.tokens.first_refresh_token))["error"] == -14014
