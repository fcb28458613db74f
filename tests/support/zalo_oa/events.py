"""What happened, on its way to the webhook."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tests.support.telegram.bell import Bell, Deadline

from .clock import Clock
from .wire import JsonObject

ECHO_LANE = "what the account sent"
RECEIPT_LANE = "receipts"


@dataclass(slots=True, kw_only=True, eq=False)
class Event:
    """One event: `raw` is signed and posted as it stands, every time."""

    name: str
    id: str
    """The message's id, or one of our own where an event has none."""
    lane: str
    raw: bytes
    timestamp: str
    attempts: int = 0
    not_before: Deadline = field(default_factory=lambda: Deadline(0))


class Queue:
    """Events that the webhook has not taken."""

    def __init__(self, clock: Clock, bell: Bell, *, app_id: str, oa_id: str) -> None:
        self.app_id = app_id
        self.oa_id = oa_id
        self.all: list[Event] = []
        """Everything that ever happened, in order."""
        self._clock = clock
        self._bell = bell
        self._waiting: list[Event] = []

    def add(self, name: str, content: JsonObject, *, id: str, lane: str) -> Event:
        """Queue an event; who it is about stands in the content."""
        timestamp = str(self._clock.new_stamp())
        body = {"event_name": name, "app_id": self.app_id, **content, "timestamp": timestamp}
        event = Event(name=name, id=id, lane=lane, raw=written(body), timestamp=timestamp)
        self.all.append(event)
        self._waiting.append(event)
        self._bell.ring()
        return event

    def waiting(self, lane: str | None = None) -> list[Event]:
        """What is still to be taken."""
        return [event for event in self._waiting if lane in {None, event.lane}]

    def done(self, event: Event) -> None:
        """It was taken, or nobody will deliver it again."""
        self._waiting.remove(event)
        self._bell.ring()

    def again(self, event: Event) -> None:
        """Deliver it once more, as if nobody had heard that it was taken."""
        event.attempts = 0
        event.not_before = Deadline(0)
        if event not in self._waiting:
            self._waiting.append(event)
        self._bell.ring()


def written(body: JsonObject) -> bytes:
    """JSON with blanks and escaped slashes of its own: whoever writes it anew before hashing gets another hash."""
    return json.dumps(body, ensure_ascii=False, separators=(" , ", " :")).replace("/", "\\/").encode()
