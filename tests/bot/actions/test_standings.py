"""Which units owe a report, and who answers for them."""

from __future__ import annotations

from datetime import date

from bot.actions.installation import create_sample
from bot.actions.standings import circle, reports_owed
from bot.domain.people import Role
from bot.domain.units import Level
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import AT, TODAY, head


async def test_a_khom_that_ends_before_its_period_owes_nothing_for_it(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, AT)
        (ward,) = tx.units.wards(TODAY)
        staying = {unit.id for unit in tx.units.children(ward.id, TODAY)}
        for code, last_day in (("K8", date(2020, 12, 30)), ("K9", date(2020, 12, 31))):
            tx.units.add(code, code, Level.KHOM, ward.id, date(2020, 1, 1), last_day, 9)
        (period,) = tx.periods.open_on(ward.id, TODAY)
        owed = reports_owed(tx, ward.id, TODAY, [period])
        assert {report.unit.code for report in owed if report.unit.id not in staying} == {"K9"}
        assert staying <= {report.unit.id for report in owed}

    await sqlite_store.transact(work)


async def test_whoever_is_head_and_deputy_of_a_khom_answers_for_it_as_its_head(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, AT)
        lan = head(tx)
        khom = lan.posts[0].unit.id
        tx.people.give_post(lan.id, Role.DEPUTY, khom, TODAY)
        found = circle(tx, [khom], AT, served=())
        assert [each.role for each in found.responsible if each.person == lan.id] == [Role.HEAD]
        assert [person.id for person in found.of(khom)] == [lan.id], "a deputy is asked where there is no head"

    await sqlite_store.transact(work)
