"""An event loop whose clock stands still while anybody works, and jumps to the next moment when everybody waits."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from storage.store import Store
from storage.transaction import Transaction

T = TypeVar("T")

BEGINS = datetime(2020, 12, 15, 2, 0, tzinfo=UTC)
GRACE = 0.005
"""Real seconds in which something that is on its way through the kernel may still turn up."""


class SimulatedLoop(asyncio.SelectorEventLoop):
    """What is computed takes no time; only sleeping and waiting for answers does."""

    def __init__(self) -> None:
        self._simulated = 0.0
        self.at_work = 0
        """Works that other threads carry out for us: as long as there are any, no time passes."""
        super().__init__(_Selector(self))

    def time(self) -> float:
        """Simulated seconds."""
        return self._simulated

    def clock(self) -> datetime:
        """The same as a moment."""
        return BEGINS + timedelta(seconds=self._simulated)

    def jump(self, seconds: float) -> None:
        """Let the time pass."""
        self._simulated += seconds


class _Selector(selectors.DefaultSelector):
    def __init__(self, loop: SimulatedLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is not None and timeout <= 0:
            return list(super().select(0))
        ready = list(super().select(None if self._loop.at_work or timeout is None else GRACE))
        if not ready and timeout is not None:
            self._loop.jump(timeout)
        return ready


class PatientStore(Store):
    """A store for whose works the time stands still."""

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """As always."""
        loop = _loop()
        loop.at_work += 1
        try:
            return await super().transact(work)
        finally:
            loop.at_work -= 1

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """As always."""
        loop = _loop()
        loop.at_work += 1
        try:
            return await super().read(work)
        finally:
            loop.at_work -= 1


def _loop() -> SimulatedLoop:
    loop = asyncio.get_running_loop()
    if not isinstance(loop, SimulatedLoop):
        raise TypeError("only in a simulated loop")
    return loop


def run(main: Callable[[SimulatedLoop], Any]) -> Mapping[str, Any]:
    """Run a coroutine function in a loop of its own."""
    with asyncio.Runner(loop_factory=SimulatedLoop) as runner:
        loop = runner.get_loop()
        if not isinstance(loop, SimulatedLoop):
            raise TypeError("the runner made another loop")
        outcome: Mapping[str, Any] = runner.run(main(loop))
        return outcome
