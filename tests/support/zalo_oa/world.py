"""Everything that Zalo knows about one Official Account: tokens, people, uploads, events and what is on the screens."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from tests.support.telegram.bell import Bell

from .assets import Assets
from .clock import Clock
from .events import ECHO_LANE, RECEIPT_LANE, Queue
from .media import Media
from .oauth import Tokens
from .options import Options
from .screen import ScreenEvent
from .windows import Standing
from .wire import JsonObject

OA_ID = "2491302944280861639"
OA_NAME = "UBND Phường Tân Quy Đông"
APP_ID = "360846524940903967"
APP_SECRET = "s1mulated-app-secret"
SECRET_KEY = "s1mulated-secret-of-the-webhook"
ADMIN_ID = "8309393969855402319"
"""A clerk who answers by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A request, or an answer to a webhook, that a correct client never makes."""

    where: str
    problem: str


class World:
    """The state behind the server; its routes and people both work on it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.clock = Clock()
        self.bell = Bell()
        self.tokens = Tokens(self.clock, app_id=APP_ID, app_secret=APP_SECRET)
        self.assets = Assets(self.clock)
        self.media = Media(options.media)
        self.queue = Queue(self.clock, self.bell, app_id=APP_ID, oa_id=OA_ID)
        self.people: dict[str, Standing] = {}
        self.screen: list[ScreenEvent] = []
        self.violations: list[Violation] = []
        self._numbers = count(1)

    def violates(self, where: str, problem: str) -> None:
        """Keep what a correct client never does."""
        self.violations.append(Violation(where=where, problem=problem))
        self.bell.ring()

    def new_id(self) -> str:
        """20 hexadecimal digits, as messages have."""
        return f"{0x63EC_F43F_0DF7_DBA8 + next(self._numbers):020x}"

    def new_person(self, name: str) -> Standing:
        """Somebody who has Zalo, whom the account has never heard of."""
        number = next(self._numbers)
        person = Standing(
            user_id=str(2_512_523_625_000_000_000 + number * 7_919),
            by_app=str(5_521_772_797_175_000_000 + number * 104_729),
            name=name,
        )
        self.people[person.user_id] = person
        return person

    def shows(self, event: ScreenEvent) -> None:
        """Let the person see it."""
        self.screen.append(event)
        self.bell.ring()

    def echo(self, person: Standing, event_name: str, message: JsonObject, *, by_staff: bool = False) -> None:
        """Tell the webhook what the account itself has sent; who answers it answers themselves."""
        sender = {"id": OA_ID, **({"admin_id": ADMIN_ID} if by_staff else {})}
        self._tell(person, event_name, message, lane=ECHO_LANE, sender=sender, recipient={"id": person.user_id})

    def tell_receipt(self, person: Standing, event_name: str, message: JsonObject) -> None:
        """Tell the webhook that a message has come to a phone, or under somebody's eyes."""
        ends = {"sender": {"id": person.user_id}, "recipient": {"id": OA_ID}}
        self._tell(person, event_name, message, lane=RECEIPT_LANE, **ends)

    def _tell(self, person: Standing, name: str, message: JsonObject, *, lane: str, **ends: JsonObject) -> None:
        content = {**ends, "user_id_by_app": person.by_app, "message": message}
        self.queue.add(name, content, id=f"{name} {len(self.queue.all) + 1}", lane=lane)
