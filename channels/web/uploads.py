"""Photos and files from the page: kept one by one as they arrive, then handed in as one line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import filetype  # type: ignore[import-untyped]  # it ships no types
from aiohttp import BodyPartReader, web

from bot.domain.errors import Invalid
from bot.messages import Attachment, AttachmentKind
from channels.file_names import bare_name
from channels.web.accounts import Accounts
from channels.web.desk import Desk
from channels.web.inbound import Line, line_id, line_text
from channels.web.limits import MAX_BODY, MAX_FILE, MAX_FILES

PutFile = Callable[[bytes], Awaitable[str]]
"""Keeps the bytes and returns their digest."""

_MEGABYTE = 1024 * 1024
_KINDS = {"image": AttachmentKind.PHOTO, "video": AttachmentKind.VIDEO, "audio": AttachmentKind.VOICE}


class Uploads:
    """Takes a line with files: multipart fields `id`, `text`, and `file` as often as there are files."""

    def __init__(self, accounts: Accounts, desk: Desk, put_file: PutFile) -> None:
        self._accounts = accounts
        self._desk = desk
        self._put_file = put_file

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Where they are, below /chat."""
        return (web.post("/upload", self.upload),)

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """The answer 200 means that the files and the line are on disk."""
        self._accounts.check_origin(request)
        address = self._accounts.visitor(request)
        if request.content_type != "multipart/form-data":
            raise Invalid("bad_line")
        if (request.content_length or 0) > MAX_FILES * MAX_FILE + MAX_BODY:
            raise Invalid("too_many_files", limit=MAX_FILES)
        line = await self._line(request)
        await self._desk.take(address, line)
        return web.json_response({"taken": line.id})

    async def _line(self, request: web.Request) -> Line:
        fields = {"id": "", "text": ""}
        files: list[Attachment] = []
        try:
            async for part in await request.multipart():
                if not isinstance(part, BodyPartReader) or part.name is None:
                    raise Invalid("bad_line")
                if part.name in fields:
                    fields[part.name] = (await _read(part, MAX_BODY, Invalid("body_too_big"))).decode()
                elif len(files) == MAX_FILES:
                    raise Invalid("too_many_files", limit=MAX_FILES)
                else:
                    files.append(await self._keep(part))
        except ValueError:  # a boundary that never comes, bytes that are no UTF-8
            raise Invalid("bad_line") from None
        if not files:
            raise Invalid("empty")
        return Line(id=line_id(fields["id"]), text=line_text(fields["text"]), files=tuple(files))

    async def _keep(self, part: BodyPartReader) -> Attachment:
        name = bare_name(part.filename or "") or "file"
        content = await _read(part, MAX_FILE, Invalid("file_too_big", name=name))
        if not content:
            raise Invalid("file_empty", name=name)
        mime = mime_of(content)
        kind = _KINDS.get(mime.partition("/")[0], AttachmentKind.DOCUMENT)
        digest = await self._put_file(content)
        return Attachment(kind=kind, name=name, mime=mime, size=len(content), digest=digest)


def mime_of(content: bytes) -> str:
    """What the bytes are; what the browser says is only what the file is called."""
    found = filetype.guess_mime(content)
    return found if isinstance(found, str) else "application/octet-stream"


async def _read(part: BodyPartReader, limit: int, too_big: Invalid) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(_MEGABYTE // 4):
        content.extend(chunk)
        if len(content) > limit:
            raise too_big
    return bytes(content)
