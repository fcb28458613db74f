"""A measured program: started, watched from outside, and ended by its own process id."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

MEGABYTE = 1024 * 1024
ROOT = Path(__file__).resolve().parents[1]


class Program:
    """A running Python program."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._watched = psutil.Process(process.pid)

    @property
    def cpu_seconds(self) -> float:
        """What it has computed so far, in all threads."""
        times = self._watched.cpu_times()
        return float(times.user + times.system)

    @property
    def megabytes(self) -> float:
        """Its resident memory now."""
        return float(self._watched.memory_info().rss) / MEGABYTE

    @property
    def most_megabytes(self) -> float:
        """Its resident memory at the worst moment, as the kernel kept it."""
        for line in Path(f"/proc/{self._process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return self.megabytes


@contextmanager
def program(arguments: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> Iterator[Program]:
    """`python -m ...` in a folder of its own; its output is kept there, and it is gone at the end of the block."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(more or {})}
    with (folder / "output.txt").open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield Program(process)
        finally:
            process.kill()
            process.wait()


async def listening(port: int, seconds: float = 20.0) -> None:
    """Wait until somebody listens there."""
    async with asyncio.timeout(seconds):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
