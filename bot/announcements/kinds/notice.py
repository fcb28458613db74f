"""Something everybody should know."""

from __future__ import annotations

from bot.announcements.kinds.base import ASK, READ, Kind
from bot.domain.announcements import AnnouncementKind
from bot.texts import announcements as words

KIND = Kind(
    kind=AnnouncementKind.NOTICE,
    label=words.NOTICE_LABEL,
    heading=words.NOTICE_HEADING,
    rows=((READ,), (ASK,)),
)
