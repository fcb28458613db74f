"""What every test may use: databases, browser, office suite; and how hypothesis tries."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from bot import logs

pytest_plugins = ["tests.support.databases", "tests.support.programs"]

# A slow machine is no defect, and a test command that fails by luck is: random tries belong to the developer's desk.
SLOW = [HealthCheck.too_slow]
settings.register_profile("desk", deadline=None, suppress_health_check=SLOW)
settings.register_profile("ci", deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# As the product logs: structlog's own default renders every local variable of a traceback, for minutes.
logs.configure("WARNING")

SLOWEST = ("tests/durability", "tests/stories", "tests/channels/web")
"""Folders whose files take minutes, the slowest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    items.sort(key=_slowness)


def _slowness(item: pytest.Item) -> int:
    for place, folder in enumerate(SLOWEST):
        if item.nodeid.startswith(folder):
            return place
    return len(SLOWEST)
