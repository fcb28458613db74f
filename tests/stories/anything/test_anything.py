"""From anywhere, anything leads to a screen with a way out: on every channel as it is, with the vendor in between.

The ordinary run is short and always the same. At night, for ten minutes on each channel and by chance:

    ANYTHING_MINUTES=10 .venv/bin/python -m pytest -m long tests/stories/anything
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.stories.anything.machine import Anything
from tests.support.talk.town import CHANNELS

SHORT = settings(
    max_examples=4,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""Without shrinking, which takes minutes: whoever finds something runs the long one."""
LONG = settings(SHORT, max_examples=20, stateful_step_count=60, derandomize=False)
MINUTES = float(os.environ.get("ANYTHING_MINUTES", "2"))


@pytest.fixture(params=CHANNELS)
def anything(request: pytest.FixtureRequest, sqlite_ward: Path) -> type[Anything]:
    """The machine on a channel."""
    return type("Anything", (Anything,), {"channel": request.param, "ward": sqlite_ward})


@pytest.mark.timeout(480)
def test_from_anywhere_anything_leads_to_a_screen_with_a_way_out(anything: type[Anything]) -> None:
    run_state_machine_as_test(anything, settings=SHORT)


@pytest.mark.long
@pytest.mark.timeout(0)
def test_a_night_of_anything_leads_to_screens_with_a_way_out(anything: type[Anything]) -> None:
    end = time.monotonic() + MINUTES * 60
    while time.monotonic() < end:
        run_state_machine_as_test(anything, settings=LONG)
