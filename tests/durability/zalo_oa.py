"""The trial on an Official Account, against the strict simulator.

What a process that dies has not taken Zalo delivers again. Where it does so without keeping the order, nobody types
ahead: the second of two messages would be taken for the first, and the head reads so in the answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
from pydantic import SecretStr

from bot.app.zalo_oa import account_of
from bot.clock import utc_now
from bot.settings import Settings
from storage.store import Store
from tests.durability.head import Head
from tests.durability.pace import Pace
from tests.durability.trial import PATIENCE, Side, Trial
from tests.durability.ward import Invited
from tests.support.ports import held_port
from tests.support.talk.numbered import meaning, offered, typed_for
from tests.support.zalo_oa import Options, Person, ZaloOaServer
from tests.support.zalo_oa.events import ECHO_LANE, RECEIPT_LANE, Event

WEBHOOK = "/zalo-oa/webhook"
PAUSES = (0.3,) * 1000
"""Seconds until Zalo delivers again. Really it is half a minute to an hour, in which this process would die often."""
LOOK_SECONDS = 0.05
"""How often somebody looks whether the process answers."""
EVERY = (
    Options(),
    Options(twice=True, receipts=True, signed_with="app_secret"),
    Options(disorder=True, signed_for="oa_id", timestamp_header=True),
    Options(retries="no_connection", quota_in_answers=True),
)


class ZaloOaPhone:
    """A person of the simulator, who presses where there is a button and types where there is none."""

    def __init__(self, person: Person, code: str) -> None:
        self._person = person
        self._code = code

    async def joins(self, token: str) -> None:
        """Follows the account, and types the code that stands beside the link."""
        self._person.follows()
        await self._person.sees("", within=PATIENCE)
        await self.says(self._code)

    async def says(self, text: str) -> None:
        """Writes."""
        self._person.says(text)

    async def presses(self, label: str) -> None:
        """Chooses on the newest message that offers it."""
        for message in reversed(self._person.screen):
            for button in message.buttons:
                if meaning(button, message.text) == label:
                    self._person.presses(button, on=message)
                    return
            if not message.buttons and label in offered(message.text):
                await self.says(typed_for(label, message.text))
                return
        raise AssertionError(f"nothing says how to choose {label!r}\n{self._person.describe()}")

    async def sees(self, text: str) -> None:
        """Waits for a new message with the text."""
        await self._person.sees(text, within=PATIENCE)

    @property
    def heard(self) -> Sequence[str]:
        """All messages, in their order."""
        return [message.text for message in self._person.screen]


class ZaloOaSide:
    """An Official Account as the killer and the judge see it."""

    def __init__(self, zalo: ZaloOaServer, port: int) -> None:
        self._zalo = zalo
        self._port = port
        self._lives = 0
        zalo.delivery.pauses = PAUSES
        zalo.delivery.url = f"http://127.0.0.1:{self._port}{WEBHOOK}"

    @property
    def settings(self) -> dict[str, str]:
        """What the process needs to be found, and to find us."""
        return {
            "PORT": str(self._port),
            "PUBLIC_URL": "https://khombot.example",
            "ZALO_OA_APP_ID": self._zalo.app_id,
            "ZALO_OA_APP_SECRET": self._zalo.app_secret,
            "ZALO_OA_SECRET_KEY": self._zalo.signing_secret,
            "ZALO_OA_API_BASE": self._zalo.base,
            "ZALO_OAUTH_BASE": self._zalo.base,
        }

    @property
    def calls(self) -> int:
        """How often the process was heard of."""
        return self._lives + len(self._zalo.calls) + len(self._zalo.delivery.taken)

    @property
    def sent(self) -> set[str]:
        """The ids of all that people did."""
        return {_id(event) for event in self._by_people}

    @property
    def acknowledged(self) -> set[str]:
        """The ids of what was answered 200."""
        return {_id(event) for event in self._by_people if event.id in self._zalo.delivery.taken}

    def died(self, kept: Collection[str]) -> None:
        """Zalo delivers again by itself."""

    def head(self, number: int, invited: Invited, trial: Trial, pace: Pace) -> Head:
        """A head with a phone."""
        phone = ZaloOaPhone(self._zalo.person(f"Lan {number}"), invited.code)
        head = Head(number, invited, phone, pace, trial.random)
        if self._zalo.options.disorder:
            head.types_ahead = 0.0
        return head

    async def link(self, url: str, folder: Path) -> None:
        """As an operator does once: who is killed in the instant in which he gets his first tokens needs it again."""
        settings = Settings(
            data_dir=folder,
            zalo_oa_app_id=self._zalo.app_id,
            zalo_oa_app_secret=SecretStr(self._zalo.app_secret),
            zalo_oa_secret_key=SecretStr(self._zalo.signing_secret),
            zalo_oa_refresh_token=SecretStr(self._zalo.tokens.first_refresh_token),
            zalo_oa_api_base=self._zalo.base,
            zalo_oauth_base=self._zalo.base,
            public_url="https://khombot.example",
        )
        store = await Store.open(url, data_dir=folder)
        try:
            await account_of(settings, store, utc_now)
        finally:
            await store.close()

    async def counts_lives(self) -> None:
        """Until cancelled: Zalo does not call a process that nobody writes to, but the killer must hear of it."""
        alive = False
        async with aiohttp.ClientSession() as http:
            while True:
                was, alive = alive, await self._answers(http)
                self._lives += alive and not was
                await asyncio.sleep(LOOK_SECONDS)

    async def _answers(self, http: aiohttp.ClientSession) -> bool:
        try:
            async with http.get(f"http://127.0.0.1:{self._port}{WEBHOOK}") as answer:
                return answer.ok
        except aiohttp.ClientError:
            return False

    @property
    def _by_people(self) -> list[Event]:
        return [event for event in self._zalo.queue.all if event.lane not in {ECHO_LANE, RECEIPT_LANE}]


def _id(event: Event) -> str:
    """As the inbox ends with it: what is no message is known by its time."""
    return event.id if event.name.startswith("user_send") else event.timestamp


async def kill_on_zalo_oa(trial: Trial, options: Options | None = None) -> None:
    """Kill the process while heads report to an Official Account."""
    async with ZaloOaServer(options or trial.random.choice(EVERY)) as zalo, _side(zalo, trial) as side:
        await trial.run(side)
        assert zalo.violations == [], zalo.violations


@asynccontextmanager
async def _side(zalo: ZaloOaServer, trial: Trial) -> AsyncIterator[Side]:
    with held_port() as port:
        side = ZaloOaSide(zalo, port)
        await side.link(trial.url, trial.folder)
        counting = asyncio.create_task(side.counts_lives())
        try:
            yield side
        finally:
            counting.cancel()
            with suppress(asyncio.CancelledError):
                await counting
