"""Killed between Zalo's answer and the disk: the pair is lost, which nobody can help, and that is what is said."""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app.zalo_tokens import StoredTokens
from bot.clock import utc_now
from bot.domain.errors import SendError
from channels.zalo_oa.oauth import Oauth
from channels.zalo_oa.sentences import BROKEN, INTERRUPTED
from channels.zalo_oa.tokens import LEASE, Tokens
from storage.store import Store
from tests.bot.app.zalo_renewing import KEY
from tests.support.zalo_oa import ZaloOaServer


async def test_whoever_comes_next_finds_out_that_it_was_interrupted_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'khombot.sqlite'}"
    async with ZaloOaServer() as zalo:
        store = await Store.open(url, data_dir=tmp_path)
        late = timedelta()

        def clock() -> datetime:
            return utc_now() + late

        keeper = StoredTokens(store=store, app_id=zalo.app_id, secret_key=KEY, clock=clock)
        oauth = Oauth(base=zalo.base, app_id=zalo.app_id, app_secret=zalo.app_secret, clock=utc_now)
        tokens = Tokens(keeper, oauth, clock)
        await keeper.plant(zalo.tokens.first_refresh_token)
        await tokens.access()

        module = "tests.bot.app.zalo_renewing"
        child = await asyncio.create_subprocess_exec(sys.executable, "-m", module, url, str(tmp_path), zalo.base)
        assert await child.wait() == -signal.SIGKILL
        assert zalo.tokens.refreshes == 2, "Zalo had answered"

        late = timedelta(hours=21)
        kept = await keeper.kept()
        assert kept is not None
        assert not kept.is_broken
        late += LEASE
        await tokens.keep_fresh()
        with pytest.raises(SendError):
            await tokens.access()
        await store.close()
    assert BROKEN.format(why=INTERRUPTED) in capsys.readouterr().err
    # The simulator takes the dead process's token for used, and cannot know that nobody has its answer.
    assert [violation.problem for violation in zalo.violations] == ["a refresh_token was used twice"]
