"""What a file is by its content: a picture, a sound or a film that every phone and browser can show, or none."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final

import filetype  # type: ignore[import-untyped]  # it ships no types

from bot.conversation.photos import is_whole, tidied
from bot.domain.errors import Invalid
from bot.messages import Attachment, AttachmentKind
from forms.media import ENDINGS, MediaKind
from storage.files import Files

MEGABYTE: Final = 2**20
MOST_BYTES: Final = 20 * MEGABYTE
"""Of one file: what people can send to us on every channel."""
MOST_BYTES_TOGETHER: Final = 60 * MEGABYTE
"""Of all files of one form: a head pays for what a phone loads."""

SHOWN_AS: Final = {
    MediaKind.IMAGE: AttachmentKind.PHOTO,
    MediaKind.AUDIO: AttachmentKind.VOICE,
    MediaKind.VIDEO: AttachmentKind.VIDEO,
}
TYPES: Final = {
    # Pictures that can be read are kept as JPEG (see photos.py); what is still something else is damaged.
    MediaKind.IMAGE: frozenset({"image/jpeg"}),
    MediaKind.AUDIO: frozenset({"audio/mpeg", "audio/mp4", "audio/ogg", "audio/x-wav"}),
    MediaKind.VIDEO: frozenset({"video/mp4", "video/x-m4v", "video/webm", "video/quicktime"}),
}
SOUND_IN_FILM: Final = {"video/mp4": "audio/mp4"}
"""The same container holds both, and the name alone tells: huong-dan.m4a."""


async def look(files: Files, name: str, content: bytes, kind: AttachmentKind = AttachmentKind.DOCUMENT) -> Attachment:
    """Keep a file, and say what its bytes are."""
    content, mime = await asyncio.to_thread(prepared, content)
    return Attachment(kind=kind, name=name, mime=mime, size=len(content), digest=await files.put(content))


def prepared(content: bytes) -> tuple[bytes, str]:
    """The bytes to keep, and what they are: blank for what nobody knows, and for a picture that is damaged.

    Pictures are tidied as every photo is, unless they are already.
    """
    mime = _mime(content)
    if mime.startswith("image/") and mime not in TYPES[MediaKind.IMAGE]:
        content = tidied(content)
        mime = _mime(content)
    if mime in TYPES[MediaKind.IMAGE] and not is_whole(content):
        mime = ""
    return content, mime


def _mime(content: bytes) -> str:
    return str(filetype.guess_mime(content) or "")


def is_media(file: Attachment) -> bool:
    """Whether a file that was sent is meant to be shown: by how it was sent, by its name, or by its type."""
    return (
        file.kind is not AttachmentKind.DOCUMENT
        or file.name.lower().endswith(tuple(ending for endings in ENDINGS.values() for ending in endings))
        or file.mime.partition("/")[0] in set(MediaKind)
    )


def fit(kind: MediaKind, name: str, found: Attachment) -> Attachment:
    """The kept file as one of that kind, under that name; its `mime` says what its bytes are.

    Invalid("media_image"), ("media_audio") or ("media_video") if it is nothing of the kind, whatever it is called;
    Invalid("media_too_big").
    """
    if (found.size or 0) > MOST_BYTES:
        raise Invalid("media_too_big", name=name, limit=MOST_BYTES // MEGABYTE)
    mime = found.mime
    if kind is MediaKind.AUDIO and name.lower().endswith(".m4a"):
        mime = SOUND_IN_FILM.get(mime, mime)
    if mime not in TYPES[kind]:
        raise Invalid(f"media_{kind.value}", name=name)
    return replace(found, kind=SHOWN_AS[kind], name=name, mime=mime)
