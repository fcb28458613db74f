"""Runs the simulator by itself and plays people from standard input: `python -m tests.support.telegram`."""

from __future__ import annotations

import argparse
import asyncio
import sys

from .script import Script
from .server import TOKEN, TelegramServer


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.support.telegram", description="A Bot API server for trials."
    )
    parser.add_argument("--port", type=int, default=8081, help="port on 127.0.0.1; 0 takes a free one (default 8081)")
    parser.add_argument("--token", default=TOKEN, help="the only bot token that it knows")
    parser.add_argument("--username", default="khom_bot", help="the bot's user name")
    parser.add_argument("--lenient", action="store_true", help="do not check requests")
    chosen = parser.parse_args()
    server = TelegramServer(token=chosen.token, username=chosen.username, port=chosen.port, strict=not chosen.lenient)
    try:
        asyncio.run(run(server))
    except KeyboardInterrupt:
        say("stopped")


async def run(server: TelegramServer) -> None:
    async with server:
        say(f"TELEGRAM_API_BASE={server.base}\nTELEGRAM_BOT_TOKEN={server.token}\n")
        script = Script(server)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(listen(script))
            tasks.create_task(report(server, script))


async def listen(script: Script) -> None:
    """Ends with the input; the server goes on until it is interrupted."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        if answer := script.play(line):
            say(answer)


async def report(server: TelegramServer, script: Script) -> None:
    told = 0
    while True:
        for line in script.news():
            say(line)
        for violation in server.violations[told:]:
            say(f"VIOLATION {violation.method}: {violation.problem}")
        told = len(server.violations)
        await server.world.bell.wait(1.0)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
