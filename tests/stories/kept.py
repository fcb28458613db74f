"""What has been kept of a story: the draft, the report, and what was sent."""

from __future__ import annotations

from bot.domain.submissions import Revision, Submission, SubmissionId
from storage.transaction import Transaction
from tests.support.talk import Town


async def report_of(town: Town, code: str = "BC-K1-2020-Q4") -> tuple[Submission, list[Revision]]:
    """The khóm's report and its revisions, as committed."""

    def work(tx: Transaction) -> tuple[Submission, list[Revision]]:
        period = tx.periods.of_ward(tx.units.wards(town.watch().date())[0].id)[0]
        (found,) = [each for each in tx.submissions.of_period(period.id, "khom_dinh_ky") if each.code == code]
        return found, list(tx.submissions.revisions(found.id))

    return await town.read(work)


async def values(town: Town) -> dict[str, str]:
    """What is kept of Lan's draft, by the last part of its path."""
    draft = await town.read(lambda tx: tx.submissions.get(SubmissionId(1)))
    return {path.rpartition("/")[2]: value for path, value in draft.filling["values"].items()}
