"""One page reading along in the log: every line once, none left out, whatever the order of commits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.messages import Address
from channels.web.limits import COMMIT_LAG, HISTORY
from channels.web.log import ChatLine, ChatLog, Heard, Place, Said, in_reading_order


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a page has not been given yet, and the place from which it asks next time."""

    lines: Sequence[ChatLine]
    place: Place


class Reading:
    """Reads on from a place; from None it begins with the latest lines.

    The place trails behind by COMMIT_LAG, because a row with a smaller number can become visible later; what was
    given already is remembered and not given twice. (After a reconnect the page itself drops what it has.)
    """

    def __init__(self, log: ChatLog, address: Address, clock: Clock, place: Place | None) -> None:
        self._log = log
        self._address = address
        self._clock = clock
        self._place = place
        self._given: set[tuple[type[ChatLine], int]] = set()

    async def news(self) -> News:
        """What is new since the last call, or since the place at the first."""
        if self._place is None:
            lines = await self._log.latest(self._address, HISTORY)
        else:
            lines = await self._log.after(self._address, self._place, HISTORY)
        place = self._advanced(lines)
        fresh = [line for line in in_reading_order(lines) if (type(line), line.key) not in self._given]
        self._given.update((type(line), line.key) for line in fresh)
        self._given = {(side, key) for side, key in self._given if key > (place.said if side is Said else place.heard)}
        self._place = place
        return News(lines=fresh, place=place)

    def _advanced(self, lines: Sequence[ChatLine]) -> Place:
        before = self._place or Place()
        said = [line for line in lines if isinstance(line, Said)]
        heard = [line for line in lines if isinstance(line, Heard)]
        return Place(said=self._reached(said, before.said), heard=self._reached(heard, before.heard))

    def _reached(self, side: Sequence[ChatLine], before: int) -> int:
        if self._place is not None and len(side) >= HISTORY:
            return max(line.key for line in side)  # a full page: go on behind it, or what follows is never seen
        settled = self._clock() - COMMIT_LAG
        return max((line.key for line in side if line.at < settled), default=before)
