"""On what and with what a run was made: figures without it say nothing."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

import psutil

LIBRARIES = ("aiogram", "python-telegram-bot", "aiohttp", "SQLAlchemy", "asyncpg", "pydantic")


def described() -> str:
    """Machine, versions and commit, a line each."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    memory = psutil.virtual_memory().total / 1024**3
    return "\n".join(
        (
            f"machine: {_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, Linux {platform.release()}",
            f"versions: Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}",
            f"load before: {os.getloadavg()[0]:.1f} (above half of the cores the figures are worth little)",
            f"commit: {_commit()}",
            "",
        )
    )


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _commit() -> str:
    git = shutil.which("git")
    if git is None:
        return "unknown"
    here = Path(__file__).parent
    asked = subprocess.run(
        [git, "describe", "--always", "--dirty"], cwd=here, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or "unknown"
