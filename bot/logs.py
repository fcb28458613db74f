"""Logging: one readable line per event on standard error; no text of people, no secret, ever."""

from __future__ import annotations

import logging
import sys

import structlog


def configure(level: str, instance: str = "") -> None:
    """Set up structlog and the standard library's logging for the whole process."""
    logging.basicConfig(level=level, format="%(levelname)s %(name)s %(message)s", stream=sys.stderr)
    for noisy in ("aiohttp.access", "aiogram", "alembic", "httpx"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        # Asked for at each line: a stream that was replaced or closed meanwhile must not end the turn that logs.
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=False,
    )
    if instance:
        structlog.contextvars.bind_contextvars(instance=instance)


def _to_standard_error(*_: object) -> structlog.PrintLogger:
    return structlog.PrintLogger(sys.stderr)
