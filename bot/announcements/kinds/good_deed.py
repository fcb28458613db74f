"""A good deed goes round, with its photos."""

from __future__ import annotations

from bot.announcements.kinds.base import READ, Kind
from bot.domain.announcements import AnnouncementKind
from bot.texts import announcements as words

KIND = Kind(
    kind=AnnouncementKind.GOOD_DEED,
    label=words.GOOD_DEED_LABEL,
    heading=words.GOOD_DEED_HEADING,
    rows=((READ,),),
)
