"""Says who should be reminded, by going through everything again for every person; knows nothing of the product.

It reads the same rules from the issue, and lists the days of 2021 by hand instead of computing them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
HOLIDAYS_2021 = {
    date(2021, 1, 1),
    *(date(2021, 2, number) for number in range(10, 18)),  # mùng 1 was Friday, 12 February
    date(2021, 4, 21),  # the Hùng kings' day
    date(2021, 4, 30),
    date(2021, 5, 1),
    date(2021, 9, 2),
}
Told = frozenset[tuple[int, int, str]]
"""(period, unit, kind) of one message."""


@dataclass(kw_only=True)
class Post:
    """Somebody who answers for a unit."""

    person: int
    unit: int
    is_head: bool
    can_be_reached: bool


@dataclass(kw_only=True)
class Term:
    """A period as it stands."""

    id: int
    opens: date
    due: date
    closed: bool = False


@dataclass(kw_only=True)
class Truth:
    """What has happened in the simulated ward."""

    posts: list[Post]
    terms: list[Term] = field(default_factory=list)
    stage: dict[tuple[int, int], str] = field(default_factory=dict)
    """By (period, unit): begun, sent or returned; nothing where nobody has begun."""
    author: dict[tuple[int, int], int] = field(default_factory=dict)
    wishes: set[tuple[int, date]] = field(default_factory=set)
    told: dict[tuple[int, date], Told] = field(default_factory=dict)
    with_weekends: bool = False

    def is_free(self, day: date) -> bool:
        """Whether nobody is to be disturbed on that day."""
        return day in HOLIDAYS_2021 or (day.isoweekday() in {6, 7} and not self.with_weekends)

    def expected(self, now: datetime) -> dict[int, Told]:
        """Who is to be reminded at a tick, of what."""
        if now.hour < 8 or now.hour >= 19 or self.is_free(now.date()):
            return {}
        return self._messages(now.date(), asked=False)

    def expected_when_asked(self, now: datetime) -> dict[int, Told]:
        """Who is to be reminded when the officer presses the button."""
        return self._messages(now.date(), asked=True) if 8 <= now.hour < 19 else {}

    def _messages(self, today: date, *, asked: bool) -> dict[int, Told]:
        found: dict[int, set[tuple[int, int, str]]] = {}
        for term in self.terms:
            if term.closed or term.opens > today:
                continue
            for post in self.posts:
                if self._hears(post, term) and (post.person, today) not in self.told:
                    kind = "asked" if asked else self._kind(post, term, today)
                    if kind:
                        found.setdefault(post.person, set()).add((term.id, post.unit, kind))
        return {person: frozenset(said) for person, said in found.items()}

    def _hears(self, post: Post, term: Term) -> bool:
        if not post.can_be_reached or self.stage.get((term.id, post.unit)) == "sent":
            return False
        if post.is_head or self.author.get((term.id, post.unit)) == post.person:
            return True
        return not any(other.is_head and other.can_be_reached for other in self._of(post.unit))

    def _of(self, unit: int) -> Iterable[Post]:
        return [post for post in self.posts if post.unit == unit]

    def _kind(self, post: Post, term: Term, today: date) -> str:
        if today > term.due:
            return ""
        wished = (post.person, today) in self.wishes
        for days, kind in ((0, "day"), (1, "eve"), (3, "three")):
            if today == self._before(term.due - days * DAY):
                return kind
        if wished:
            return "wished"
        if today == self._before(term.due - 7 * DAY):
            return "week"
        begun = (term.id, post.unit) in self.stage
        return "opening" if not begun and not self._ever_told(post, term) and today in self._first_days(term) else ""

    def _before(self, day: date) -> date:
        while self.is_free(day):
            day -= DAY
        return day

    def _first_days(self, term: Term) -> list[date]:
        days = [term.opens + number * DAY for number in range(40)]
        return [day for day in days if not self.is_free(day)][:2]

    def _ever_told(self, post: Post, term: Term) -> bool:
        return any(
            person == post.person and (term.id, post.unit) in {(told[0], told[1]) for told in said}
            for (person, _), said in self.told.items()
        )
