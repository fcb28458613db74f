"""What a kind of announcement is made of, and how one looks to a recipient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.actions.announcements import FIELDS
from bot.domain.announcements import AnnouncementKind, Content, DeliveryId
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.units import Unit
from bot.messages import Attachment, Choice, Reply
from bot.texts import announcements as words
from bot.texts import dates

NOTICE = "notice"
"""The handler of recipients' buttons: "@notice:read:12" is pressed on delivery 12."""
PREVIEW = "preview"
"""Stands for the delivery in a preview: "@notice:read:preview" changes nothing."""

READ, COMING, AWAY, INSTEAD, ASK = "read", "coming", "away", "instead", "ask"
"""What a recipient can do; the three in the middle are values of Rsvp."""

LABELS = {
    READ: words.READ,
    COMING: words.COMING,
    AWAY: words.AWAY,
    INSTEAD: words.INSTEAD,
    ASK: words.ASK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The wording and the buttons of one kind."""

    kind: AnnouncementKind
    label: str
    """Its name where the officer chooses."""
    heading: str
    """With a place for the {ward}."""
    hint: str = ""
    rows: tuple[tuple[str, ...], ...]
    """What a recipient can do, row by row."""

    def render(self, content: Content, *, to: Addressee, files: Sequence[Attachment] = ()) -> Reply:
        """The announcement as that recipient gets it, before a channel degrades it."""
        text = _filled(content.text, to)
        if content.link:
            text = "\n\n".join((text, words.LINK.format(link=content.link)))
        return Reply(
            heading=self.heading.format(ward=to.ward.name),
            text=text,
            hint=self.hint,
            rows=tuple(tuple(button(action, to.delivery) for action in row) for row in self.rows),
            attachments=tuple(files),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whose copy it is, and what fills the fields of the text; `delivery` is None in a preview."""

    ward: Unit
    person: Person
    unit: Unit | None
    period: ReportingPeriod | None = None
    delivery: DeliveryId | None = None


def _filled(text: str, to: Addressee) -> str:
    values = dict(zip(FIELDS, _values(to), strict=True))
    for field, value in values.items():
        text = text.replace(f"{{{field}}}", value)
    return text


def _values(to: Addressee) -> tuple[str, str, str, str]:
    """In the order of FIELDS."""
    name = f"{to.person.called} {to.person.name}".strip()
    period = dates.period(to.period.span) if to.period else ""
    due: date | None = to.period.khom_due_on if to.period else None
    return name, (to.unit or to.ward).name, period, dates.day(due) if due else ""


def button(action: str, delivery: DeliveryId | None) -> Choice:
    target = PREVIEW if delivery is None else str(delivery)
    return Choice(id=f"@{NOTICE}:{action}:{target}", label=LABELS[action])
