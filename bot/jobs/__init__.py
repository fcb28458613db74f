"""What runs beside the conversation: each job is a coroutine that runs until cancelled, listed here."""

from __future__ import annotations

from bot.jobs import check_forms, check_media, export, forget, quotas, remind, stranded, sweep
from bot.jobs.base import Job

JOBS: tuple[Job, ...] = (
    export.run,
    check_forms.run,
    check_media.run,
    remind.run,
    stranded.run,
    sweep.run,
    quotas.run,
    forget.run,
)
