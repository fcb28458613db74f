"""An invitation: who comes, who does not, who sends somebody else."""

from __future__ import annotations

from bot.announcements.kinds.base import ASK, AWAY, COMING, INSTEAD, Kind
from bot.domain.announcements import AnnouncementKind
from bot.texts import announcements as words

KIND = Kind(
    kind=AnnouncementKind.MEETING,
    label=words.MEETING_LABEL,
    heading=words.MEETING_HEADING,
    hint=words.MEETING_HINT,
    rows=((COMING, AWAY), (INSTEAD,), (ASK,)),
)
