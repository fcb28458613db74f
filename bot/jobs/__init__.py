"""What runs beside the conversation: each job is a coroutine that runs until cancelled, listed here."""

from __future__ import annotations

from bot.jobs import export
from bot.jobs.base import Job

JOBS: tuple[Job, ...] = (export.run,)
