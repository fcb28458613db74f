"""Most of a ward has been silent for a week: each of them has to be called, and the others get it all the same."""

from __future__ import annotations

from bot.announcements.outcome import ERRORS_IN_A_ROW
from bot.announcements.outlets import NextTurn
from bot.domain.announcements import AnnouncementId, Audience, Failure
from bot.domain.errors import SendError
from bot.domain.people import Role
from bot.domain.windows import WINDOW_SHUT
from bot.messages import Address, Reply
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, TODAY, announce, home, settle
from tests.bot.announcements.draining import drained

VIEWERS = ERRORS_IN_A_ROW + 5


async def shut(address: Address, reply: Reply, next_turn: NextTurn) -> str:
    raise SendError(WINDOW_SHUT, retryable=False)


def begin(tx: Transaction) -> AnnouncementId:
    ward = settle(tx)
    for number in range(VIEWERS):
        person = tx.people.add(f"Người {number}", "", AT)
        tx.people.give_post(person, Role.VIEWER, ward.unit.id, TODAY)
        tx.accounts.add(home(person, "zalo_oa"), person, AT)
    return announce(tx, ward, audience=Audience(roles=(Role.VIEWER,))).id


async def test_many_who_may_not_be_written_to_stop_nothing(store: Store) -> None:
    of = await store.transact(begin)
    ledger = await drained(store, "zalo_oa", shut, of)
    assert [delivery.why for delivery in ledger.values()] == [Failure.WINDOW_SHUT] * VIEWERS
