"""Makes each recipient's copy of an announcement, with what is known of the person at the moment of sending."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.announcements.kinds import render
from bot.announcements.kinds.base import Addressee
from bot.conversation.channel import FileLink
from bot.domain.announcements import Announcement
from bot.domain.periods import ReportingPeriod
from bot.domain.units import Unit
from bot.messages import Attachment, Reply
from bot.texts import announcements as words
from storage.queries.claims import Claim
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """All of an announcement that is the same in every copy."""

    announcement: Announcement
    ward: Unit
    period: ReportingPeriod | None
    files: Sequence[Attachment]

    @classmethod
    def of(cls, tx: Transaction, announcement: Announcement) -> Original:
        """Read it."""
        content = announcement.content
        return cls(
            announcement=announcement,
            ward=tx.units.get(announcement.ward),
            period=None if content.period is None else tx.periods.get(content.period),
            files=[tx.attachments.get(digest) for digest in content.attachments],
        )

    def copy(self, tx: Transaction, claim: Claim, day: date) -> Reply:
        """The copy of that recipient, for a channel that can carry everything."""
        to = Addressee(
            ward=self.ward,
            person=tx.people.get(claim.person, day),
            unit=None if claim.unit is None else tx.units.get(claim.unit),
            period=self.period,
            delivery=claim.id,
        )
        reply = render(self.announcement.content, to=to, files=self.files)
        return replace(reply, heading=words.REMINDER.format(heading=reply.heading)) if claim.again else reply


Linked = Callable[[Attachment], FileLink]
"""The link to a file that a channel cannot carry."""


def too_large(reply: Reply, limit: int | None) -> list[Attachment]:
    """Its files that have more bytes than the channel can carry; None: it carries any."""
    return [] if limit is None else [file for file in reply.attachments if (file.size or 0) > limit]


def fitted(reply: Reply, limit: int | None, linked: Linked) -> Reply:
    """The reply with links in place of files that are too large for the channel."""
    large = too_large(reply, limit)
    if not large:
        return reply
    lines = [_line(file, linked(file)) for file in large]
    kept = tuple(file for file in reply.attachments if file not in large)
    return replace(reply, text="\n".join((reply.text, *lines)), attachments=kept)


def _line(file: Attachment, link: FileLink) -> str:
    wording = words.BIG_FILE_LOCKED if link.code else words.BIG_FILE
    return wording.format(name=file.name, link=link.url, code=link.code)
