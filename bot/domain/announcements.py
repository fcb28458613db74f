"""Announcements: what a ward tells many people, whom, when, and what became of it with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.people import Person, PersonId, Role
from bot.domain.periods import PeriodId
from bot.domain.units import Unit, UnitId
from bot.domain.windows import Heard

AnnouncementId = NewType("AnnouncementId", int)
DeliveryId = NewType("DeliveryId", int)

SAME_AGAIN = timedelta(minutes=10)
"""The same announcement within this time is probably a slip of the finger, so it is asked about."""
MOST_TEXT = 8000
"""Characters of an announcement: two or three messages of any channel. Longer things are files."""


class AnnouncementKind(StrEnum):
    """What an announcement is for; its wording and buttons are a file in bot/announcements/kinds."""

    NOTICE = "notice"
    MEETING = "meeting"
    """Asks for an answer: coming, not coming, somebody else comes."""
    URGENT = "urgent"
    """Goes before everything else that is still to be sent."""
    DEADLINE = "deadline"
    GOOD_DEED = "good_deed"


class AnnouncementStatus(StrEnum):
    """Where an announcement is in its life: draft > scheduled > running <> paused > finished, or cancelled."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    """Its recipients are frozen, its time has not come."""
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    FINISHED = "finished"
    """No recipient is open any more."""

    @property
    def is_confirmed(self) -> bool:
        """Whether its recipients are frozen."""
        return self is not AnnouncementStatus.DRAFT

    @property
    def is_over(self) -> bool:
        """Whether nothing more is sent, unless the officer asks for it again."""
        return self in {AnnouncementStatus.CANCELLED, AnnouncementStatus.FINISHED}


class DeliveryStatus(StrEnum):
    """How far it has come with one recipient."""

    DUE = "due"
    """Still to be sent, or waiting for another try."""
    SENT = "sent"
    FAILED = "failed"
    READ = "read"
    """The person pressed the button that says so."""
    ANSWERED = "answered"
    """The person answered the invitation; whoever answers has read."""
    DROPPED = "dropped"
    """The announcement was cancelled before it was sent to this person."""


class Rsvp(StrEnum):
    """The answers to an invitation."""

    COMING = "coming"
    AWAY = "away"
    INSTEAD = "instead"
    """Somebody else comes; Delivery.note says who."""


class Failure(StrEnum):
    """Why somebody was not reached: stable codes, worded in bot/texts/announcements.py."""

    NO_CHANNEL = "no_channel"
    """The person has never opened the bot, or has left it everywhere."""
    BLOCKED = "blocked"
    """The last channel that was left turned out to be blocked or gone."""
    WINDOW_SHUT = "window_shut"
    """The person has been silent for so long that the vendor lets nobody write; somebody has to call."""
    REFUSED = "refused"
    """The channel does not take this message, and never will."""
    QUOTA = "quota"
    """The channel has no messages left this month, or keeps the last ones for answers; there is no other channel."""
    TRIED_OFTEN = "tried_often"
    """The channel did not answer well however often it was tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom an announcement is meant for; resolved when it is confirmed, and frozen from then on.

    `people`, if any, are exactly the hand-picked ones, and the rest does not count.
    """

    roles: tuple[Role, ...] = (Role.HEAD, Role.DEPUTY)
    units: tuple[UnitId, ...] = ()
    """Only on these units; none: the ward and all its khóm."""
    not_sent: PeriodId | None = None
    """Only those whose khóm has not sent the report of that period, or has it back for correction."""
    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One person of an audience, and the unit for which that is."""

    person: Person
    unit: Unit
    heard: Sequence[Heard] = ()
    """On which channels that the person has not left, and when; the one last used first."""

    @property
    def reachable(self) -> bool:
        """Whether there is any channel that the person has not left."""
        return bool(self.heard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said, of what kind; what the officer composes. Fields such as {khóm} are filled in for each person."""

    kind: AnnouncementKind
    text: str
    attachments: tuple[str, ...] = ()
    """Digests of kept files, in the order in which they are sent."""
    link: str = ""
    period: PeriodId | None = None
    """The reporting period that it is about, for the fields {kỳ} and {hạn}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One announcement of a ward."""

    id: AnnouncementId
    ward: UnitId
    content: Content
    audience: Audience
    status: AnnouncementStatus
    author: PersonId | None
    """None: the operator at the console."""
    created_at: datetime
    send_at: datetime | None = None
    """When it is to begin; None: as soon as it is confirmed."""
    confirmed_at: datetime | None = None
    finished_at: datetime | None = None
    pace: int | None = None
    """Messages per minute, if it is to be slower than what each channel takes."""
    card: int | None = None
    """The newest message in which somebody follows it, by its key in the outbox."""
    why: str = ""
    """Why it is paused, where nobody paused it: "token_refused" or "too_many_errors"."""

    @property
    def kind(self) -> AnnouncementKind:
        """What it is for."""
        return self.content.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of an announcement with one recipient; there is one per person, whatever the channels."""

    id: DeliveryId
    announcement: AnnouncementId
    person: PersonId
    unit: UnitId | None
    status: DeliveryStatus
    channel: str = ""
    """Where it was sent, or tried last."""
    why: str = ""
    """A Failure, of a failed one."""
    maybe_twice: bool = False
    """A process died, or the answer got lost, while it was sent: the person may have got it twice."""
    sent_at: datetime | None = None
    read_at: datetime | None = None
    answer: Rsvp | None = None
    note: str = ""
    """Who comes instead."""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Honest counts of an announcement. total = due + sent + failed + dropped; read and answered are among the sent."""

    total: int = 0
    due: int = 0
    sent: int = 0
    failed: int = 0
    dropped: int = 0
    read: int = 0
    answered: int = 0
    coming: int = 0
    away: int = 0
    instead: int = 0
    maybe_twice: int = 0
    """At most so many people got it twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One line of the thread between one recipient and the ward about an announcement."""

    id: int
    announcement: AnnouncementId
    recipient: PersonId
    """Whose thread it is."""
    author: PersonId
    """The recipient, or who answers for the ward."""
    text: str
    at: datetime

    @property
    def is_question(self) -> bool:
        """Whether the recipient wrote it."""
        return self.author == self.recipient
