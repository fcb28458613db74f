"""The same announcement in simulated time: what pace, brake and ledger make of a rough day, whatever the machine does.

    python -m benchmarks.broadcast_simulated [--recipients 10000]

The drain, the ledger on SQLite, the bulk sender with its library and the strict Bot API run in one process, on real
sockets; but the clock stands still while anything computes, and jumps when everybody waits. So it tells how long the
waiting takes: the pace, slow answers, and one brake for all at every 429.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiohttp import web

from benchmarks import machine
from benchmarks.broadcast import ROUGH, TOKEN, announce, settle
from benchmarks.simulated_time import PatientStore, SimulatedLoop, run
from benchmarks.strict_api import StrictApi
from bot.announcements.drain import NAME, Drain
from bot.announcements.outlets import Outlet
from bot.announcements.pace import Pace
from bot.announcements.send import Post
from bot.conversation.brake import Brake
from channels.telegram.bulk import BulkSender
from tests.support.bench import no_link

CHANNEL = "telegram"


async def measure(loop: SimulatedLoop, recipients: int, folder: Path) -> Mapping[str, Any]:
    """Settle, announce, drain; what server and ledger say."""
    server = StrictApi(1, loop.time)
    runner = web.AppRunner(server.app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    store = await PatientStore.open("", data_dir=folder)
    bulk = BulkSender(token=TOKEN, api_base=f"http://127.0.0.1:{runner.addresses[0][1]}", read_file=store.files.read)
    brake = Brake()
    outlet = Outlet(pace=Pace(bulk.per_second, lambda: brake.left(CHANNEL)), send=bulk.send, prepare=bulk.prepare)
    drain = Drain(
        Post(
            store=store,
            clock=loop.clock,
            brake=brake,
            outlets={(CHANNEL, TOKEN.partition(":")[0]): outlet},
            post=lambda messages: None,
            link_file=no_link,
        )
    )
    server.rules |= ROUGH
    now = loop.clock()
    ward = await store.transact(lambda tx: settle(tx, recipients, now))
    id = await store.transact(lambda tx: announce(tx, ward, now))
    generation = await store.transact(lambda tx: tx.drains.take(NAME, "benchmark", now, now))
    loop.at_work += 1
    await bulk.prepare()
    loop.at_work -= 1
    begun = loop.time()
    await drain.run(generation or 0)
    seconds = loop.time() - begun
    progress = await store.read(lambda tx: tx.deliveries.progress(id))
    await bulk.close()
    await store.close()
    await runner.cleanup()
    return {"seconds": seconds, "progress": progress, **server.report()}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recipients", type=int, default=10_000)
    given = parser.parse_args()
    print(machine.described(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        told = run(lambda loop: measure(loop, given.recipients, Path(folder)))
    got = told["got"]
    print(f"{given.recipients:,} recipients in {told['seconds']:.1f} simulated seconds")
    print(f"the ledger: {told['progress']}")
    print(
        f"the server: {len(got):,} people got it, {sum(got.values()) - len(got)} of them twice, "
        f"{len(told['blocked'])} have blocked the bot; {told['counts']}"
    )


if __name__ == "__main__":
    main()
