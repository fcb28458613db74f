"""How many reminders a month a channel may cost, and which of them go without first."""

from __future__ import annotations

from types import MappingProxyType

BUDGETS = MappingProxyType({"zalo_bot": 1_000, "zalo_oa": 1_000})
"""Reminders in a month, by channel; others have no limit.

A free Zalo bot has 3,000 messages a month for everything: two thirds are left to the answers that people wait for.
"""
SHARES = MappingProxyType({"opening": 0.5, "week": 0.5, "wished": 0.75, "three": 0.75})
"""The part of the budget that a kind may use up; the eve, the day and what an officer asks for may use all of it."""


def has_room(channel: str, kind: str, spent: int) -> bool:
    """Whether one more reminder of that kind may go out there, after so many in this month."""
    budget = BUDGETS.get(channel)
    return budget is None or spent < budget * SHARES.get(kind, 1.0)
