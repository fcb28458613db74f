"""The dated tree of places: tỉnh, thành phố, phường, khóm; a unit lives from one day to another, and may have heirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

UnitId = NewType("UnitId", int)


class Level(StrEnum):
    """The levels this installation knows; what they are called in Vietnamese is wording, not identity."""

    PROVINCE = "province"
    CITY = "city"
    WARD = "ward"
    KHOM = "khom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One place in the tree, valid from its first day up to and including its last."""

    id: UnitId
    code: str
    name: str
    level: Level
    parent: UnitId | None
    valid_from: date
    valid_to: date | None = None
    position: int = 0
    """Its place among its siblings in lists and sheets."""

    def is_valid_on(self, day: date) -> bool:
        """Whether the unit existed on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
