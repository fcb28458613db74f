"""Months' messages: where some of them may not be sent any more, what is told of it, and who is warned."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from bot.actions.standings import places_of
from bot.clock import local, local_date
from bot.conversation import quota_cards
from bot.conversation.pushing import push
from bot.domain.people import Person, Role
from bot.domain.quotas import Closed, Purpose, Usage, closed, month_of
from bot.messages import Outgoing, Reply, Served
from storage.transaction import Transaction


def closed_for(tx: Transaction, purpose: Purpose, today: date) -> Closed:
    """Where messages of that kind may not be sent any more this month."""
    return closed(tx.quotas.usages(month_of(today)), purpose)


def used(tx: Transaction, today: date, served: Served) -> list[str]:
    """A line for each bot that has a quota."""
    return [quota_cards.used(usage, today) for usage in tx.quotas.usages(month_of(today), served)]


def used_much(tx: Transaction, today: date, served: Served) -> list[str]:
    """The same, where half of anything is used."""
    usages = tx.quotas.usages(month_of(today), served)
    return [quota_cards.used(usage, today) for usage in usages if usage.is_worth_a_word]


def warn(tx: Transaction, now: datetime, served: Served) -> tuple[list[Usage], list[Outgoing]]:
    """Tell the officers, once a month, of what runs out; which bots it is about, and what is to be sent.

    Nobody is woken for it: as long as all wards sleep, nothing happens.
    """
    today = local_date(now)
    wards = [ward.id for ward in tx.units.wards(today) if tx.reminder_rules.of(ward.id).is_awake(local(now))]
    if not wards:
        return [], []
    month, about, said = month_of(today), [], []
    for usage in tx.quotas.usages(month, served):
        texts = []
        if usage.messages_run_out and tx.quotas.warn_of_messages(usage, month, now):
            texts.append(quota_cards.messages_run_out(usage, today))
        if usage.people_run_out and tx.quotas.warn_of_people(usage, month, now):
            texts.append(quota_cards.people_run_out(usage))
        about += [usage] if texts else []
        said += texts
    if not said:
        return [], []
    officers = {one.id: one for ward in wards for one in tx.people.with_role_on(ward, (Role.WARD_OFFICER,), today)}
    return about, _told(tx, officers.values(), "\n\n".join(said), now, served)


def _told(tx: Transaction, officers: Collection[Person], text: str, now: datetime, served: Served) -> list[Outgoing]:
    # Where nothing is taken any more, an answer is not either.
    over = frozenset(
        (usage.channel, usage.bot) for usage in tx.quotas.usages(month_of(local_date(now))) if usage.is_over
    )
    places = places_of(tx, [officer.id for officer in officers], now, served, over)
    return [push(tx, officer, first, Reply(text=text), now) for officer, (first, *_) in places.items()]
