"""A ward in one room: the real engine, router and database, people who press anything, and no wire in between."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.actions import announcements
from bot.actions.installation import create_sample, person_called
from bot.announcements.drain import NAME, Drain
from bot.announcements.send import Post
from bot.app.ways_out import outlets, previews
from bot.clock import VIETNAM, local_date
from bot.conversation.channel import Capabilities, Receive, Shown
from bot.conversation.engine import Engine
from bot.conversation.router import Router
from bot.conversation.session import Session
from bot.domain.announcements import Audience, Content
from bot.domain.errors import Invalid, SendError
from bot.domain.people import Role
from bot.messages import Address, Attachment, AttachmentKind, Choice, Incoming, Point, RawUpdate, Reply
from bot.texts import sample
from forms.xlsform import to_xform
from handlers import ENTRANCES, HANDLERS
from storage.store import Store
from storage.transaction import Transaction
from tests.channels.samples import photo
from tests.stories.test_every_type import TABLE
from tests.support.bench import no_link
from tests.support.cases import records

T = TypeVar("T")

NOW = datetime(2020, 12, 15, 9, 0, tzinfo=VIETNAM)
CAST = {"lan": sample.HEADS[0], "binh": sample.HEADS[1], "minh": sample.DEPUTY, "hoa": sample.OFFICER}
STRANGER = "tu"
PEOPLE = (*CAST, STRANGER)


async def found(folder: Path) -> None:
    """The sample ward, its people at their phones, two households of last summer, and a workbook with every type."""
    store = await Store.open("", data_dir=folder)
    await store.transact(_found)
    await store.close()


def _found(tx: Transaction) -> None:
    create_sample(tx, NOW)
    for chat, name in CAST.items():
        person = person_called(tx, name, local_date(NOW))
        tx.accounts.add(address(chat), person.id, NOW)
    lan = person_called(tx, sample.HEADS[0], local_date(NOW))
    for days in (100, 101):
        records(tx, lan, lan.posts[0].unit, NOW - timedelta(days=days))
    hoa = person_called(tx, sample.OFFICER, local_date(NOW))
    form = to_xform(TABLE, file_type=".md", family="guong_ntvt").xform
    sent = tx.proposals.add(name="moi-kieu.md", digest="0" * 64, family="", by=hoa.id, address=address("hoa"), at=NOW)
    tx.proposals.ready(sent.id, family="guong_ntvt", title="Mọi kiểu", xform=form, source=TABLE.encode())


def address(chat: str) -> Address:
    """Where somebody of the room is reached."""
    return Address(channel=Room.name, bot=Room.bot, chat=chat)


class Room:
    """A channel whose other end is a list of what each person was shown."""

    name = bot = "room"
    capabilities = Capabilities(buttons=True, edits=True, max_text=4000, files=True)

    def __init__(self) -> None:
        self.shown: dict[str, list[Reply]] = defaultdict(list)
        self.answered_updates: list[str] = []

    def parse(self, update: RawUpdate) -> Incoming | None:
        """What somebody did."""
        done: dict[str, Any] = json.loads(update.body)
        files = [_attachment(AttachmentKind(kind), place) for place, kind in enumerate(done.pop("files", ()))]
        return Incoming(address=address(update.lane), attachments=tuple(files), sender_name=update.lane, **done)

    async def send(self, address: Address, reply: Reply) -> str:
        """Show it."""
        self.shown[address.chat].append(reply)
        return str(len(self.shown[address.chat]))

    async def answered(self, update: RawUpdate) -> None:
        """A pressed button stops spinning."""
        self.answered_updates.append(update.update_id)

    async def fetch(self, attachment: Attachment) -> bytes:
        """A small photo, or one of the two things that go wrong with files."""
        match attachment.kind:
            case AttachmentKind.VIDEO:
                raise Invalid("file_too_big", limit=20)
            case AttachmentKind.VOICE:
                raise SendError("file_lost", retryable=False)
        return photo()

    async def prepare(self) -> None: ...

    async def close(self) -> None: ...

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """The reply itself."""
        return (Shown(text=reply.text),)

    def invitation_link(self, token: str) -> str:
        """Nobody follows links here."""
        return token

    async def listen(self, receive: Receive) -> None: ...


def _attachment(kind: AttachmentKind, place: int) -> Attachment:
    point = Point(latitude=10.29, longitude=105.75) if kind is AttachmentKind.LOCATION else None
    return Attachment(kind=kind, name=f"{place}.xlsx", remote="there", point=point)


class PlainRoom(Room):
    """A room in which nothing can be pressed or changed, and each message counts."""

    capabilities = Capabilities(buttons=False, edits=False, max_text=1900, files=False, joins=True)


class Ward:
    """The room while it is open: a loop that runs only while somebody is answered."""

    def __init__(self, folder: Path, room: Room | None = None) -> None:
        self.room = room or Room()
        self.now = NOW
        self._numbers = 0
        self._runner = asyncio.Runner()
        self._runner.run(self._open(folder))

    def does(self, chat: str, **what: object) -> list[Reply]:
        """What that person is shown for doing it."""
        before = len(self.room.shown[chat])
        self._numbers += 1
        self.now += timedelta(seconds=1)
        update = self._update(chat, self._numbers, what)
        self._runner.run(self._receive([update]))
        assert update.update_id in self.room.answered_updates, "a press is left spinning"
        return self.room.shown[chat][before:]

    def comes_again(self, chat: str, what: dict[str, object]) -> list[Reply]:
        """The vendor delivers the last update of all once more."""
        before = len(self.room.shown[chat])
        self._runner.run(self._receive([self._update(chat, self._numbers, what)]))
        return self.room.shown[chat][before:]

    def passes(self, hours: int) -> None:
        """Nobody says anything for so long."""
        self.now += timedelta(hours=hours)

    def announces(self, content: Content) -> None:
        """Hoa announces to all heads, and it goes out at once."""

        def work(tx: Transaction) -> None:
            hoa = person_called(tx, sample.OFFICER, local_date(self.now))
            ward, heads = hoa.posts[0].unit, Audience(roles=(Role.HEAD,))
            id = announcements.compose(tx, by=hoa, ward=ward, content=content, audience=heads, at=self.now)
            announcements.confirm(tx, by=hoa, id=id, at=self.now, again=True)

        self.now += timedelta(minutes=1)
        self._runner.run(self._store.transact(work))
        self.drains()

    def drains(self) -> None:
        """Whatever is to be announced goes out."""
        self._runner.run(self._drain())

    def remembers(self, chat: str, choice: Choice) -> None:
        """Somebody was offered a lasting choice by the way."""
        session = self.session_of(chat)
        session.remember([choice])

        def work(tx: Transaction) -> None:
            person = person_called(tx, CAST[chat], local_date(self.now))
            tx.sessions.put(person.id, session.to_json(), self.now)

        self._runner.run(self._store.transact(work))

    def session_of(self, chat: str) -> Session:
        """Where somebody is in the conversation."""

        def work(tx: Transaction) -> Session:
            person = person_called(tx, CAST[chat], local_date(self.now))
            return Session.from_json(tx.sessions.get(person.id))

        return self.reads(work)

    def reads(self, work: Callable[[Transaction], T]) -> T:
        """What is committed."""
        return self._runner.run(self._store.read(work))

    async def _drain(self) -> None:
        post = Post(
            store=self._store,
            clock=lambda: self.now,
            brake=self._engine.outbox.brake,
            outlets=outlets([self.room], {}, self._engine.outbox.brake),
            post=self._engine.outbox.post,
            link_file=no_link,
        )
        stale = self.now - timedelta(minutes=5)
        generation = await self._store.transact(lambda tx: tx.drains.take(NAME, "test", self.now, stale))
        assert generation is not None
        await Drain(post).run(generation)
        await self._engine.finish()

    def close(self) -> None:
        """Everybody goes home."""
        self._runner.run(self._close())
        self._runner.close()

    async def _open(self, folder: Path) -> None:
        self._store = await Store.open("", data_dir=folder)
        looks = previews([self.room], bulk={}, public_url="")
        router = Router(HANDLERS, ENTRANCES, previews=looks)
        self._engine = Engine(store=self._store, router=router, channels=[self.room], clock=lambda: self.now)
        ready = asyncio.Event()
        self._running = asyncio.create_task(self._engine.run(ready.set))
        await ready.wait()

    async def _receive(self, updates: Sequence[RawUpdate]) -> None:
        await self._engine.receive(updates)
        await self._engine.finish()

    async def _close(self) -> None:
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self._store.close()

    @staticmethod
    def _update(chat: str, number: int, what: dict[str, object]) -> RawUpdate:
        return RawUpdate(
            channel=Room.name, bot=Room.bot, update_id=str(number), lane=chat, sequence=number, body=json.dumps(what)
        )
