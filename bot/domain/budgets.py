"""How many reminders a month a channel may cost, and which of them go without first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bot.domain.quotas import Usage

BUDGETS = MappingProxyType({"zalo_bot": 1_000, "zalo_oa": 1_000})
"""Reminders in a month, by channel; others have no limit.

A free Zalo bot has 3,000 messages a month for everything: two thirds are left to the answers that people wait for.
"""
PART = 3
"""What is divided by that may be reminders, where it is known how many messages a plan allows."""
SHARES = MappingProxyType({"opening": 0.5, "week": 0.5, "wished": 0.75, "three": 0.75})
"""The part of the budget that a kind may use up; the eve, the day and what an officer asks for may use all of it."""


def of_plans(usages: Iterable[Usage]) -> Mapping[str, int | None]:
    """The budgets by channel, where its bot's plan says more than is taken for granted; None is without a limit."""
    return {usage.channel: None if usage.quota.messages is None else usage.quota.messages // PART for usage in usages}


def has_room(channel: str, kind: str, spent: int, plans: Mapping[str, int | None]) -> bool:
    """Whether one more reminder of that kind may go out there, after so many in this month."""
    budget = plans.get(channel, BUDGETS.get(channel))
    return budget is None or spent < budget * SHARES.get(kind, 1.0)
