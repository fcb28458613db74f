"""A program that writes as fast as it can and says what was acknowledged, until it is killed: see test_kill.py.

python -m tests.storage.writer DATABASE_URL DATA_DIR FIRST_NUMBER
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from functools import partial
from pathlib import Path

from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, update

PEOPLE = 8


def write(number: int, tx: Transaction) -> None:
    """Two rows and an audit entry, which belong together."""
    tx.inbox.put([update(2 * number, lane=str(number))], NOW)
    tx.audit.record(NOW, None, "put", f"work:{number}", {})
    tx.inbox.put([update(2 * number + 1, lane=str(number))], NOW)


async def main(url: str, folder: Path, first: int) -> None:
    """Let several people write at once, for ever."""
    store = await Store.open(url, data_dir=folder)
    numbers = itertools.count(first)

    async def person() -> None:
        for number in numbers:
            await store.transact(partial(write, number))
            print(number, flush=True)  # noqa: T201 - this is how it acknowledges

    await asyncio.gather(*(person() for _ in range(PEOPLE)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
