"""The real process, started and killed by its own id."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class BotProcess:
    """`python -m bot run` with its settings, in a folder of its own."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self._folder = folder
        self._settings = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(folder), "LOG_LEVEL": "WARNING", **settings}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin a new life."""
        with self._log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self._folder,
                env={**os.environ, **self._settings},
                stdout=output,
                stderr=output,
            )

    def kill(self) -> None:
        """SIGKILL: no line of its code runs any more. It must not have ended by itself before."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGKILL)
        if (code := process.wait()) != -signal.SIGKILL:
            raise AssertionError(f"the bot ended by itself with code {code}:\n{self.last_words}")

    @property
    def has_ended(self) -> bool:
        """Whether it has ended by itself."""
        return self._process is not None and self._process.poll() is not None

    @property
    def last_words(self) -> str:
        """The end of what it printed in all its lives."""
        return self._log.read_text(encoding="utf-8")[-4000:]

    @property
    def _log(self) -> Path:
        return self._folder / "output.txt"
