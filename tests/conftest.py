"""What every test may use: databases, browser, office suite; and how hypothesis tries."""

from __future__ import annotations

import os

from hypothesis import settings

from bot import logs

pytest_plugins = ["tests.support.databases", "tests.support.programs"]

# A slow machine is no defect, and a test command that fails by luck is: random tries belong to the developer's desk.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# As the product logs: structlog's own default renders every local variable of a traceback, for minutes.
logs.configure("WARNING")
