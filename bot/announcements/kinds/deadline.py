"""A report is due."""

from __future__ import annotations

from bot.announcements.kinds.base import ASK, READ, Kind
from bot.domain.announcements import AnnouncementKind
from bot.texts import announcements as words

KIND = Kind(
    kind=AnnouncementKind.DEADLINE,
    label=words.DEADLINE_LABEL,
    heading=words.DEADLINE_HEADING,
    rows=((READ,), (ASK,)),
)
