"""Watches how much of a month's messages is used: for the operator's figures and log, and for the officers."""

from __future__ import annotations

import structlog

from bot.actions.quotas import warn
from bot.clock import local_date
from bot.domain.quotas import Usage, month_of
from bot.jobs.base import Bench, every
from bot.metrics import MOST_PEOPLE, MOST_THIS_MONTH, PEOPLE, SENT_THIS_MONTH

LOOK_SECONDS = 60.0

log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """Look every minute, until cancelled."""
    await every(LOOK_SECONDS, lambda: watch(bench))


async def watch(bench: Bench) -> None:
    """One look."""
    now = bench.clock()
    usages = await bench.store.read(lambda tx: tx.quotas.usages(month_of(local_date(now)), bench.outlets))
    for usage in usages:
        _show(usage)
    if not any(usage.messages_run_out or usage.people_run_out for usage in usages):
        return
    about, outgoing = await bench.store.transact(lambda tx: warn(tx, now, bench.outlets))
    for usage in about:
        log.warning(
            "quota runs out",
            channel=usage.channel,
            bot=usage.bot,
            messages=usage.messages,
            most_messages=usage.quota.messages,
            people=usage.people,
            most_people=usage.quota.people,
            refused=usage.is_over,
        )
    bench.post(outgoing)


def _show(usage: Usage) -> None:
    labels = (usage.channel, usage.bot)
    SENT_THIS_MONTH.labels(*labels).set(usage.messages)
    PEOPLE.labels(*labels).set(usage.people)
    if usage.quota.messages is not None:
        MOST_THIS_MONTH.labels(*labels).set(usage.quota.messages)
    if usage.quota.people is not None:
        MOST_PEOPLE.labels(*labels).set(usage.quota.people)
