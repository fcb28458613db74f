"""Kills the bot as often as you like: `python -m tests.durability --kills 1000`.

One round is a fresh ward of six heads and thirty kills; rounds on Telegram, the web chat, a Zalo bot and an Official
Account take turns. It ends with exit code 1 and the seed of the round at the first thing that is lost, doubled or out
of order.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from random import SystemRandom

from tests.durability.telegram import kill_on_telegram
from tests.durability.trial import Trial
from tests.durability.web import kill_on_web
from tests.durability.zalo_bot import kill_on_zalo_bot
from tests.durability.zalo_oa import kill_on_zalo_oa

KILLS_PER_ROUND = 30
SIDES = {"telegram": kill_on_telegram, "web": kill_on_web, "zalo_bot": kill_on_zalo_bot, "zalo_oa": kill_on_zalo_oa}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.durability", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1_000_000))
    parser.add_argument("--side", choices=SIDES, help="only this channel")
    given = parser.parse_args()
    # The simulator's server reports each broken connection, and here they break all the time.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    sides = [given.side] if given.side else list(SIDES)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="khombot-kills-"))
        for number, kills in enumerate(_rounds(given.kills)):
            side, seed = sides[number % len(sides)], given.seed + number
            begun = time.monotonic()
            home = Path(folder) / str(number)
            home.mkdir()
            try:
                asyncio.run(SIDES[side](Trial.on_sqlite(home, seed=seed, kills=kills)))
            except BaseException:
                say(f"round {number + 1} on {side} FAILED: --side {side} --seed {seed} --kills {kills}")
                raise
            say(f"round {number + 1} on {side}: {kills} kills in {time.monotonic() - begun:.0f} s, nothing lost")


def _rounds(kills: int) -> list[int]:
    whole, rest = divmod(kills, KILLS_PER_ROUND)
    return [KILLS_PER_ROUND] * whole + [rest] * bool(rest)


def say(text: str) -> None:
    """Tell how far it is."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
