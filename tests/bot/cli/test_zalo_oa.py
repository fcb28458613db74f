"""`khombot zalo-oa`: linking an Official Account at the terminal, beside a Zalo in another thread."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner, Result

from bot.app.zalo_oa import stored_tokens
from bot.cli import app
from bot.clock import utc_now
from bot.domain.errors import Invalid
from bot.settings import load
from channels.zalo_oa.consent import code_in
from channels.zalo_oa.sentences import USED_UP
from storage.store import Store
from tests.support.zalo_oa import ZaloOaServer
from tests.support.zalo_oa.world import OA_NAME


@pytest.fixture
def zalo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZaloOaServer]:
    """Zalo, and a folder whose settings name it."""
    server, is_up, stop = ZaloOaServer(), threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def run() -> None:
        async with server:
            is_up.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(run()))
    thread.start()
    assert is_up.wait(60)
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "ZALO_OA_APP_ID": server.app_id,
        "ZALO_OA_APP_SECRET": server.app_secret,
        "ZALO_OA_SECRET_KEY": server.secret_key,
        "ZALO_OA_API_BASE": server.base,
        "ZALO_OAUTH_BASE": server.base,
        "PUBLIC_URL": "https://bao-cao.phuong.example",
    }.items():
        monkeypatch.setenv(name, value)
    yield server
    loop.call_soon_threadsafe(stop.set)
    thread.join(60)
    loop.close()


def khombot(*words: str, pasted: str = "") -> Result:
    return CliRunner().invoke(app, ["zalo-oa", *words], input=f"{pasted}\n")


def problem_of(result: Result) -> str:
    assert isinstance(result.exception, Invalid)
    return str(result.exception.params["problem"])


def test_the_whole_address_of_the_page_after_agreeing_is_enough(zalo: ZaloOaServer) -> None:
    code = zalo.tokens.code()
    linked = khombot("login", pasted=f"https://bao-cao.phuong.example/zalo-oa/callback?oa_id=1&code={code}")
    assert linked.exit_code == 0, linked.output
    assert OA_NAME in linked.output
    assert zalo.oa_id in linked.output
    assert zalo.tokens.access_token not in linked.output
    assert "is linked" in khombot("status").output


def test_the_address_of_the_consent_page_leads_back_to_us_and_proves_that_it_was_us(zalo: ZaloOaServer) -> None:
    shown = khombot("login", pasted=zalo.tokens.code()).output
    found = re.search(r"\S+/v4/oa/permission\S+", shown)
    assert found
    asked = parse_qs(urlsplit(found[0]).query)
    assert asked["app_id"] == [zalo.app_id]
    assert asked["redirect_uri"] == ["https://bao-cao.phuong.example/zalo-oa/callback"]
    assert re.fullmatch(r"[\w-]{43}", asked["code_challenge"][0])


def test_a_refresh_token_is_taken_without_being_shown(zalo: ZaloOaServer) -> None:
    token = zalo.tokens.first_refresh_token
    linked = khombot("login", "--refresh-token", pasted=token)
    assert linked.exit_code == 0, linked.output
    assert token not in linked.output


def test_what_is_wrong_is_said_with_the_cure(zalo: ZaloOaServer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no Official Account is linked yet" in khombot("status").output
    assert "older than ten minutes" in problem_of(khombot("login", pasted="a-code-of-yesterday"))
    assert "get a new one" in problem_of(khombot("login", "--refresh-token", pasted="used"))
    assert "there is no code in that" in problem_of(khombot("login", pasted="https://bao-cao.phuong.example/?oa_id=1"))
    zalo.faults.lose_next_answer(path="/access_token")
    assert "may be used up" in problem_of(khombot("login", pasted=zalo.tokens.code()))
    zalo.faults.answer_next(-223, path="/getoa")
    assert "the tokens are kept" in problem_of(khombot("login", pasted=zalo.tokens.code()))
    monkeypatch.setenv("ZALO_OA_APP_SECRET", "wrong")
    assert "ZALO_OA_APP_SECRET" in problem_of(khombot("login", pasted=zalo.tokens.code()))
    monkeypatch.setenv("ZALO_OAUTH_BASE", "http://127.0.0.1:1")
    assert "nothing was used up" in problem_of(khombot("login", pasted="x"))


def test_the_status_of_a_broken_chain_says_why(zalo: ZaloOaServer) -> None:
    khombot("login", pasted=zalo.tokens.code())

    async def broken() -> None:
        settings = load()
        store = await Store.open(settings.database, data_dir=settings.data_dir)
        await stored_tokens(settings, store, utc_now).break_off(1, USED_UP)
        await store.close()

    asyncio.run(broken())
    shown = khombot("status").output
    assert f"is not linked any more ({USED_UP}); run: khombot zalo-oa login" in shown


def test_without_its_settings_the_command_says_where_to_read(
    zalo: ZaloOaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ZALO_OA_APP_ID", "ZALO_OA_APP_SECRET", "ZALO_OA_SECRET_KEY"):
        monkeypatch.delenv(name)
    assert "huong-dan-zalo-oa" in problem_of(khombot("login", pasted="x"))


@pytest.mark.parametrize(
    "pasted",
    ["abc_DEF-1", " abc_DEF-1 ", "https://x.vn/?code=abc_DEF-1&oa_id=2", "?code=abc_DEF-1", "code=abc_DEF-1&b=c"],
)
def test_the_code_is_found(pasted: str) -> None:
    assert code_in(pasted) == "abc_DEF-1"


@pytest.mark.parametrize("pasted", ["", "  ", "https://x.vn/", "mã của tôi", "two words", "https://[x/?code="])
def test_what_has_no_code_is_refused(pasted: str) -> None:
    with pytest.raises(Invalid):
        code_in(pasted)
