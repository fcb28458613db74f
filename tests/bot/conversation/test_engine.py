"""The durable turn: order, single answers, several processes, trouble that must stay one person's."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock import utc_now
from bot.conversation.channel import Capabilities, Receive, Shown
from bot.conversation.engine import Engine
from bot.conversation.handler import Handler
from bot.conversation.router import Entrances, Router
from bot.conversation.turn import Turn
from bot.domain.errors import SendError
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from storage.store import Store
from storage.transaction import Transaction

PLAIN = Capabilities(buttons=False, edits=False, max_text=4000, files=True)


class Wire:
    """A channel whose other end is a list; it refuses to send what `refuses` names."""

    name = "wire"
    bot = "wire"
    capabilities = PLAIN

    def __init__(self, refuses: str = "") -> None:
        self.sent: dict[str, list[str]] = defaultdict(list)
        self.answers: list[str] = []
        self._refuses = refuses

    def parse(self, update: RawUpdate) -> Incoming | None:
        return Incoming(address=address(update.lane), text=json.loads(update.body)["text"])

    async def send(self, address: Address, reply: Reply) -> str:
        await asyncio.sleep(0)
        if self._refuses and self._refuses in reply.text:
            raise SendError("blocked", retryable=False, gone=True)
        if reply.text == "echo crash":
            raise ZeroDivisionError
        self.sent[address.chat].append(reply.text)
        return str(len(self.sent[address.chat]))

    async def answered(self, update: RawUpdate) -> None:
        self.answers.append(update.update_id)

    async def prepare(self) -> None: ...

    async def close(self) -> None: ...

    def preview(self, reply: Reply) -> Sequence[Shown]:
        return (Shown(text=reply.text),)

    def invitation_link(self, token: str) -> str:
        return token

    async def fetch(self, attachment: Attachment) -> bytes:
        raise SendError("file_lost", retryable=False)

    async def listen(self, receive: Receive) -> None: ...


def address(chat: str) -> Address:
    return Address(channel="wire", bot="wire", chat=chat)


def said(chat: str, number: int, text: str) -> RawUpdate:
    return RawUpdate(
        channel="wire",
        bot="wire",
        update_id=f"{chat}-{number}",
        lane=chat,
        sequence=number,
        body=json.dumps({"text": text}),
    )


def _echo(turn: Turn) -> None:
    if turn.incoming.text == "poison":
        raise ZeroDivisionError
    turn.say(Reply(text=f"echo {turn.incoming.text}"))


def _router() -> Router:
    def opened(turn: Turn, argument: str) -> None:
        del argument
        _echo(turn)

    echo = Handler(name="echo", open=opened, choose=opened, read=_echo, again=_echo)
    return Router((echo,), Entrances(home=echo, join=echo, stranger=echo))


@asynccontextmanager
async def running(store: Store, wire: Wire, *, alone: bool = True) -> AsyncIterator[Engine]:
    engine = Engine(store=store, router=_router(), channels=[wire], clock=utc_now, alone=alone)
    ready = asyncio.Event()
    task = asyncio.create_task(engine.run(ready.set))
    await ready.wait()
    yield engine
    await engine.finish()
    assert not task.done(), "the engine has died"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_each_chat_is_answered_once_and_in_its_order(store: Store) -> None:
    wire = Wire()
    async with running(store, wire) as engine:
        await asyncio.gather(
            *(engine.receive([said(chat, number, str(number))]) for chat in "abc" for number in range(20))
        )
        await engine.receive([said("a", 3, "once more")])
    expected = [f"echo {number}" for number in range(20)]
    assert wire.sent == {"a": expected, "b": expected, "c": expected}


async def test_what_was_stored_before_the_start_is_answered_after_it(store: Store) -> None:
    await store.transact(lambda tx: tx.inbox.put([said("a", 1, "before")], utc_now()))
    wire = Wire()
    async with running(store, wire):
        pass
    assert wire.sent["a"] == ["echo before"]


async def test_what_a_dead_process_had_still_to_send_comes_before_anything_new(store: Store) -> None:
    def work(tx: Transaction) -> None:
        for text in ("one", "two", "three"):
            tx.outbox.add(address("a"), None, Reply(text=text), utc_now())
        tx.inbox.put([said("a", 1, "four")], utc_now())

    await store.transact(work)
    wire = Wire()
    async with running(store, wire):
        pass
    assert wire.sent["a"] == ["one", "two", "three", "echo four"]


async def test_two_processes_share_the_work_without_answering_twice(database_url: str, tmp_path: Path) -> None:
    chats = [str(chat) for chat in range(6)]
    wires = (Wire(), Wire())
    stores = [await Store.open(database_url, data_dir=tmp_path) for _ in wires]
    try:
        async with running(stores[0], wires[0], alone=False) as one, running(stores[1], wires[1], alone=False) as two:
            engines = (one, two)
            for number in range(30):
                await asyncio.gather(
                    *(engines[(number + int(chat)) % 2].receive([said(chat, number, str(number))]) for chat in chats)
                )
            await asyncio.gather(one.finish(), two.finish())
    finally:
        for store in stores:
            await store.close()
    for chat in chats:
        heard = [int(text.removeprefix("echo ")) for wire in wires for text in wire.sent[chat]]
        assert sorted(heard) == list(range(30))


async def test_poison_is_parked_after_three_tries_and_the_sender_told_while_others_go_on(store: Store) -> None:
    wire = Wire()
    async with running(store, wire) as engine:
        await engine.receive([said("tu", 1, "poison"), said("tu", 2, "and then"), said("lan", 1, "hello")])
        await _until(lambda: len(wire.sent["tu"]) == 2)
    assert wire.sent["lan"] == ["echo hello"]
    assert wire.sent["tu"][1] == "echo and then"
    told = wire.sent["tu"][0]
    assert "trục trặc" in told
    stored = await store.read(lambda tx: tx.inbox.open_lanes(10))
    assert stored == []


async def test_an_update_that_cannot_be_understood_is_parked(store: Store) -> None:
    wire = Wire()
    nonsense = RawUpdate(channel="wire", bot="wire", update_id="x", lane="tu", sequence=1, body="{")
    async with running(store, wire) as engine:
        await engine.receive([nonsense])
        await _until(lambda: bool(wire.sent["tu"]))
    assert "trục trặc" in wire.sent["tu"][0]


async def test_who_has_blocked_us_is_marked_gone_and_nothing_is_sent_again(store: Store) -> None:
    wire = Wire(refuses="goodbye")
    async with running(store, wire) as engine:
        await engine.receive([said("lan", 1, "goodbye")])
    account = await store.read(lambda tx: tx.accounts.find(address("lan")))
    assert account is not None
    assert account.gone
    assert wire.sent["lan"] == []


async def test_a_channel_that_breaks_over_one_message_does_not_end_the_engine(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.conversation.outbox.MOST_TRIES", 1)
    wire = Wire()
    async with running(store, wire) as engine:
        await engine.receive([said("lan", 1, "crash"), said("lan", 2, "well")])
        await _until(lambda: bool(wire.sent["lan"]))
    assert wire.sent["lan"] == ["echo well"]


async def test_every_update_is_told_that_its_turn_is_over_even_if_it_failed(store: Store) -> None:
    wire = Wire()
    async with running(store, wire) as engine:
        await engine.receive([said("tu", 1, "poison"), said("tu", 2, "well")])
        await _until(lambda: wire.answers[-1:] == ["tu-2"])
    assert set(wire.answers) == {"tu-1", "tu-2"}


async def _until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(90):
        while not reached():  # noqa: ASYNC110 - whatever it is that the test waits for, it has no event
            await asyncio.sleep(0.02)
