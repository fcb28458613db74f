"""Chance that can be repeated."""

from __future__ import annotations

import os
import sys
from random import SystemRandom

import pytest


@pytest.fixture
def seed() -> int:
    """Another one each time, or KILL_SEED; pytest shows what was written, and so the seed, of a test that fails."""
    chosen = int(os.environ.get("KILL_SEED") or SystemRandom().randrange(1_000_000))
    sys.stdout.write(f"KILL_SEED={chosen}\n")
    return chosen
