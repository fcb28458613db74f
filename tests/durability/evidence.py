"""What the database says, read while nobody writes: after a kill, and at the end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from bot.domain.submissions import Submission
from bot.domain.units import UnitId
from storage.store import Store
from storage.tables import inbox, outbox
from storage.transaction import Transaction
from tests.durability.report import FAMILY, Report
from tests.support.shipped import ASKED_IN_A_QUARTER

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What one head knows: in which khóm, what was to be reported, and how many answers were confirmed."""

    unit: UnitId
    reports: tuple[Report, ...]
    confirmed: Mapping[Report, int]


class Evidence:
    """Opens the database for a look."""

    def __init__(self, url: str, data_dir: Path) -> None:
        self._url = url
        self._data_dir = data_dir

    async def nothing_is_lost(self, acknowledged: Collection[str], witnesses: Iterable[Witness]) -> None:
        """After a kill: every acknowledged update is kept, and every answer whose confirmation was seen."""
        known = tuple(witnesses)
        await self._read(lambda tx: _kept(tx, set(acknowledged), known))

    async def all_is_well(self, sent: Collection[str], witnesses: Iterable[Witness]) -> None:
        """At the end: every update was answered once, and every report is there once, right and in order."""
        known = tuple(witnesses)
        await self._read(lambda tx: _whole(tx, sorted(sent), known))

    async def kept(self) -> set[str]:
        """The ids of all updates that are stored."""
        return await self._read(_stored)

    async def all_is_answered(self) -> bool:
        """Whether no update and no reply waits."""
        return await self._read(_at_rest)

    async def _read(self, work: Callable[[Transaction], T]) -> T:
        store = await Store.open(self._url, data_dir=self._data_dir)
        try:
            return await store.read(work)
        finally:
            await store.close()


def _stored(tx: Transaction) -> set[str]:
    return {_own_id(id) for id in tx.connection.execute(select(inbox.c.update_id)).scalars()}


def _kept(tx: Transaction, acknowledged: set[str], witnesses: tuple[Witness, ...]) -> None:
    lost = acknowledged - _stored(tx)
    assert not lost, f"acknowledged and lost: {sorted(lost)}"
    for witness in witnesses:
        for report, count in witness.confirmed.items():
            expected = dict(list(report.values.items())[:count])
            answers = _answers(_submission(tx, witness.unit, report)) if count else {}
            kept = {question: answers.get(question) for question in expected}
            assert kept == expected, f"confirmed and lost in unit {witness.unit}, {report.quarter.code}"


def _whole(tx: Transaction, sent: list[str], witnesses: tuple[Witness, ...]) -> None:
    updates = tx.connection.execute(select(inbox.c.update_id, inbox.c.closed_at, inbox.c.parked)).all()
    assert sorted(_own_id(update.update_id) for update in updates) == sent
    assert all(update.closed_at and not update.parked for update in updates)
    assert tx.audit.verify() is None
    for witness in witnesses:
        for report in witness.reports:
            _reported_once(tx, _submission(tx, witness.unit, report), report)


def _reported_once(tx: Transaction, submission: Submission, report: Report) -> None:
    revisions = tx.submissions.revisions(submission.id)
    assert [revision.number for revision in revisions] == [1]
    values = {name: revisions[0].values.get(name) or None for name in ASKED_IN_A_QUARTER}
    assert values == report.values
    entries = tx.audit.about(f"submission:{submission.id}")
    answered = [entry.detail["question"] for entry in entries if entry.action == "answered"]
    assert answered == list(ASKED_IN_A_QUARTER), "each question answered once, in their order"
    assert [entry.action for entry in entries].count("sent") == 1


def _submission(tx: Transaction, unit: UnitId, report: Report) -> Submission:
    ward = tx.units.get(unit).parent
    assert ward is not None
    period = tx.periods.by_code(ward, report.quarter.code)
    assert period is not None
    submission = tx.submissions.live(FAMILY, unit, period.id)
    assert submission is not None, f"unit {unit} has lost its report for {report.quarter.code}"
    return submission


def _own_id(update_id: str) -> str:
    """As the outside knows it: the web chat puts the chat in front."""
    return update_id.rpartition(":")[2]


def _answers(submission: Submission) -> dict[str, str]:
    """By the question's name: the state's keys are paths."""
    return {key.rpartition("/")[2]: value for key, value in submission.filling["values"].items()}


def _at_rest(tx: Transaction) -> bool:
    unanswered = tx.connection.execute(select(inbox.c.id).where(inbox.c.closed_at.is_(None)).limit(1)).first()
    unsent = tx.connection.execute(select(outbox.c.id).where(outbox.c.due.is_not(None)).limit(1)).first()
    return unanswered is None and unsent is None
