"""Cases that last are carried forward: in each period somebody says whether they are still so, changed or over.

A case is a chain of submissions, the first recorded when it happened, each later one carried into a period. What stands
at the end of a period is a figure with three states (rule: null is never 0): open, which counts; over, which does not;
and not confirmed, which is neither, so that a count with it is incomplete.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, Span
from bot.domain.submissions import Submission, SubmissionId


class Reason(StrEnum):
    """Why a case is over, in the order in which it is asked."""

    HELPED = "helped"
    NOT_POOR = "not_poor"
    MOVED = "moved"
    DIED = "died"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OTHER = "other"
    """In words of one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """That a case is over, said in a period."""

    period: PeriodId
    until: date
    """The last day of that period."""
    reason: Reason
    words: str
    by: PersonId
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One submission of a case that was sent."""

    submission: Submission
    known_on: date
    """Up to when it speaks: the day of its recording, or the last day of the period into which it was carried."""
    closing: Closing | None = None


class Standing(StrEnum):
    """How a case stands at the end of a period."""

    NEW = "new"
    """Recorded in its last three months: nobody has to be asked again."""
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    """Recorded earlier, and nobody has said yet how it is now."""
    CLOSED = "closed"
    """Over, by what was said in this period."""


OPEN = frozenset({Standing.NEW, Standing.CONFIRMED})
"""What counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many cases there are at the end of a period."""

    open: int
    unconfirmed: int
    """In no count: as long as there are any, the number of open ones is incomplete."""
    closed: int

    @property
    def is_complete(self) -> bool:
        """Whether every case has been asked about."""
        return not self.unconfirmed


def chains(links: Iterable[Link]) -> list[list[Link]]:
    """The links of each case, the first one first; the cases in the order of their first links."""
    found: dict[SubmissionId, list[Link]] = {}
    for link in sorted(links, key=lambda each: each.submission.id):
        before = link.submission.carried_from
        chain = found.pop(before, []) if before is not None else []
        found[link.submission.id] = [*chain, link]
    return sorted(found.values(), key=lambda chain: chain[0].submission.id)


def at_end_of(chain: Sequence[Link], span: Span) -> tuple[Link, Standing] | None:
    """What is known of the case at the end of the period; None where it was not known yet, or over before.

    Whether it is confirmed depends on the last day alone, so that a quarter, half-year and year that end together
    agree, and are asked about once. A later word that it goes on speaks for the periods between.
    """
    told = [link for link in chain if link.known_on <= span.last_day]
    if not told:
        return None
    link, is_recent = told[-1], told[-1].known_on >= span.closing_months.first_day
    if link.closing is not None and link.closing.until <= span.last_day:
        return (link, Standing.CLOSED) if link.closing.until == span.last_day else None
    if is_recent and link.submission.carried_from is None:
        return link, Standing.NEW
    return link, Standing.CONFIRMED if is_recent or len(told) < len(chain) else Standing.UNCONFIRMED


def count(standings: Collection[Standing]) -> Count:
    """The cases by how they stand."""
    return Count(
        open=sum(standing in OPEN for standing in standings),
        unconfirmed=sum(standing is Standing.UNCONFIRMED for standing in standings),
        closed=sum(standing is Standing.CLOSED for standing in standings),
    )


def masked(name: str) -> str:
    """A name by which those who know the person recognise it, and others do not: N. T. Ba of Nguyễn Thị Ba."""
    *before, last = name.split() or [""]
    return " ".join([*(f"{part[0].upper()}." for part in before), last])
