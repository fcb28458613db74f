"""Kills the process while it announces: `python -m tests.durability.announcing --kills 20 --recipients 2000`.

The strict simulator counts what everybody got. Nobody may be left out, whatever came twice must be counted as such in
the ledger, and the ledger must not cry wolf. With --postgresql two workers share an embedded server's database, and the
first one that is killed never comes back.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom

from bot.actions import announcements
from bot.actions.installation import create_ward
from bot.announcements.drain import NAME
from bot.clock import local_date, utc_now
from bot.domain.announcements import AnnouncementId, AnnouncementKind, AnnouncementStatus, Audience, Content, Progress
from bot.domain.people import Role
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.durability.process import BotProcess
from tests.support.telegram import TOKEN, TelegramServer
from tests.support.telegram.faults import FloodLimit

TEXT = "Chiều nay cúp nước, nhắc bà con trữ nước giúp."
START_SECONDS = 240.0
"""In which a life has to send something, on a machine that has others to serve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the simulator and the ledger say in the end."""

    recipients: int
    kills: int
    omitted: int
    doubled: int
    """Messages too many."""
    unrecorded: int
    """People who got it twice without the ledger saying so."""
    recorded: int
    """People of whom the ledger says that they may have got it twice."""
    seconds: float

    def judge(self) -> None:
        """AssertionError unless nobody was left out and every double is on record."""
        assert self.omitted == 0, self
        assert self.unrecorded == 0, self

    def judge_strictly(self) -> None:
        """Also one double per kill at most: many kills make up for an unlucky one."""
        self.judge()
        assert self.doubled <= self.kills, self


@dataclass(slots=True, kw_only=True)
class Trial:
    """One announcement, and the processes that die over it."""

    url: str
    folder: Path
    recipients: int
    kills: int
    random: Random
    workers: int = 1
    pace: int | None = None
    before_restart: Callable[[], None] = lambda: None
    """Something more that happens between two lives."""

    async def run(self) -> Outcome:
        """Announce, kill, wait for the end, count."""
        async with TelegramServer() as telegram:
            telegram.faults.flood = FloodLimit(overall=30)
            people = [telegram.person(f"Người {n}", started=True).id for n in range(self.recipients)]
            store = await Store.open(self.url, data_dir=self.folder)
            try:
                id = await store.transact(lambda tx: self._announce(tx, people))
                begun = time.monotonic()
                await self._rage(telegram, store, id)
                return await self._count(telegram, store, id, people, time.monotonic() - begun)
            finally:
                await store.close()

    def _announce(self, tx: Transaction, people: list[int]) -> AnnouncementId:
        now = utc_now()
        ward = create_ward(tx, code="P", name="Phường Tân Quy Đông", khoms=[("K1", "Khóm 1")], at=now)
        (khom,) = tx.units.children(ward.id, local_date(now))
        for chat in people:
            person = tx.people.add(f"Người {chat}", "", now)
            tx.people.give_post(person, Role.DEPUTY, khom.id, local_date(now))
            place = Address(channel="telegram", bot=TOKEN.partition(":")[0], chat=str(chat))
            tx.accounts.add(place, person, now)
        content = Content(kind=AnnouncementKind.NOTICE, text=TEXT)
        id = announcements.compose(tx, by=None, ward=ward, content=content, audience=Audience(), at=now)
        announcements.confirm(tx, by=None, id=id, at=now)
        tx.announcements.set_pace(id, self.pace)
        return id

    async def _rage(self, telegram: TelegramServer, store: Store, id: AnnouncementId) -> None:
        workers = {name: self._process(telegram, name) for name in self._names}
        for process in workers.values():
            process.start()
        try:
            for number in range(1, self.kills + 1):
                await self._lives(telegram, self.recipients * number // (self.kills + 1))
                holder = await store.read(lambda tx: tx.drains.holder(NAME))
                victim = holder if holder in workers else next(iter(workers))
                workers[victim].kill()
                if len(workers) > 1:
                    del workers[victim]  # it never comes back
                    continue
                self.before_restart()
                workers[victim].start()
            await self._until(lambda: self._is_finished(store, id), START_SECONDS + self.recipients / 5)
        finally:
            for process in workers.values():
                process.kill()

    @property
    def _names(self) -> list[str]:
        return [f"worker-{number}" for number in range(1, self.workers + 1)] if self.workers > 1 else ["alone"]

    def _process(self, telegram: TelegramServer, name: str) -> BotProcess:
        home = self.folder / name
        home.mkdir()
        settings = {
            "DATABASE_URL": self.url,
            "TELEGRAM_API_BASE": telegram.base,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "PORT": "0",
        }
        if self.workers > 1:
            settings |= {"INSTANCE_ID": name, "JOBS_URL": self.url}
        return BotProcess(home, settings)

    async def _lives(self, telegram: TelegramServer, count: int) -> None:
        """Until so many were told; then an instant more."""

        async def come_so_far() -> bool:
            return len(_heard(telegram)) >= count

        await self._until(come_so_far, START_SECONDS)
        await asyncio.sleep(self.random.uniform(0, 0.5))

    async def _until(self, is_so: Callable[[], Awaitable[bool]], seconds: float) -> None:
        async with asyncio.timeout(seconds):
            while not await is_so():  # noqa: ASYNC110 - another process works on it
                await asyncio.sleep(0.05)

    async def _is_finished(self, store: Store, id: AnnouncementId) -> bool:
        return (await store.read(lambda tx: tx.announcements.get(id))).status is AnnouncementStatus.FINISHED

    async def _count(
        self, telegram: TelegramServer, store: Store, id: AnnouncementId, people: list[int], seconds: float
    ) -> Outcome:
        got = Counter(_heard(telegram))
        progress: Progress = await store.read(lambda tx: tx.deliveries.progress(id))
        deliveries = await store.read(lambda tx: tx.deliveries.of(id))
        recorded = {chat for chat, delivery in zip(people, deliveries, strict=True) if delivery.maybe_twice}
        doubled = {chat for chat in people if got[chat] > 1}
        assert progress.sent == self.recipients, progress
        assert telegram.violations == []
        return Outcome(
            recipients=self.recipients,
            kills=self.kills,
            omitted=sum(not got[chat] for chat in people),
            doubled=sum(got[chat] - 1 for chat in people if got[chat]),
            unrecorded=len(doubled - recorded),
            recorded=len(recorded),
            seconds=seconds,
        )


def _heard(telegram: TelegramServer) -> list[int]:
    return [event.chat_id for event in telegram.world.screen if TEXT in event.text]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--recipients", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1_000_000))
    parser.add_argument("--postgresql", action="store_true", help="two workers on an embedded server")
    given = parser.parse_args()
    # The simulator's server reports each broken connection.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="khombot-kills-")))
        url = _postgresql(stack) if given.postgresql else f"sqlite:///{folder}/khombot.sqlite3"
        trial = Trial(
            url=url,
            folder=folder,
            recipients=given.recipients,
            kills=given.kills,
            random=Random(given.seed),
            workers=2 if given.postgresql else 1,
        )
        outcome = asyncio.run(trial.run())
    sys.stdout.write(f"seed {given.seed}: {outcome}\n")
    outcome.judge_strictly()


def _postgresql(stack: ExitStack) -> str:
    from tests.support.postgresql import running

    # Short, for the path of its socket; and reachable for the user as whom it runs.
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kpg-")))
    folder.chmod(0o755)
    server = stack.enter_context(running(folder))
    server.psql("CREATE DATABASE kills TEMPLATE template0;")
    return str(server.get_uri("kills"))


if __name__ == "__main__":
    main()
