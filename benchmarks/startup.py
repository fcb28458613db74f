"""How soon a command answers, how soon the bot talks, and what it costs while nobody says anything.

python -m benchmarks.startup
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks import machine
from benchmarks.process import free_port, listening, program
from benchmarks.turns import TOKEN

TRIES = 3
REST_SECONDS = 3.0
"""After the start, before the memory is read."""
SAMPLE = ("-m", "bot", "run", "--sample")


def help_seconds() -> float:
    """The best of a few runs of `khombot --help`."""
    return min(_seconds(["-m", "bot", "--help"]) for _ in range(TRIES))


def _seconds(arguments: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def start(folder: Path, settings: dict[str, str]) -> tuple[float, float]:
    """Seconds until "is running" stands on the screen, and megabytes after a rest."""
    output = folder / "output.txt"
    output.unlink(missing_ok=True)
    begun = time.perf_counter()
    with program(SAMPLE, folder, {"DATA_DIR": str(folder), "PORT": "0", "PYTHONUNBUFFERED": "1", **settings}) as bot:
        _until_running(output)
        seconds = time.perf_counter() - begun
        time.sleep(REST_SECONDS)
        return seconds, bot.megabytes


def _until_running(output: Path) -> None:
    while "is running" not in (output.read_text(encoding="utf-8") if output.exists() else ""):
        time.sleep(0.01)


def main() -> None:
    """Measure and print."""
    print(machine.described(), flush=True)
    print("| what | measured | budget |\n|---|---|---|")
    print(f"| `khombot --help` | {help_seconds():.2f} s | 0.5 s |")
    with tempfile.TemporaryDirectory() as folder:
        first, _ = start(Path(folder), {})
        second, megabytes = start(Path(folder), {})
    print(f"| `khombot run --sample`, first start | {first:.1f} s | |")
    print(f"| the same, second start | {second:.1f} s | 4 s |")
    print(f"| memory at rest, without Telegram | {megabytes:.0f} MB | 130 MB |")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port = free_port()
        stack.enter_context(program(["-m", "benchmarks.bot_api", "--port", str(port)], Path(folder)))
        asyncio.run(listening(port))
        home = Path(folder) / "khombot"
        home.mkdir()
        telegram = {"TELEGRAM_API_BASE": f"http://127.0.0.1:{port}", "TELEGRAM_BOT_TOKEN": TOKEN}
        start(home, telegram)
        seconds, megabytes = start(home, telegram)
    print(f"| second start with Telegram | {seconds:.1f} s | |")
    print(f"| memory at rest, with Telegram | {megabytes:.0f} MB | 250 MB |")


if __name__ == "__main__":
    main()
