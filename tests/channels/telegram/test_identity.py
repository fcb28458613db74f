"""Who the bot is can be asked without paying for the conversation."""

from __future__ import annotations

import subprocess
import sys

LOADED = "import sys, channels.telegram.identity; print(sorted({'aiogram', 'telegram'} & set(sys.modules)))"


def test_a_command_that_only_prints_a_link_loads_no_library_of_telegram() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=200)
    assert ran.stdout.strip() == "[]"
