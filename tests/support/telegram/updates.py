"""The queue of updates: what the bot has not acknowledged, how long it is kept, in which order it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from . import limits
from .bell import Bell
from .clock import Clock
from .wire import JsonObject

QUEUES = {"callback_query": 3 << 33, "my_chat_member": 5 << 33}
"""Added to the person's id: presses travel in another webhook queue than messages (server code)."""
OFF_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One event for the bot, in the form in which it is sent."""

    update_id: int
    kind: str
    content: JsonObject
    queue: int
    expires_at: float

    def body(self) -> JsonObject:
        return {"update_id": self.update_id, self.kind: self.content}


class UpdateQueue:
    """Keeps updates until a larger offset (or a webhook's 200) says that the bot has them.

    `repeats` hands every update out once more after it was acknowledged. `shuffle` mixes the queues of one
    batch, keeping the order inside each: a text and a press of one person may then change places.
    """

    def __init__(self, clock: Clock, bell: Bell, *, first_id: int = 700_000_001) -> None:
        self.repeats = False
        self.shuffle: Random | None = None
        self.allowed: list[str] | None = None
        self.next_id = first_id
        self._clock = clock
        self._bell = bell
        self._waiting: list[Update] = []
        self._again: deque[Update] = deque()

    def add(self, kind: str, content: JsonObject, *, sender: int) -> Update | None:
        """Queues an update unless the bot did not want its kind."""
        if not self._wanted(kind):
            return None
        pressed = kind == "callback_query"
        seconds = limits.CALLBACK_UPDATE_SECONDS if pressed else limits.MESSAGE_UPDATE_SECONDS
        update = Update(
            update_id=self.next_id,
            kind=kind,
            content=content,
            queue=sender + QUEUES.get(kind, 0),
            expires_at=self._clock.now() + seconds,
        )
        self.next_id += 1
        self._waiting.append(update)
        self._bell.ring()
        return update

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in OFF_BY_DEFAULT

    def waiting(self) -> list[Update]:
        """What is not acknowledged and has not grown too old."""
        now = self._clock.now()
        self._waiting = [update for update in self._waiting if update.expires_at >= now]
        return list(self._waiting)

    def read(self, offset: int, limit: int) -> list[Update]:
        """What getUpdates answers: what is below a positive offset is forgotten, -n keeps the last n."""
        waiting = self.waiting()
        if offset < 0:
            self._forget(waiting[:offset])
        elif offset > 0:
            self._forget(update for update in waiting if update.update_id < offset)
        repeated = [self._again.popleft() for _ in range(min(len(self._again), limit))]
        fresh = self._waiting[: limit - len(repeated)]
        return repeated + (interleaved(fresh, self.shuffle) if self.shuffle else fresh)

    def acknowledge(self, update: Update) -> None:
        """The webhook answered 200."""
        self._forget([update])

    def put_back(self, update: Update, *, polled: bool) -> None:
        """Deliver an acknowledged update once more; a poll gets it although its offset is larger."""
        if polled:
            self._again.append(update)
        else:
            self._waiting.insert(0, update)
        self._bell.ring()

    def clear(self) -> None:
        self._waiting.clear()
        self._again.clear()

    def _forget(self, updates: Iterable[Update]) -> None:
        gone = list(updates)
        ids = {update.update_id for update in gone}
        self._waiting = [update for update in self._waiting if update.update_id not in ids]
        if self.repeats:
            self._again.extend(gone)


def interleaved(updates: list[Update], random: Random) -> list[Update]:
    """The same updates with the queues mixed by chance; the order inside one queue stays."""
    queues: dict[int, deque[Update]] = {}
    for update in updates:
        queues.setdefault(update.queue, deque()).append(update)
    mixed = []
    while queues:
        chosen = random.choice(sorted(queues))
        mixed.append(queues[chosen].popleft())
        if not queues[chosen]:
            del queues[chosen]
    return mixed
