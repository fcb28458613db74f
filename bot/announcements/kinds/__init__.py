"""The kinds of announcements, one file each, in the order in which an officer is offered them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.announcements.kinds import deadline, good_deed, meeting, notice, urgent
from bot.announcements.kinds.base import Addressee, Kind
from bot.domain.announcements import Announcement, AnnouncementKind, Content
from bot.messages import Attachment, Reply
from bot.texts import announcements as words

KINDS: tuple[Kind, ...] = (notice.KIND, meeting.KIND, urgent.KIND, deadline.KIND, good_deed.KIND)

_FIELD = re.compile(r"\{[^{}]*\}")
BEGINNING = 40
"""Characters of the text by which an announcement is recognised."""

BY_KIND = {each.kind: each for each in KINDS}


def label(kind: AnnouncementKind) -> str:
    """Its name."""
    return BY_KIND[kind].label


def render(content: Content, *, to: Addressee, files: Sequence[Attachment] = ()) -> Reply:
    """The announcement exactly as that recipient gets it; in a preview, where `to.delivery` is None, as one would."""
    return BY_KIND[content.kind].render(content, to=to, files=files)


def title(announcement: Announcement) -> str:
    """Its kind, and how its text begins, in one line."""
    return words.TITLE.format(label=label(announcement.kind), beginning=beginning(announcement))


def beginning(announcement: Announcement) -> str:
    """How its text begins."""
    first = " ".join(_FIELD.sub(words.LEFT_OUT, announcement.content.text).split())
    if len(first) <= BEGINNING:
        return first
    # Not in the middle of a word, or of a date: 30/11 is no 30.
    whole = first[: BEGINNING + 1].rpartition(" ")[0] or first[:BEGINNING]
    return f"{whole.rstrip(' ,.;:')} {words.LEFT_OUT}"
