"""What a workbook is made from: plain data, gathered by the application, so that nothing here asks a database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.carrying import Closing, Standing
from bot.domain.consolidation import Figure, read_figure
from bot.domain.indicators import RATES, Rate
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Empty, Revision, Status
from bot.domain.targets import Target
from bot.domain.units import Unit


class ColumnKind(StrEnum):
    """What a question's answers look like in a sheet."""

    COUNT = "count"
    DECIMAL = "decimal"
    MONEY = "money"
    YES_NO = "yes_no"
    CHOICE = "choice"
    """One choice or several, shown by their labels."""
    TEXT = "text"
    """Words, and numbers that count nothing, such as a year of birth."""
    DAY = "day"
    MOMENT = "moment"
    """A day with its time."""
    TIME = "time"
    MONTH = "month"
    YEAR = "year"
    PLACE = "place"
    CODE = "code"
    """A printed code, typed or photographed."""
    FILES = "files"
    """Photos and files, shown as how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One question of a form as a column."""

    name: str
    label: str
    unit: str = ""
    kind: ColumnKind = ColumnKind.COUNT
    choices: Mapping[str, str] = field(default_factory=dict)
    """The labels of a choice's values, and of yes and no."""
    personal: bool = False
    """Whether it holds personal data, which only READ_NAMES may read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReport:
    """One khóm's report for the period, or that there is none yet."""

    unit: Unit
    status: Status | None = None
    """None where it has not been begun."""
    revision: Revision | None = None
    """The latest one sent."""
    first_sent_at: datetime | None = None
    """When its first revision was sent: a report corrected after the due day was still on time."""
    not_applicable: frozenset[str] = frozenset()
    """Questions that must be answered and yet were not asked, because of other answers: nobody attends no meeting.

    They count as nothing of the kind, unlike a question that was left open or that an older form did not have.
    """

    def figure(self, name: str) -> Figure:
        """What the report says to the question, as far as it can be added up."""
        if name in self.not_applicable:
            return Empty.NOTHING
        return read_figure(self.revision, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledRecord:
    """One hardship case or good deed that was sent."""

    unit: Unit
    code: str
    revision: Revision
    standing: Standing | None = None
    """How a case that goes on from period to period stands at the end of this one."""
    is_changed: bool = False
    closing: Closing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records of one form, oldest first, with that form's columns in its order."""

    columns: tuple[FormColumn, ...] = ()
    filed: tuple[FiledRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowList:
    """A list that forms ask for line by line (a repeat), over all reports and records; each line is a record."""

    title: str
    records: Records


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookData:
    """Everything that the officer's workbook shows."""

    ward: Unit
    period: ReportingPeriod
    made_at: datetime
    made_by: str
    reports: tuple[UnitReport, ...]
    """One for every khóm of the ward, in the ward's order, also for those that have not sent."""
    columns: tuple[FormColumn, ...]
    """The periodic report's questions, in its order."""
    rates: tuple[Rate, ...] = RATES
    targets: tuple[Target, ...] = ()
    hardship: Records = Records()
    good_deeds: Records = Records()
    lists: tuple[RowList, ...] = ()
    may_see_names: bool = False

    @property
    def version(self) -> str:
        """Eight letters that change whenever any figure or record in the workbook does."""
        digest = hashlib.sha256()
        for revision in self._revisions():
            digest.update(f"{revision.submission}.{revision.number};".encode())
        for record in self.hardship.filed:
            if record.closing is not None:
                digest.update(f"{record.code}.{record.closing.at.isoformat()};".encode())
        return digest.hexdigest()[:8]

    def _revisions(self) -> Iterator[Revision]:
        yield from (report.revision for report in self.reports if report.revision)
        yield from (record.revision for record in self.hardship.filed)
        yield from (record.revision for record in self.good_deeds.filed)
