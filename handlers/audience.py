"""A part of composing an announcement: to whom it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from bot.actions import announcements as acts
from bot.actions import audiences, periods
from bot.announcements import audience_cards as cards
from bot.announcements.composing_cards import NAME
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.domain.announcements import Announcement, AnnouncementId, Audience, Recipient
from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.units import Unit, UnitId
from bot.texts import announcing as words
from bot.texts import dates

T = TypeVar("T")


def which(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """The groups, each with its size now."""
    del rest
    _, ward = acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"to:{id}", draft=id)
    turn.ask(cards.which(id, list(_groups(turn, ward))))


def choose_group(turn: Turn, id: AnnouncementId, key: str) -> None:
    """It goes to a group."""
    if key in cards.ROLE_GROUPS:
        roles, _ = cards.ROLE_GROUPS[key]
        _change(turn, id, Audience(roles=roles))
        return
    kind, _, period = key.partition("-")
    if kind != cards.OWING or not period.isdecimal():
        raise Missing("announcement")
    _change(turn, id, Audience(roles=cards.LEADERS, not_sent=PeriodId(int(period))))


def units(turn: Turn, id: AnnouncementId, page: str) -> None:
    """The khóm, to be chosen one by one."""
    announcement, ward = acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"units:{id}:{page}", draft=id)
    turn.ask(cards.pick_units(id, audiences.khoms(turn.tx, ward, turn.today), announcement.audience, _number(page)))


def unit(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """A khóm was chosen, or is no more."""
    key, _, page = rest.partition(":")
    announcement, _ = acts.of(turn.tx, by=turn.who, id=id)
    before = announcement.audience
    chosen = _toggled(before.units, UnitId(_number(key)))
    _change(turn, id, Audience(roles=before.roles if not before.people else cards.LEADERS, units=chosen))
    units(turn, id, page)


def people(turn: Turn, id: AnnouncementId, page: str) -> None:
    """Everybody in the ward, to be chosen one by one."""
    announcement, ward = acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"people:{id}:{page}", draft=id)
    turn.ask(cards.pick_people(id, _everybody(turn, ward), announcement.audience, _number(page)))


def person(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """Somebody was chosen, or is no more."""
    key, _, page = rest.partition(":")
    announcement, _ = acts.of(turn.tx, by=turn.who, id=id)
    chosen = _toggled(announcement.audience.people, PersonId(_number(key)))
    _change(turn, id, replace(announcement.audience, people=chosen, units=(), not_sent=None))
    people(turn, id, page)


def period_meant(turn: Turn, text: str) -> PeriodId | None:
    """The reporting period that a text with {kỳ} or {hạn} speaks of: the open one that is due next."""
    if not acts.speaks_of_a_period(text):
        return None
    ward = units_where(turn.who, Permission.ANNOUNCE)[0]
    opened = sorted(_open_periods(turn, ward), key=lambda period: period.khom_due_on)
    coming = [period for period in opened if period.khom_due_on >= turn.today] or opened
    return coming[0].id if coming else None


def which_period(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """The periods that it may be about."""
    del rest
    _, ward = acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"periods:{id}", draft=id)
    turn.ask(cards.which_period(id, _open_periods(turn, ward)))


def choose_period(turn: Turn, id: AnnouncementId, period: str) -> None:
    """It is about that period."""
    announcement, _ = acts.of(turn.tx, by=turn.who, id=id)
    content = replace(announcement.content, period=PeriodId(_number(period)))
    acts.change(turn.tx, by=turn.who, id=id, content=content, audience=announcement.audience)


def described(turn: Turn, announcement: Announcement, ward: Unit) -> str:
    """The audience in words."""
    audience = announcement.audience
    period = None if audience.not_sent is None else periods.get(turn.tx, audience.not_sent)
    names = {each.person.id: each.person.name for each in _everybody(turn, ward)} if audience.people else {}
    return cards.described(
        audience, {each.id: each for each in audiences.khoms(turn.tx, ward, turn.today)}, names, period
    )


def _change(turn: Turn, id: AnnouncementId, audience: Audience) -> None:
    announcement, _ = acts.of(turn.tx, by=turn.who, id=id)
    acts.change(turn.tx, by=turn.who, id=id, content=announcement.content, audience=audience)


def _groups(turn: Turn, ward: Unit) -> Iterator[cards.Group]:
    for key, (roles, name) in cards.ROLE_GROUPS.items():
        yield cards.Group(key=key, name=name, size=_size(turn, ward, Audience(roles=roles)))
    for period in _open_periods(turn, ward):
        audience = Audience(roles=cards.LEADERS, not_sent=period.id)
        name = words.NOT_SENT.format(period=dates.period(period.span))
        yield cards.Group(key=f"{cards.OWING}-{period.id}", name=name, size=_size(turn, ward, audience))


def _size(turn: Turn, ward: Unit, audience: Audience) -> int:
    return len(audiences.recipients(turn.tx, by=turn.who, ward=ward, audience=audience, at=turn.now))


def _everybody(turn: Turn, ward: Unit) -> list[Recipient]:
    audience = Audience(roles=cards.EVERYBODY)
    return audiences.recipients(turn.tx, by=turn.who, ward=ward, audience=audience, at=turn.now)


def _open_periods(turn: Turn, ward: Unit) -> list[ReportingPeriod]:
    return [period for period in periods.opened(turn.tx, ward) if not period.closed]


def _toggled(chosen: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
