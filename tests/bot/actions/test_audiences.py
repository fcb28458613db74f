"""Whom an announcement is meant for."""

from __future__ import annotations

import pytest

from bot.actions import audiences
from bot.actions.periods import open_period
from bot.domain.announcements import Audience
from bot.domain.errors import Invalid
from bot.domain.periods import Span
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, settle


async def test_those_who_owe_the_report_of_another_wards_period_cannot_be_meant(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        other = ward.tu.posts[0].unit
        theirs = open_period(tx, by=ward.tu, ward=other, span=Span.parse("2020-Q4"), at=AT)
        with pytest.raises(Invalid, match="not_in_ward"):
            audiences.recipients(tx, by=ward.hoa, ward=ward.unit, audience=Audience(not_sent=theirs.id), at=AT)

    await sqlite_store.transact(work)
