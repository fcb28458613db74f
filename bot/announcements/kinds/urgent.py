"""What cannot wait: it goes before everything else that is still to be sent."""

from __future__ import annotations

from bot.announcements.kinds.base import ASK, READ, Kind
from bot.domain.announcements import AnnouncementKind
from bot.texts import announcements as words

KIND = Kind(
    kind=AnnouncementKind.URGENT,
    label=words.URGENT_LABEL,
    heading=words.URGENT_HEADING,
    hint=words.URGENT_HINT,
    rows=((READ,), (ASK,)),
)
