"""A typed line as an update to store, and what it means."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import filetype  # type: ignore[import-untyped]  # it ships no types

from bot.domain.errors import Invalid
from bot.messages import Address, Attachment, AttachmentKind, Incoming, RawUpdate
from bot.texts import console as say

NAME = "console"
MAX_TEXT = 4_000
"""Characters that may be typed in one line: the same as in the web chat."""
MAX_FILE = 20 * 1024 * 1024
"""Bytes of a file: the same as in the web chat, so that what works here works there."""

PHOTO = "/photo"
QUIT = "/quit"

PutFile = Callable[[bytes], Awaitable[str]]
"""Keeps the bytes and returns their digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line of the terminal says."""

    text: str = ""
    file: Attachment | None = None


async def read_line(typed: str, put_file: PutFile) -> Line | None:
    """The line to hand in; None for an empty one; Invalid("line", sentence=...) for one that cannot be used."""
    text = unicodedata.normalize("NFC", typed).strip()
    if text == PHOTO or text.startswith(PHOTO + " "):
        return Line(file=await _file(text.removeprefix(PHOTO).strip(), put_file))
    if len(text) > MAX_TEXT:
        raise Invalid("line", sentence=say.TOO_LONG.format(given=len(text), limit=MAX_TEXT))
    return Line(text=text) if text else None


async def _file(given: str, put_file: PutFile) -> Attachment:
    if not given:
        raise Invalid("line", sentence=say.NO_PATH)
    path = Path(given)
    content = await asyncio.to_thread(_content, path, given)
    mime = filetype.guess_mime(content) or "application/octet-stream"
    kind = AttachmentKind.PHOTO if mime.startswith("image/") else AttachmentKind.DOCUMENT
    return Attachment(kind=kind, name=path.name, mime=mime, size=len(content), digest=await put_file(content))


def _content(path: Path, given: str) -> bytes:
    try:
        file = path.expanduser()
        if file.stat().st_size > MAX_FILE:
            raise Invalid("line", sentence=say.FILE_TOO_BIG.format(path=given))
        content = file.read_bytes()
    except OSError:
        raise Invalid("line", sentence=say.NO_FILE.format(path=given)) from None
    if not content:
        raise Invalid("line", sentence=say.EMPTY_FILE.format(path=given))
    return content


def update(address: Address, line: Line, *, update_id: str, sequence: int, at: datetime) -> RawUpdate:
    """The line as it is stored."""
    file = line.file
    kept = {
        "at": at.isoformat(),
        "text": line.text,
        "file": file
        and {
            "kind": file.kind,
            "name": file.name,
            "mime": file.mime,
            "size": file.size,
            "digest": file.digest,
        },
    }
    return RawUpdate(
        channel=address.channel,
        bot=address.bot,
        update_id=update_id,
        lane=address.chat,
        sequence=sequence,
        body=json.dumps(kept, ensure_ascii=False),
    )


def parse(stored: RawUpdate) -> Incoming:
    """The meaning of a stored line."""
    kept = json.loads(stored.body)
    file = kept["file"]
    return Incoming(
        address=Address(channel=stored.channel, bot=stored.bot, chat=stored.lane),
        sent_at=datetime.fromisoformat(kept["at"]),
        text=kept["text"],
        attachments=(Attachment(**file | {"kind": AttachmentKind(file["kind"])}),) if file else (),
    )
