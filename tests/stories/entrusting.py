"""What the stories of photos and of figures that the ward enters have in common."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.entrustments import Entrusted
from bot.domain.submissions import SubmissionId
from tests.stories.filling import REPORT
from tests.support.talk import Member, Town

REPORT_1 = SubmissionId(1)


async def joined(town: Town) -> None:
    """Hoa on her phone, and Lan at the first question."""
    await town.hoa.joins()
    await town.lan.joins()
    await town.lan.presses(REPORT)
    await town.lan.sees("Câu 1/14")


async def is_told(town: Town, who: Member, *texts: str) -> None:
    """A notice comes by itself; a terminal looks for what other terminals left there."""
    if town.channel == "console":
        town.watch.forward(timedelta(minutes=1))
    await who.sees(*texts)


async def states(town: Town) -> dict[str, Entrusted]:
    """How far each answer that was left to the ward has come, by question."""
    found = await town.read(lambda tx: tx.entrustments.of(REPORT_1))
    return {one.question: one.state for one in found}


async def kept(town: Town) -> dict[str, str]:
    """What stands in the draft, by the last part of its path."""
    draft = await town.read(lambda tx: tx.submissions.get(REPORT_1))
    return {path.rpartition("/")[2]: value for path, value in draft.filling["values"].items()}
