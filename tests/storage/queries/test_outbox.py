"""The outbox loses no reply, sends none twice while it is leased, and lets none overtake another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.messages import Address, Attachment, AttachmentKind, Choice, Outgoing, Reply
from storage.queries.outbox import LEASE, MOST_AT_ONCE, Letter
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, LATER, NOW, settle

SERVED = [("telegram", "1")]
MINH = Address(channel="telegram", bot="1", chat="200")
PAGE = Address(channel="web", bot="web", chat="7")


def say(tx: Transaction, text: str, to: Address = LAN_AT_HOME) -> int:
    """Put a reply into the outbox which nobody has sent for so long that it is due now."""
    return tx.outbox.add(to, None, Reply(text=text), NOW - LEASE).key


async def test_a_reply_comes_out_as_it_went_in(store: Store) -> None:
    reply = Reply(
        text="Khóm có bao nhiêu hộ ạ?",
        heading="Câu 3/9",
        hint="Ví dụ: 412",
        rows=((Choice(id="7.keep", label="Giữ 410"), Choice(id="7.skip", label="Bỏ qua")),),
        attachments=(Attachment(kind=AttachmentKind.PHOTO, name="nhà.jpg", digest="ab"),),
        settles="55",
    )
    await store.transact(lambda tx: tx.outbox.add(LAN_AT_HOME, None, reply, NOW - LEASE))
    [out] = await store.transact(lambda tx: tx.outbox.due(NOW, 10, SERVED))
    assert (out.reply, out.address, out.tries) == (reply, LAN_AT_HOME, 0)


def writing(letters: Sequence[Letter]) -> Callable[[Transaction], list[Outgoing]]:
    return lambda tx: tx.outbox.add_all(letters, NOW - LEASE)


async def test_what_a_turn_says_is_written_at_once_and_in_its_order(store: Store) -> None:
    for count in (0, 1, 2, MOST_AT_ONCE, 2 * MOST_AT_ONCE + 3):
        letters = [
            Letter(address=(LAN_AT_HOME, MINH)[place % 2], account=None, reply=Reply(text=f"{count}: {place}"))
            for place in range(count)
        ]
        written = await store.transact(writing(letters))
        assert [(out.address, out.reply) for out in written] == [(each.address, each.reply) for each in letters]
        assert [out.key for out in written] == sorted({out.key for out in written})
        heard = await store.read(lambda tx: tx.outbox.latest_heard(LAN_AT_HOME, 100))
        assert [h.reply.text for h in heard if h.reply.text.startswith(f"{count}:")] == [
            each.reply.text for each in letters if each.address == LAN_AT_HOME
        ]


async def test_a_new_reply_is_left_to_whoever_wrote_it(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        tx.outbox.add(LAN_AT_HOME, None, Reply(text="một"), NOW)
        assert tx.outbox.due(NOW + LEASE - timedelta(seconds=1), 10, SERVED) == []
        return [out.reply.text for out in tx.outbox.due(NOW + LEASE, 10, SERVED)]

    assert await store.transact(work) == ["một"]


async def test_a_reply_is_leased_to_one_sender_and_free_again_after_the_lease(store: Store) -> None:
    key = await store.transact(lambda tx: say(tx, "một"))
    assert [out.key for out in await store.transact(lambda tx: tx.outbox.due(NOW, 10, SERVED))] == [key]
    assert await store.transact(lambda tx: tx.outbox.due(LATER - LEASE - timedelta(seconds=1), 10, SERVED)) == []
    assert [out.key for out in await store.transact(lambda tx: tx.outbox.due(NOW + LEASE, 10, SERVED))] == [key]


async def test_senders_at_once_never_take_the_same_reply(store: Store) -> None:
    def fill(tx: Transaction) -> None:
        for number in range(60):
            say(tx, str(number), Address(channel="telegram", bot="1", chat=str(number)))

    await store.transact(fill)
    taken = await asyncio.gather(*(store.transact(lambda tx: tx.outbox.due(NOW, 10, SERVED)) for _ in range(6)))
    keys = [out.key for share in taken for out in share]
    assert len(keys) == len(set(keys))
    rest = await store.transact(lambda tx: tx.outbox.due(NOW, 100, SERVED))
    assert len(keys) + len(rest) == 60


async def test_no_reply_overtakes_an_older_one_to_the_same_address(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first, second, third = say(tx, "một"), say(tx, "hai"), say(tx, "ba", MINH)
        assert [out.key for out in tx.outbox.due(NOW, 10, SERVED)] == [first, third]
        tx.outbox.retry(first, NOW + timedelta(minutes=5), "429")
        assert tx.outbox.due(LATER, 10, SERVED)[0].key == third
        [again] = tx.outbox.due(NOW + timedelta(minutes=5), 1, SERVED)
        assert (again.key, again.tries) == (first, 1)
        tx.outbox.sent(first, LATER, "900")
        assert [out.key for out in tx.outbox.due(NOW + timedelta(hours=1), 10, SERVED)] == [second, third]

    await store.transact(work)


async def test_what_has_to_wait_waits_its_turn_and_that_counts_as_no_try(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = say(tx, "một")
        later = NOW + timedelta(minutes=5)
        tx.outbox.put_off(first, later, "flood")
        assert tx.outbox.due(NOW + timedelta(minutes=4), 10, SERVED) == []
        [again] = tx.outbox.due(later, 10, SERVED)
        assert (again.key, again.tries) == (first, 0)
        tx.outbox.sent(first, later, "900")
        tx.outbox.put_off(first, later, "flood")
        assert tx.outbox.due(later + timedelta(hours=1), 10, SERVED) == []

    await store.transact(work)


async def test_a_dead_reply_frees_those_behind_it(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        tx.outbox.dead(say(tx, "một"), NOW, "403")
        say(tx, "hai")
        return [out.reply.text for out in tx.outbox.due(NOW, 10, SERVED)]

    assert await store.transact(work) == ["hai"]


async def test_a_late_failure_does_not_reopen_what_was_sent(store: Store) -> None:
    def work(tx: Transaction) -> list[object]:
        key = say(tx, "một")
        tx.outbox.sent(key, NOW, "900")
        tx.outbox.retry(key, NOW, "timeout")
        return list(tx.outbox.due(LATER, 10, SERVED))

    assert await store.transact(work) == []


async def test_a_page_that_comes_back_gets_what_it_missed(store: Store) -> None:
    def work(tx: Transaction) -> tuple[list[str], list[str]]:
        keys = [say(tx, text) for text in ("một", "hai", "ba")]
        say(tx, "khác", MINH)
        tx.outbox.sent(keys[0], NOW, None)
        missed = [heard.reply.text for heard in tx.outbox.heard_after(LAN_AT_HOME, keys[0], 10)]
        return missed, [heard.reply.text for heard in tx.outbox.latest_heard(LAN_AT_HOME, 2)]

    assert await store.transact(work) == (["hai", "ba"], ["hai", "ba"])


async def test_a_reply_knows_the_vendors_message_once_it_is_sent(store: Store) -> None:
    def work(tx: Transaction) -> None:
        key = say(tx, "một")
        assert tx.outbox.sent_as(key) is None
        tx.outbox.sent(key, NOW, "900")
        assert tx.outbox.sent_as(key) == (LAN_AT_HOME, "900")

    await store.transact(work)


async def test_where_a_channel_has_no_ids_a_reply_is_known_by_its_own_key(store: Store) -> None:
    def work(tx: Transaction) -> None:
        key = say(tx, "một")
        tx.outbox.sent(key, NOW, "")
        assert tx.outbox.sent_as(key) == (LAN_AT_HOME, str(key))

    await store.transact(work)


async def test_a_process_takes_only_what_its_own_bots_can_send(store: Store) -> None:
    def work(tx: Transaction) -> None:
        say(tx, "một")
        on_the_web = say(tx, "hai", Address(channel="web", bot="web", chat="abc"))
        assert tx.outbox.due(NOW, 10, []) == []
        assert [out.key for out in tx.outbox.due(NOW, 10, [("web", "web")])] == [on_the_web]

    await store.transact(work)


async def test_what_a_dead_process_had_taken_is_taken_over_whole_and_in_order(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = say(tx, "một")
        tx.outbox.due(NOW, 10, SERVED)
        tx.outbox.sent(say(tx, "hai"), NOW, None)
        second = say(tx, "ba")
        assert tx.outbox.take_over(NOW, [("web", "web")]) == []
        assert [out.key for out in tx.outbox.take_over(NOW, SERVED)] == [first, second]
        assert tx.outbox.due(NOW, 10, SERVED) == [], "it is leased now"

    await store.transact(work)


async def test_what_is_for_a_person_is_known_by_whom_it_was_tried_and_given_up_once(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        [home] = tx.routes.of_one(world.lan)
        answer = tx.outbox.add(LAN_AT_HOME, home.account, Reply(text="412"), NOW).key
        assert tx.outbox.dead(answer, LATER, "blocked")
        assert tx.outbox.undelivered(answer) is None
        letters = [Letter(address=LAN_AT_HOME, account=home.account, reply=Reply(text="nhắc"), to=world.lan)] * 2
        first, second = tx.outbox.add_all(letters, NOW)
        assert tx.outbox.dead(first.key, LATER, "blocked")
        assert not tx.outbox.dead(first.key, LATER, "blocked")
        tx.outbox.sent(second.key, LATER, "900")
        assert not tx.outbox.dead(second.key, LATER, "blocked")
        lost = tx.outbox.undelivered(first.key)
        assert lost is not None
        assert (lost.to, lost.reply.text, lost.address, lost.tried) == (world.lan, "nhắc", LAN_AT_HOME, (home.account,))
        page = tx.accounts.add(PAGE, world.lan, NOW)
        again = tx.outbox.add(PAGE, page, lost.reply, LATER, to=lost.to, tried=lost.tried).key
        lost = tx.outbox.undelivered(again)
        assert lost is not None
        assert lost.tried == (home.account, page)

    await store.transact(work)


async def test_what_waits_where_nobody_sends_any_more_is_found_unless_it_is_an_answer_or_for_a_terminal(
    store: Store,
) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        say(tx, "412")
        key = tx.outbox.add(LAN_AT_HOME, None, Reply(text="nhắc"), NOW - LEASE, to=world.lan).key
        terminal = Address(channel="console", bot="console", chat="1")
        tx.outbox.add(terminal, None, Reply(text="nhắc"), NOW - LEASE, to=world.lan)
        assert tx.outbox.stranded(NOW, [("web", "web")], 10) == [key]
        assert tx.outbox.stranded(NOW - timedelta(seconds=1), [("web", "web")], 10) == []
        assert tx.outbox.stranded(NOW, SERVED, 10) == []
        assert tx.outbox.dead(key, NOW, "not_served")
        assert tx.outbox.stranded(NOW, [("web", "web")], 10) == []

    await store.transact(work)
