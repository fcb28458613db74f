"""What a dry run says of people who have been silent on Zalo, in the words of whoever sits at the console."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import announcements
from bot.cli.announce_forecast import forecast
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, compose, home, settle


async def test_it_tells_whom_the_message_costs_and_who_is_to_be_called(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        for person, days in ((ward.lan, 3), (ward.minh, 8)):
            tx.accounts.gone_at(home(person.id), AT)
            tx.accounts.add(home(person.id, "zalo_oa"), person.id, AT - timedelta(days=days))
        preview = announcements.preview(tx, by=ward.hoa, id=compose(tx, ward), at=AT)
        assert forecast(preview, [], AT) == [
            "2 of them get it free of charge; 1 have been silent on Zalo for over 48 hours: each message costs.",
            "1 have been silent on Zalo for over 7 days and cannot be written to; call them: Nguyễn Văn Minh.",
        ]
        assert forecast(preview, [], AT - timedelta(days=3)) == [
            "3 of them get it free of charge; 1 have been silent on Zalo for over 48 hours: each message costs."
        ]

    await sqlite_store.transact(work)


async def test_there_is_nothing_to_say_where_everybody_gets_it(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        preview = announcements.preview(tx, by=ward.hoa, id=compose(tx, ward), at=AT)
        assert forecast(preview, [], AT) == []

    await sqlite_store.transact(work)
