"""How the choice of recipients looks: the usual groups with their sizes, single khóm, single people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.announcements.composing_cards import of, to_draft
from bot.domain.announcements import AnnouncementId, Audience, Recipient
from bot.domain.people import PersonId, Role
from bot.domain.periods import ReportingPeriod
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import announcing as words
from bot.texts import dates

ON_A_PAGE = 12

LEADERS = (Role.HEAD, Role.DEPUTY)
EVERYBODY = tuple(Role)
ROLE_GROUPS: Mapping[str, tuple[tuple[Role, ...], str]] = {
    "leaders": (LEADERS, words.HEADS_AND_DEPUTIES),
    "heads": ((Role.HEAD,), words.HEADS),
    "deputies": ((Role.DEPUTY,), words.DEPUTIES),
    "everybody": (EVERYBODY, words.EVERYBODY),
}
"""The groups by role, in the order in which they are offered."""
OWING = "owing"
"""The group of those who have not sent: "owing-3" of period 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group that can be chosen with one tap."""

    key: str
    name: str
    size: int


def which(id: AnnouncementId, groups: Sequence[Group]) -> Reply:
    """The groups, and the ways to choose one by one."""
    rows = [
        (of("group", id, words.COUNTED.format(audience=group.name, size=group.size), group.key),) for group in groups
    ]
    single = (of("units", id, words.PICK_UNITS), of("people", id, words.PICK_PEOPLE))
    return Reply(text=words.WHICH_AUDIENCE, rows=(*rows, single, (to_draft(id),)))


def which_period(id: AnnouncementId, periods: Sequence[ReportingPeriod]) -> Reply:
    """The open periods."""
    rows = [(of("about", id, dates.period(period.span), str(period.id)),) for period in periods]
    return Reply(text=words.WHICH_PERIOD, rows=(*rows, (to_draft(id),)))


def pick_units(id: AnnouncementId, units: Sequence[Unit], audience: Audience, page: int) -> Reply:
    """Every khóm, those that are chosen with a mark."""
    chosen = [unit.name for unit in units if unit.id in audience.units]
    offered = [(str(unit.id), unit.name, unit.id in audience.units) for unit in units]
    text = words.PICK_UNITS_QUESTION.format(chosen=", ".join(chosen) or words.NOBODY)
    return _pick(id, text, offered, one="unit", several="units", page=page)


def pick_people(id: AnnouncementId, people: Sequence[Recipient], audience: Audience, page: int) -> Reply:
    """Everybody in the ward, those who are chosen with a mark."""
    chosen = [each.person.name for each in people if each.person.id in audience.people]
    offered = [
        (
            str(each.person.id),
            words.PERSON_OF.format(name=each.person.name, unit=each.unit.name),
            each.person.id in audience.people,
        )
        for each in people
    ]
    text = words.PICK_PEOPLE_QUESTION.format(chosen=", ".join(chosen) or words.NOBODY)
    return _pick(id, text, offered, one="person", several="people", page=page)


def _pick(
    id: AnnouncementId, text: str, offered: Sequence[tuple[str, str, bool]], *, one: str, several: str, page: int
) -> Reply:
    """`offered`: key, name, whether it is chosen. `one` and `several`: the actions that choose, and turn the page."""
    start = page * ON_A_PAGE
    rows = [
        (of(one, id, words.PICKED.format(name=name) if picked else name, f"{key}:{page}"),)
        for key, name, picked in offered[start : start + ON_A_PAGE]
    ]
    on: tuple[Choice, ...] = ()
    if len(offered) > ON_A_PAGE:
        following = page + 1 if start + ON_A_PAGE < len(offered) else 0
        on = (of(several, id, words.PAGE_ON, str(following)),)
    done = Choice(id=to_draft(id).id, label=words.PICKED_DONE, main=True)
    return Reply(text=text, rows=(*rows, *((on,) if on else ()), (done,)))


def described(
    audience: Audience, units: Mapping[int, Unit], names: Mapping[PersonId, str], period: ReportingPeriod | None
) -> str:
    """The audience in words."""
    if audience.people:
        return words.AUDIENCE_PEOPLE.format(names=", ".join(names.get(person, "?") for person in audience.people))
    group = next((key for key, (roles, _) in ROLE_GROUPS.items() if roles == audience.roles), "everybody")
    roles = words.AUDIENCE_ROLES[group]
    if period is not None:
        return words.AUDIENCE_NOT_SENT.format(roles=roles, period=dates.period(period.span))
    if audience.units:
        chosen = ", ".join(units[unit].name for unit in audience.units if unit in units)
        return words.AUDIENCE_UNITS.format(roles=roles, units=chosen)
    return words.EVERYBODY if group == "everybody" else words.AUDIENCE_ALL.format(roles=roles)
