"""The sample ward, running, and the people in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"^ *(?P<role>\S.*?)  +\S.*?  +(?P<name>\S.*?)  +(?P<link>http\S+/chat/join/\S+)", re.MULTILINE)
TOLD = LAN, BINH, CUC, HOA = "Trần Thị Lan", "Lê Văn Bình", "Phạm Thị Cúc", "Nguyễn Thị Hoa"
"""Those of whom the pictures tell."""


@contextmanager
def sample_ward(folder: Path) -> Iterator[dict[str, str]]:
    """A running sample ward on a free port, with its data in the folder; the invitation link of each member."""
    foreign = ("DATABASE_URL", "PUBLIC_URL", "TELEGRAM_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    settings = {"PORT": "0", "DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = (sys.executable, "-m", "bot", "run", "--sample")
    with subprocess.Popen(command, cwd=folder, env=kept | settings, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield _links(running)
        finally:
            running.terminate()


def _links(running: subprocess.Popen[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in running.stdout or ():
        found |= {row["name"]: row["link"] for row in LINK.finditer(line)}
        if len(found) == len(TOLD) + 2:  # the deputy, and the head who sends nothing
            return found
    raise RuntimeError("khombot did not start")
