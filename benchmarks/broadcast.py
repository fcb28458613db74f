"""An announcement to ten thousand on Telegram, and what people who write meanwhile notice of it.

    python -m benchmarks.broadcast [--recipients 10000] [--calm]

khombot is a process of its own on SQLite; the strict Bot API (benchmarks/strict_api.py) is another. By default 5 % of
the messages meet a 429, 1 % a 500, 2 % of the people have blocked the bot, and some answers are slow; with --calm it is
only strict about 30 messages in any second. First people write while nothing else happens, then while it is announced.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks import machine
from benchmarks.process import Program, free_port, listening, program
from bot.actions import announcements
from bot.actions.installation import create_ward
from bot.clock import local_date, utc_now
from bot.domain.announcements import AnnouncementId, AnnouncementKind, AnnouncementStatus, Audience, Content, Progress
from bot.domain.people import Role
from bot.domain.units import UnitId
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction

TOKEN = "700000001:AAF-benchmark-token-of-khombot-000000"
ROUGH = {"flood": 0.05, "blocked": 0.02, "error": 0.01, "slow": 1.0}
KHOMS = 20
TALKERS = 20
TALK_PER_SECOND = 1.0
IDLE_SECONDS = 60
PATIENCE = timedelta(minutes=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured."""

    seconds: float
    progress: Progress
    idle: Sequence[float]
    busy: Sequence[float]
    report: Mapping[str, Any]
    megabytes: float
    cpu_seconds: float


async def measure(recipients: int, rules: Mapping[str, float], folder: Path) -> Result:
    """Fill the ward, talk, announce, talk on, count."""
    port, url = free_port(), f"sqlite:///{folder}/bench.sqlite"
    store = await Store.open(url, data_dir=folder)
    ward = await store.transact(lambda tx: settle(tx, recipients, utc_now()))
    environment = {
        "TELEGRAM_API_BASE": f"http://127.0.0.1:{port}",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "PORT": str(free_port()),
        "LOG_LEVEL": "WARNING",
    }
    with ExitStack() as stack:
        stack.enter_context(program(["-m", "benchmarks.strict_api", "--port", str(port)], folder))
        await listening(port)
        bot = stack.enter_context(program(["-m", "bot", "run"], folder, environment))
        timeout = aiohttp.ClientTimeout(total=PATIENCE.total_seconds())
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", timeout=timeout) as http:
            await http.get("/polled")
            await http.post("/rules", json=dict(rules))
            await _talk(http, recipients, 5)
            idle = await _talk(http, recipients, IDLE_SECONDS)
            result = await _broadcast(http, store, ward, recipients, bot, idle)
    await store.close()
    return result


async def _broadcast(  # noqa: PLR0917 - all that measure() has set up
    http: aiohttp.ClientSession, store: Store, ward: UnitId, recipients: int, bot: Program, idle: Sequence[float]
) -> Result:
    cpu, begun = bot.cpu_seconds, time.perf_counter()
    announced = await store.transact(lambda tx: announce(tx, ward, utc_now()))
    busy: list[float] = []
    async with asyncio.TaskGroup() as tasks:
        finished = tasks.create_task(_finished(store, announced))
        while not finished.done():
            busy += await _talk(http, recipients, 5)
    async with http.get("/report") as answer:
        report = await answer.json()
    return Result(
        # The clock of both processes is the machine's.
        seconds=report["last"] - begun,
        progress=finished.result(),
        idle=idle,
        busy=busy,
        report=report,
        megabytes=bot.most_megabytes,
        cpu_seconds=bot.cpu_seconds - cpu,
    )


async def _talk(http: aiohttp.ClientSession, recipients: int, seconds: int) -> list[float]:
    chats = list(range(recipients + 1, recipients + TALKERS + 1))
    wanted = {"chats": chats, "seconds": seconds, "per_second": TALK_PER_SECOND}
    async with http.post("/talk", json=wanted) as answer:
        answer.raise_for_status()
        waits: list[float] = await answer.json()
        return waits


async def _finished(store: Store, id: AnnouncementId) -> Progress:
    async with asyncio.timeout(PATIENCE.total_seconds()):
        while True:
            found, progress = await store.read(lambda tx: (tx.announcements.get(id), tx.deliveries.progress(id)))
            if found.status is AnnouncementStatus.FINISHED:
                return progress
            if found.status is AnnouncementStatus.PAUSED:
                raise AssertionError(f"it has paused itself: {found.why}, {progress}")
            await asyncio.sleep(0.5)


def settle(tx: Transaction, recipients: int, now: datetime) -> UnitId:
    """Chats 1 ... are deputies, who are told; then come the talkers, who are not."""
    today = local_date(now)
    khoms = [(f"K{number}", f"Khóm {number}") for number in range(1, KHOMS + 1)]
    ward = create_ward(tx, code="P", name="Phường Tân Quy Đông", khoms=khoms, at=now)
    units = tx.units.children(ward.id, today)
    for chat in range(1, recipients + TALKERS + 1):
        role = Role.DEPUTY if chat <= recipients else Role.HEAD
        person = tx.people.add(f"Người {chat}", "", now)
        tx.people.set_salutation(person, "cô")
        tx.people.give_post(person, role, units[chat % KHOMS].id, today)
        tx.accounts.add(Address(channel="telegram", bot=TOKEN.partition(":")[0], chat=str(chat)), person, now)
    return ward.id


def announce(tx: Transaction, ward: UnitId, now: datetime) -> AnnouncementId:
    """To everybody but the talkers."""
    place = tx.units.get(ward)
    content = Content(kind=AnnouncementKind.NOTICE, text="Chiều nay cúp nước, {tên} nhắc bà con {khóm} trữ nước giúp.")
    audience = Audience(roles=(Role.DEPUTY,))
    id = announcements.compose(tx, by=None, ward=place, content=content, audience=audience, at=now)
    announcements.confirm(tx, by=None, id=id, at=now)
    return id


def shown(result: Result) -> str:
    """The figures, a line each."""
    got, progress = result.report["got"], result.progress
    total = progress.total
    return "\n".join(
        (
            f"{total:,} recipients in {result.seconds:.0f} s: {total / result.seconds:.1f} a second",
            f"the ledger: {progress.sent:,} sent, {progress.failed:,} failed, {progress.due} open, "
            f"{progress.maybe_twice} maybe twice",
            f"the server: {len(got):,} people got it, {sum(got.values()) - len(got)} of them twice, "
            f"{len(result.report['blocked'])} have blocked the bot",
            f"the server: {result.report['counts']}",
            f"replies while idle, p50/p95/most: {_spread(result.idle)} ms of {len(result.idle)}",
            f"replies meanwhile, p50/p95/most: {_spread(result.busy)} ms of {len(result.busy)}",
            f"CPU: {result.cpu_seconds / total * 1e3:.1f} ms a message; memory at most {result.megabytes:.0f} MB",
        )
    )


def _spread(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    places = (len(ordered) // 2, int(len(ordered) * 0.95), len(ordered) - 1)
    return "/".join(f"{ordered[place] * 1e3:.0f}" for place in places)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recipients", type=int, default=10_000)
    parser.add_argument("--calm", action="store_true", help="no refusals by chance, nobody has blocked the bot")
    given = parser.parse_args()
    print(machine.described(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        rules = {} if given.calm else ROUGH
        print(shown(asyncio.run(measure(given.recipients, rules, Path(folder)))))


if __name__ == "__main__":
    main()
