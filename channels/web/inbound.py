"""What the page posts, what is stored of it, and what the stored update means."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.domain.errors import Invalid
from bot.messages import Address, Attachment, AttachmentKind, Incoming, RawUpdate
from channels.web.accounts import NAME
from channels.web.limits import MAX_CHOICE, MAX_LABEL, MAX_TEXT

_LINE_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
"""JSON can spell half of a surrogate pair; no database can keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that the person did on the page; `id` was made there and stays when it is sent again."""

    id: str
    text: str = ""
    choice: str | None = None
    label: str = ""
    """What stood on the pressed button: shown as the person's own words."""
    pressed: str | None = None
    """The key of the message with the button."""
    invitation: str | None = None
    files: tuple[Attachment, ...] = field(default=())


def line_from_page(body: str) -> Line:
    """The posted line; Invalid with the code of the sentence that the person gets."""
    try:
        posted = json.loads(body)
    except (json.JSONDecodeError, RecursionError):
        raise Invalid("bad_line") from None
    if not isinstance(posted, dict):
        raise Invalid("bad_line")
    line = Line(
        id=line_id(_text(posted, "id")),
        text=line_text(_text(posted, "text")),
        choice=_text(posted, "choice") or None,
        label=_text(posted, "label")[:MAX_LABEL],
        pressed=_text(posted, "pressed") or None,
    )
    if len((line.choice or "").encode()) > MAX_CHOICE or len(line.pressed or "") > MAX_CHOICE:
        raise Invalid("bad_line")
    if not line.text and not line.choice:
        raise Invalid("empty")
    return line


def line_id(text: str) -> str:
    """The line's own id, if it is one."""
    if not _LINE_ID.fullmatch(text):
        raise Invalid("bad_line")
    return text


def line_text(text: str) -> str:
    """What was typed, in one Unicode form, without control characters and outer blanks, unless it is too long."""
    visible = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc")
    whole = unicodedata.normalize("NFC", visible).strip()
    if len(whole) > MAX_TEXT:
        raise Invalid("too_long", given=len(whole), limit=MAX_TEXT)
    return whole


def invitation_line(address: Address, token: str) -> Line:
    """Opening an invitation: the same from this browser however often it is pressed."""
    return Line(id=hashlib.sha256(f"{address.chat} {token}".encode()).hexdigest()[:32], invitation=token)


class Inbound:
    """Makes the updates to store, with a place in the order of their chat."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def update(self, address: Address, line: Line) -> RawUpdate:
        """The line as it is stored. Its id counts only inside its chat, so that nobody can use up another's."""
        at = self._clock()
        # Microseconds rise over restarts too; two lines in the same one still follow each other.
        self._last = max(self._last + 1, int(at.timestamp() * 1_000_000))
        return RawUpdate(
            channel=NAME,
            bot=NAME,
            update_id=f"{address.chat}:{line.id}",
            lane=address.chat,
            sequence=self._last,
            body=_stored(line, at),
        )


def own_id(update: RawUpdate) -> str:
    """The id that the page gave the line."""
    return update.update_id.partition(":")[2]


def stored_line(update: RawUpdate) -> tuple[Line, datetime]:
    """The line of a stored update, and when it came."""
    kept = json.loads(update.body)
    line = Line(
        id=own_id(update),
        text=kept["text"],
        choice=kept["choice"],
        label=kept["label"],
        pressed=kept["pressed"],
        invitation=kept["invitation"],
        files=_files(kept["files"]),
    )
    return line, datetime.fromisoformat(kept["at"])


def parse(update: RawUpdate) -> Incoming:
    """The meaning of a stored update."""
    line, at = stored_line(update)
    return Incoming(
        address=Address(channel=update.channel, bot=update.bot, chat=update.lane),
        sent_at=at,
        text=line.text,
        choice=line.choice,
        pressed=line.pressed,
        invitation=line.invitation,
        attachments=line.files,
    )


def _stored(line: Line, at: datetime) -> str:
    kept = {
        "at": at.isoformat(),
        "text": line.text,
        "choice": line.choice,
        "label": line.label,
        "pressed": line.pressed,
        "invitation": line.invitation,
        "files": [
            {
                "kind": file.kind,
                "name": file.name,
                "mime": file.mime,
                "size": file.size,
                "digest": file.digest,
            }
            for file in line.files
        ],
    }
    return json.dumps(kept, ensure_ascii=False)


def _files(kept: Sequence[Any]) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(
            kind=AttachmentKind(file["kind"]),
            name=file["name"],
            mime=file["mime"],
            size=file["size"],
            digest=file["digest"],
        )
        for file in kept
    )


def _text(posted: dict[str, Any], name: str) -> str:
    value = posted.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or _HALF_CHARACTER.search(value):
        raise Invalid("bad_line")
    return value
