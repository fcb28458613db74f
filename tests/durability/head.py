"""A head who fills in the reports, whatever the channel, and remembers what was confirmed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import Protocol

from bot.texts import conversation, interview, periods
from bot.texts import report as words
from tests.durability.evidence import Witness
from tests.durability.pace import Pace
from tests.durability.report import QUARTERS, Report, report_of
from tests.durability.ward import Invited
from tests.support.shipped import ASKED_IN_A_QUARTER

TYPED_AHEAD = 0.3
"""How often a head types the next answer too, without waiting to be asked."""
_NUMBER = re.compile(rf"Câu (\d+)/{len(ASKED_IN_A_QUARTER)}\b")
_SENT = interview.SENT.plain.partition("{")[0]


class Phone(Protocol):
    """How a head talks to the bot, and what the head sees."""

    async def joins(self, token: str) -> None:
        """Opens the link of the invitation."""

    async def says(self, text: str) -> None:
        """Sends a text."""

    async def presses(self, label: str) -> None:
        """Presses the button of that label on the newest message that has it."""

    async def sees(self, text: str) -> None:
        """Waits, over all deaths of the process, for a new message that contains the text."""

    @property
    def heard(self) -> Sequence[str]:
        """All new messages of the bot, in the order in which they came."""


class Head:
    """Knows the form by heart."""

    types_ahead = TYPED_AHEAD

    def __init__(self, number: int, invited: Invited, phone: Phone, pace: Pace, random: Random) -> None:
        self._reports = tuple(report_of(number, quarter) for quarter in QUARTERS)
        self._invited = invited
        self._phone = phone
        self._pace = pace
        self._random = random
        self._confirmed: dict[Report, int] = {}
        self._given = 0

    @property
    def witness(self) -> Witness:
        """What the head can swear to at this moment."""
        return Witness(unit=self._invited.unit, reports=self._reports, confirmed=dict(self._confirmed))

    async def reports(self) -> None:
        """Joins, and fills in and sends every report."""
        await self._phone.joins(self._invited.token)
        await self._phone.sees(conversation.MENU_QUESTION)
        for report in self._reports:
            await self._reports_on(report)

    async def _reports_on(self, report: Report) -> None:
        await self._phone.says(words.WORDS[0])
        await self._phone.sees(words.WHICH)
        name = periods.PERIOD_NAMES[report.quarter.kind.value, report.quarter.number]
        await self._phone.presses(periods.REPORT_OF.format(period=name.format(year=report.quarter.year)))
        await self._phone.sees("Câu 1/")
        await self._answers(report)
        await self._phone.presses(interview.SEND)
        await self._phone.sees(_SENT)
        await self._phone.sees(conversation.MENU_QUESTION)

    async def _answers(self, report: Report) -> None:
        given = 0
        while given < len(ASKED_IN_A_QUARTER):
            await self._pace.allows(self._given / (len(ASKED_IN_A_QUARTER) * len(self._reports)))
            ahead = given + 1 < len(ASKED_IN_A_QUARTER) - 1 and self._random.random() < self.types_ahead
            for figure in report.figures[given : given + 1 + ahead]:
                await self._gives(figure)
                given += 1
                self._given += 1
            await self._phone.sees(f"Câu {given + 1}/" if given < len(ASKED_IN_A_QUARTER) else interview.REVIEW_TITLE)
            self._confirmed[report] = given

    async def _gives(self, figure: str | None) -> None:
        if figure is None:
            await self._phone.presses(interview.SKIP)
        else:
            await self._phone.says(figure)

    def was_asked_in_order(self) -> None:
        """Each question came once per report, in its order; only the one under way at a kill may come again at once."""
        asked = [int(found[1]) for text in self._phone.heard if (found := _NUMBER.search(text))]
        once = [number for place, number in enumerate(asked) if place == 0 or number != asked[place - 1]]
        assert once == [*range(1, len(ASKED_IN_A_QUARTER) + 1)] * len(self._reports), f"asked out of order: {asked}"
