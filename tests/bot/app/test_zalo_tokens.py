"""The tokens of an Official Account: renewed by one at a time, on disk before they are used, told honestly if lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
import pytest_asyncio

from bot.app.zalo_tokens import StoredTokens
from bot.domain.errors import Invalid, SendError
from bot.domain.people import Role
from bot.domain.units import Level
from bot.messages import Address
from bot.texts import zalo_oa as words
from channels.zalo_oa.calls import Calls
from channels.zalo_oa.keeper import Pair
from channels.zalo_oa.oauth import Oauth
from channels.zalo_oa.sentences import INTERRUPTED, USED_UP
from channels.zalo_oa.tokens import LEASE, Tokens
from storage.queries.zalo_tokens import StoredPair
from storage.store import Store
from storage.transaction import Transaction
from tests.channels.waiting import until
from tests.support.zalo_oa import ZaloOaServer

KEY = b"a secret key"
HOURS_20 = timedelta(hours=20)
HOURS_26 = timedelta(hours=26)


@dataclass(slots=True)
class Ward:
    """Zalo, a database, and any number of processes that share it; time passes when a test says so."""

    zalo: ZaloOaServer
    store: Store
    now: datetime = datetime(2020, 12, 18, 1, 0, tzinfo=UTC)
    opened: list[Calls] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    def passes(self, span: timedelta) -> None:
        self.now += span

    def keeper(self, key: bytes = KEY) -> StoredTokens:
        return StoredTokens(
            store=self.store, app_id=self.zalo.app_id, secret_key=key, clock=self.clock, beside=[("web", "web")]
        )

    def tokens(self) -> Tokens:
        """Those of one more process."""
        oauth = Oauth(base=self.zalo.base, app_id=self.zalo.app_id, app_secret=self.zalo.app_secret, clock=self.clock)
        return Tokens(self.keeper(), oauth, self.clock)

    def calls(self, tokens: Tokens) -> Calls:
        self.opened.append(Calls(base=self.zalo.base, tokens=tokens))
        return self.opened[-1]

    async def row(self) -> StoredPair:
        found = await self.store.read(lambda tx: tx.zalo_tokens.get(self.zalo.app_id))
        assert found is not None
        return found


@pytest_asyncio.fixture
async def ward(store: Store) -> AsyncIterator[Ward]:
    async with ZaloOaServer() as zalo:
        ward = Ward(zalo, store)
        zalo.clock.follow(ward.clock)
        # The simulator gave its first token at the real time, which is later than the ward's.
        await ward.keeper().plant(zalo.tokens.first_refresh_token)
        yield ward
        for calls in ward.opened:
            await calls.close()
    assert zalo.violations == []


async def test_the_first_token_is_used_once_though_several_processes_start_with_it(ward: Ward) -> None:
    found = await asyncio.gather(*(ward.tokens().access() for _ in range(4)))
    assert len(set(found)) == 1
    assert ward.zalo.tokens.refreshes == 1


async def test_whoever_plants_it_again_changes_nothing(ward: Ward) -> None:
    access = await ward.tokens().access()
    await ward.keeper().plant(ward.zalo.tokens.first_refresh_token)
    assert await ward.tokens().access() == access
    assert ward.zalo.tokens.refreshes == 1


async def test_nothing_can_be_read_in_the_database(ward: Ward) -> None:
    access = await ward.tokens().access()
    row = await ward.row()
    kept = await ward.keeper().kept()
    assert kept is not None
    assert kept.pair.access == access
    assert access not in row.access
    assert kept.pair.refresh not in row.refresh
    assert access not in repr(kept)
    assert kept.pair.refresh not in repr(kept)


async def test_another_secret_key_says_what_to_do(ward: Ward) -> None:
    await ward.tokens().access()
    with pytest.raises(Invalid, match="SECRET_KEY") as refused:
        await ward.keeper(b"another").kept()
    assert "khombot zalo-oa login" in str(refused.value)


async def test_it_is_renewed_after_twenty_hours_and_not_before(ward: Ward) -> None:
    tokens = ward.tokens()
    first = await tokens.access()
    ward.passes(HOURS_20 - timedelta(minutes=1))
    await tokens.keep_fresh()
    assert await tokens.access() == first
    ward.passes(timedelta(minutes=1))
    await tokens.keep_fresh()
    assert await tokens.access() != first
    assert (await ward.calls(tokens).account()).id == ward.zalo.oa_id


async def test_what_another_process_renewed_is_taken_up_and_the_message_goes_out(ward: Ward) -> None:
    one, other = ward.tokens(), ward.tokens()
    calls = ward.calls(one)
    await calls.account()
    ward.passes(HOURS_20)
    await other.keep_fresh()
    assert (await calls.account()).id == ward.zalo.oa_id
    assert ward.zalo.tokens.refreshes == 2


async def test_many_calls_with_an_expired_token_renew_it_once(ward: Ward) -> None:
    one, other = ward.calls(ward.tokens()), ward.calls(ward.tokens())
    await asyncio.gather(one.account(), other.account())
    ward.passes(HOURS_26)
    await asyncio.gather(*(each.account() for each in (one, other) * 5))
    assert ward.zalo.tokens.refreshes == 2


async def test_a_token_that_zalo_has_forgotten_is_renewed_and_the_call_made_again(ward: Ward) -> None:
    calls = ward.calls(ward.tokens())
    await calls.account()
    ward.passes(timedelta(minutes=2))
    ward.zalo.faults.answer_next(-220)
    await calls.account()
    assert ward.zalo.tokens.refreshes == 2


async def test_a_token_that_is_refused_just_after_it_was_made_is_not_renewed_over_and_over(ward: Ward) -> None:
    calls = ward.calls(ward.tokens())
    await calls.account()
    ward.zalo.faults.answer_next(-216, times=3)
    for _ in range(3):
        with pytest.raises(SendError) as refused:
            await calls.account()
        assert refused.value.code == "token_refused"
    assert ward.zalo.tokens.refreshes == 1


async def test_an_unreachable_zalo_uses_nothing_up(ward: Ward) -> None:
    tokens = ward.tokens()
    oauth = Oauth(base="http://127.0.0.1:1", app_id="1", app_secret="s", clock=ward.clock)
    with pytest.raises(SendError) as refused:
        await Tokens(ward.keeper(), oauth, ward.clock).access()
    assert refused.value.retryable
    assert (await ward.row()).leased_until is None
    await tokens.access()


async def test_a_wrong_secret_of_the_application_breaks_nothing(ward: Ward) -> None:
    oauth = Oauth(base=ward.zalo.base, app_id=ward.zalo.app_id, app_secret="wrong", clock=ward.clock)
    with pytest.raises(SendError):
        await Tokens(ward.keeper(), oauth, ward.clock).access()
    assert await ward.tokens().access()


async def test_whoever_is_asked_to_stop_while_renewing_keeps_the_new_pair_first(ward: Ward) -> None:
    tokens = ward.tokens()
    await tokens.access()
    ward.passes(HOURS_20)
    renewing = asyncio.create_task(tokens.keep_fresh())
    await until(lambda: ward.zalo.tokens.refreshes == 2)
    renewing.cancel()
    with suppress(asyncio.CancelledError):
        await renewing
    assert (await ward.calls(ward.tokens()).account()).id == ward.zalo.oa_id
    assert ward.zalo.tokens.refreshes == 2


async def test_an_answer_that_got_lost_is_found_out_and_told_as_what_it_is(ward: Ward) -> None:
    tokens = ward.tokens()
    await tokens.access()
    ward.passes(HOURS_20)
    ward.zalo.faults.lose_next_answer(path="/access_token")
    await tokens.keep_fresh()
    assert not (await ward.row()).broken_at, "nobody knows yet"
    ward.passes(LEASE)
    await tokens.keep_fresh()
    assert (await ward.row()).why == INTERRUPTED


async def test_a_broken_chain_is_told_to_the_officers_once_and_not_on_zalo(ward: Ward) -> None:
    await ward.store.transact(lambda tx: _officers(tx, ward.now))
    tokens = ward.tokens()
    await tokens.access()
    ward.zalo.tokens.revoke()
    ward.passes(HOURS_20)
    for each in (tokens, ward.tokens()):
        await each.keep_fresh()
        with pytest.raises(SendError) as refused:
            await each.access()
        assert refused.value.code == "token_refused"
    row = await ward.row()
    assert row.why == USED_UP
    await ward.keeper().break_off(row.generation, INTERRUPTED)
    assert (await ward.row()).why == USED_UP
    told = await ward.store.transact(lambda tx: tx.outbox.due(ward.now + timedelta(hours=1), 10, PLACES))
    assert [(message.address.chat, message.reply.text) for message in told] == [("hoa-web", words.UNLINKED)]


async def test_a_login_mends_it_and_a_running_process_goes_on_by_itself(ward: Ward) -> None:
    tokens = ward.tokens()
    calls = ward.calls(tokens)
    await calls.account()
    ward.zalo.tokens.revoke()
    ward.passes(HOURS_20)
    await tokens.keep_fresh()
    pair = ward.zalo.tokens.new_pair()
    expires = ward.now + timedelta(hours=25)
    await ward.keeper().begin(
        Pair(access=pair["access_token"], refresh=pair["refresh_token"], expires_at=expires), ward.zalo.oa_id
    )
    assert (await calls.account()).id == ward.zalo.oa_id


async def test_the_audit_log_tells_a_chains_beginning_and_its_end_of_the_same_thing(ward: Ward) -> None:
    pair = Pair(access="a", refresh="r", expires_at=ward.now)
    await ward.keeper().begin(pair, "")
    await ward.keeper().break_off((await ward.row()).generation, USED_UP)
    entries = await ward.store.read(lambda tx: tx.audit.about(f"zalo_oa:{ward.zalo.app_id}"))
    assert [entry.action for entry in entries] == ["zalo_oa_linked", "zalo_oa_broken"]


PLACES = (("web", "web"), ("zalo_oa", "1"))


def _officers(tx: Transaction, at: datetime) -> None:
    """Hoa, who has the web chat and Zalo; Bình, who has Zalo alone; and Lan, who is no officer."""
    long_ago = date(2020, 1, 1)
    ward = tx.units.add("TQD", "Tân Quy Đông", Level.WARD, None, long_ago)
    khom = tx.units.add("K1", "Khóm 1", Level.KHOM, ward, long_ago, None, 1)
    for name, role, unit, chats in (
        ("Hoa", Role.WARD_OFFICER, ward, (("web", "web", "hoa-web"), ("zalo_oa", "1", "hoa"))),
        ("Bình", Role.WARD_OFFICER, ward, (("zalo_oa", "1", "binh"),)),
        ("Lan", Role.HEAD, khom, (("web", "web", "lan-web"),)),
    ):
        person = tx.people.add(name, "", at)
        tx.people.give_post(person, role, unit, long_ago)
        for channel, bot, chat in chats:
            tx.accounts.add(Address(channel=channel, bot=bot, chat=chat), person, at)
