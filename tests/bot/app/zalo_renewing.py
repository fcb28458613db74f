"""A process that renews the tokens and is killed at the worst moment: Zalo has answered, nothing is on disk yet.

python -m tests.bot.app.zalo_renewing DATABASE_URL DATA_DIR ZALO_BASE
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.app.zalo_tokens import StoredTokens
from bot.clock import utc_now
from channels.zalo_oa.keeper import Pair
from channels.zalo_oa.oauth import Oauth
from channels.zalo_oa.tokens import Tokens
from storage.store import Store
from tests.support.zalo_oa.world import APP_ID, APP_SECRET

KEY = b"a secret key"


class Dying(StoredTokens):
    """Does not live to write it down."""

    async def renew(self, generation: int, pair: Pair) -> bool:
        os.kill(os.getpid(), signal.SIGKILL)
        return False


async def main(database: str, data_dir: str, base: str) -> None:
    store = await Store.open(database, data_dir=Path(data_dir))

    def tomorrow() -> datetime:
        return utc_now() + timedelta(hours=21)

    keeper = Dying(store=store, app_id=APP_ID, secret_key=KEY, clock=tomorrow)
    oauth = Oauth(base=base, app_id=APP_ID, app_secret=APP_SECRET, clock=tomorrow)
    await Tokens(keeper, oauth, tomorrow).keep_fresh()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
