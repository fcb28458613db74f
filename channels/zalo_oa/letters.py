"""Sends one Reply to one person, as so many messages as it takes: files first, then the words with their buttons."""

from __future__ import annotations

from bot.announcements.outlets import NextTurn, at_once
from bot.conversation.channel import LinkFile
from bot.domain.errors import SendError
from bot.messages import Address, Attachment, AttachmentKind, Reply
from channels.linked_files import Linked, linked
from channels.zalo_oa.calls import Calls
from channels.zalo_oa.errors import UPLOAD_EXPIRED
from channels.zalo_oa.outbound import Json, buttons, file_message, picture_message, text_message, texts
from channels.zalo_oa.uploads import Uploads


class Letters:
    """Makes messages of replies. What goes wrong is a SendError."""

    def __init__(self, calls: Calls, uploads: Uploads, link_file: LinkFile) -> None:
        self._calls = calls
        self._uploads = uploads
        self._link_file = link_file

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn = at_once) -> str:
        """Zalo's id of the (last) message. A file that Zalo does not carry stands in the text as a link."""
        links: list[Linked] = []
        carried: list[tuple[Attachment, Json]] = []
        for file in reply.attachments:
            message = await self._carried(file)
            if message is None:
                links.append((file, await self._link_file(address, file)))
            else:
                carried.append((file, message))
        return await self._send(address, linked(reply, links), carried, next_turn)

    async def _send(
        self, address: Address, reply: Reply, carried: list[tuple[Attachment, Json]], next_turn: NextTurn
    ) -> str:
        words, below = texts(reply), buttons(reply)
        # One picture with few words is one message: outside the free window each one costs.
        if len(carried) == 1 and len(words) == 1 and not below and carried[0][0].kind is AttachmentKind.PHOTO:
            file, message = carried[0]
            return await self._send_file(address, file, {**message, "text": words[0]})
        for file, message in carried:
            await self._send_file(address, file, message)
            await next_turn()
        for text in words[:-1]:
            await self._calls.send(address.chat, text_message(text))
            await next_turn()
        return await self._calls.send(address.chat, text_message(words[-1], below))

    async def _carried(self, file: Attachment) -> Json | None:
        """The message that carries the file; None if Zalo does not take it: its words must not wait for that."""
        try:
            if upload := await self._uploads.picture(file):
                return picture_message(upload)
            if upload := await self._uploads.document(file):
                return file_message(upload)
        except SendError as failure:
            if failure.retryable:
                # Whatever became of the upload, the person has got nothing.
                failure.doubtful = False
                raise
        return None

    async def _send_file(self, address: Address, file: Attachment, message: Json) -> str:
        try:
            return await self._calls.send(address.chat, message)
        except SendError as failure:
            if failure.code == UPLOAD_EXPIRED:
                # The next try uploads it anew.
                self._uploads.forget(file)
            raise
