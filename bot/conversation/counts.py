"""Writes down what the meters of the channels have counted, together with what is written anyway."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.clock import Clock, local_date
from bot.conversation.channel import Channel
from bot.conversation.meter import Meter
from bot.domain.quotas import month_of
from storage.store import Store
from storage.transaction import Transaction

T = TypeVar("T")


class Counts:
    """Costs nothing where no channel has a meter."""

    def __init__(self, store: Store, channels: Iterable[Channel], clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._meters: dict[tuple[str, str], Meter] = {
            (channel.name, channel.bot): meter
            for channel in channels
            if (meter := channel.capabilities.meter) is not None
        }
        self._are_known = not self._meters

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work, and count in the same transaction."""
        taken = [(channel, bot, meter.take()) for (channel, bot), meter in self._meters.items()]
        counted = [each for each in taken if each[2]]
        if not counted:
            return await self._store.transact(work)
        month = month_of(local_date(self._clock()))

        def both(tx: Transaction) -> T:
            tx.quotas.add(counted, month)
            return work(tx)

        try:
            return await self._store.transact(both)
        except BaseException:
            for channel, bot, messages in counted:
                self._meters[channel, bot].count(messages)
            raise

    async def settle(self) -> None:
        """Write down what nobody else has: what was told to many, and parts of what failed. And, once, the quotas."""
        if not self._are_known or not all(meter.is_written for meter in self._meters.values()):
            await self.write(self._make_known)
            self._are_known = True

    def _make_known(self, tx: Transaction) -> None:
        if not self._are_known:
            for (channel, bot), meter in sorted(self._meters.items()):
                tx.quotas.set(channel, bot, meter.quota)
