"""What is filled in: one Submission per form family, unit and period; each sending is a Revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NewType

from bot.domain.people import PersonId
from bot.domain.periods import PeriodId
from bot.domain.units import UnitId

SubmissionId = NewType("SubmissionId", int)
FormId = NewType("FormId", int)

CARRIED_INTO = "+"
"""Stands in a code between that of the case and the period into which it was carried."""

FillingState = Mapping[str, Any]
"""The form engine's state as plain JSON; only forms/ looks inside."""

Values = Mapping[str, Any]
"""Sent values by question name, as XForms text ("412", "2020-12-18", "nha_o von"); a repeat is a list of Values."""


class Empty(StrEnum):
    """Why there is no value: two states that are neither 0 nor each other (design rule: null is never 0)."""

    NOTHING = "nothing"
    """Không phát sinh: nothing of the kind happened in the period; sums as 0."""
    UNKNOWN = "unknown"
    """Chưa có số liệu: the figure is not known yet; a total with it is incomplete."""


class Status(StrEnum):
    """Where a submission is in its life."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    LOCKED = "locked"
    WITHDRAWN = "withdrawn"
    """Given up before it was ever sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedForm:
    """One version of a form, as it was published: the XForm that runs."""

    id: FormId
    family: str
    version: int
    title: str
    checksum: str
    """Of the source that it was made from, SHA-256 in hex."""
    xform: str
    published_at: datetime
    starts_on: date | None = None
    """The first day that it is meant for; None: everything that is begun from its publication on."""
    withdrawn_at: datetime | None = None
    """When a version that had not started was taken back."""
    shipped: bool = False
    """Whether it came with the product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A form of a unit (for a period, where the form has one), with the draft that is being filled in."""

    id: SubmissionId
    code: str
    """What people quote: KK-K1-2020-003."""
    family: str
    form: FormId
    unit: UnitId
    period: PeriodId | None
    status: Status
    filling: FillingState
    author: PersonId
    """Who held it last; who began it, at first."""
    created_at: datetime
    updated_at: datetime
    holder: PersonId | None = None
    """Who alone may write in it now; None: whoever opens it next."""
    held_at: datetime | None = None
    """When the holder wrote last, or took it."""
    corrected_at: datetime | None = None
    """When an answer was first changed after the last sending; None: it is as it was sent."""

    carried_from: SubmissionId | None = None
    """The same case as an earlier period left it."""

    @property
    def is_report(self) -> bool:
        """Whether it is what the unit owes for a period; a case is recorded when it happens, and carried forward."""
        return self.period is not None and self.carried_from is None

    @property
    def case_code(self) -> str:
        """What people quote in every period: KK-K1-2020-003 of KK-K1-2020-003+2021-Q1."""
        return self.code if self.carried_from is None else self.code.rpartition(CARRIED_INTO)[0]

    @property
    def is_being_corrected(self) -> bool:
        """Whether it was sent, then changed, and the change is not sent yet: the ward still has the old figures."""
        return self.status is Status.SUBMITTED and self.corrected_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One sending of a submission; never changed afterwards."""

    submission: SubmissionId
    number: int
    form: FormId
    values: Values
    empties: Mapping[str, Empty]
    """The questions that were answered with an empty state."""
    sent_by: PersonId
    sent_by_name: str
    sent_at: datetime
