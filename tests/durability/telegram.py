"""The trial on Telegram, against the strict simulator."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tests.durability.head import Head
from tests.durability.pace import Pace
from tests.durability.trial import PATIENCE, Side, Trial
from tests.durability.ward import Invited
from tests.support.telegram import TOKEN, Person, TelegramServer


class TelegramPhone:
    """A person of the simulator."""

    def __init__(self, person: Person) -> None:
        self._person = person

    async def joins(self, token: str) -> None:
        """Presses Start behind the deep link."""
        self._person.start(token)

    async def says(self, text: str) -> None:
        """Sends a text."""
        self._person.says(text)

    async def presses(self, label: str) -> None:
        """Presses the newest button of that label."""
        self._person.presses(label)

    async def sees(self, text: str) -> None:
        """Waits for a new message with the text."""
        await self._person.sees(text, within=PATIENCE)

    @property
    def heard(self) -> Sequence[str]:
        """All new messages, as they were when they came."""
        events = self._person.world.screen
        return [event.text for event in events if event.chat_id == self._person.id and not event.edited]


class TelegramSide:
    """Telegram as the killer and the judge see it."""

    def __init__(self, telegram: TelegramServer) -> None:
        self._telegram = telegram
        self._first = telegram.updates.next_id

    @property
    def settings(self) -> dict[str, str]:
        """What the process needs to find us."""
        return {"TELEGRAM_API_BASE": self._telegram.base, "TELEGRAM_BOT_TOKEN": TOKEN, "PORT": "0"}

    @property
    def calls(self) -> int:
        """What the process has asked of Telegram so far."""
        return len(self._telegram.calls)

    @property
    def sent(self) -> set[str]:
        """The ids of all updates so far."""
        return {str(number) for number in range(self._first, self._telegram.updates.next_id)}

    @property
    def acknowledged(self) -> set[str]:
        """The ids of the updates that the process has confirmed by a larger offset."""
        return self.sent - {str(update.update_id) for update in self._telegram.updates.waiting()}

    def died(self, kept: Collection[str]) -> None:
        """Telegram hands everything out again until it is confirmed."""

    def head(self, number: int, invited: Invited, trial: Trial, pace: Pace) -> Head:
        """A head with a phone."""
        phone = TelegramPhone(self._telegram.person(f"Lan {number}"))
        return Head(number, invited, phone, pace, trial.random)


async def kill_on_telegram(trial: Trial) -> None:
    """Kill the process while heads report on Telegram."""
    async with TelegramServer() as telegram:
        side: Side = TelegramSide(telegram)
        await trial.run(side)
        assert telegram.violations == []
