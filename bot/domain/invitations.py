"""Invitations: who may come in as what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId, Role
from bot.domain.units import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A way in, for whoever first brings its token or its code, or for one known person."""

    id: int
    unit: UnitId
    role: Role
    person: PersonId | None
    expires_at: datetime
    created_by: PersonId | None
    used_at: datetime | None
    used_by: PersonId | None
    code_expires_at: datetime | None
    revoked_at: datetime | None

    @property
    def is_own(self) -> bool:
        """Made by a member for himself: one more channel, and nothing else."""
        return self.person is not None and self.person == self.created_by
