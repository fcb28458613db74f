"""When a ward lets its people be reminded: the officer's to say."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import datetime

from bot.domain.access import Permission, require
from bot.domain.errors import Invalid
from bot.domain.people import Person
from bot.domain.reminders import Rules
from bot.domain.units import Unit
from storage.transaction import Transaction

EARLIEST, LATEST = 5, 22
HOURS = re.compile(r"\D*(\d{1,2})\D+(\d{1,2})\D*", re.ASCII)


def rules_of(tx: Transaction, *, by: Person, ward: Unit) -> Rules:
    """The ward's rules."""
    require(by, Permission.REMIND, ward)
    return tx.reminder_rules.of(ward.id)


def change_rules(tx: Transaction, *, by: Person, ward: Unit, at: datetime, **changed: bool | int) -> Rules:
    """Change some of them: `enabled`, `weekends`, `holidays`, `from_hour`, `until_hour`."""
    rules = replace(rules_of(tx, by=by, ward=ward), **changed)  # type: ignore[arg-type] # the caller names fields
    tx.reminder_rules.put(ward.id, rules)
    tx.audit.record(at, by.id, "reminder_rules_changed", f"unit:{ward.id}", asdict(rules))
    return rules


def read_hours(typed: str) -> tuple[int, int]:
    """The hours in "7-18", "từ 7 giờ đến 18 giờ"; Invalid("reminder_hours") for anything else."""
    found = HOURS.fullmatch(typed.strip())
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    if not EARLIEST <= first < last <= LATEST:
        raise Invalid("reminder_hours", typed=typed[:40])
    return first, last
