"""A small conversation behind the real web chat, in memory: enough to see the page live."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.clock import utc_now
from bot.messages import Address, Attachment, AttachmentKind, Choice, Incoming, RawUpdate, Reply
from channels.server import application, serving
from channels.web.channel import WebChannel
from tests.channels.memory import MemoryFiles, MemoryLog
from tests.channels.recording import RecordingInbox

MENU = Reply(
    text="Chào bà Lan. Cần em giúp việc gì ạ?",
    hint="Bấm một dòng bên dưới, hoặc gõ số của dòng đó.",
    rows=(
        (Choice(id="@report", label="Báo cáo quý IV năm 2020 (hạn 18/12/2020)"),),
        (Choice(id="@hardship", label="Hoàn cảnh khó khăn"),),
        (Choice(id="@deed", label="Gương người tốt việc tốt"),),
    ),
)
QUESTION = Reply(
    heading="Câu 3/9 · Hộ gia đình",
    text="Khóm có tất cả bao nhiêu hộ ạ?",
    hint="Ví dụ: 412. Kỳ trước: 410 hộ.",
    rows=(
        (Choice(id="3.keep", label="Giữ nguyên 410 hộ"),),
        (Choice(id="3.back", label="Quay lại", way_out=True), Choice(id="3.later", label="Để sau", way_out=True)),
    ),
)
WORKBOOK = b"PK\x03\x04 a workbook"


class EchoBot:
    """The web chat with an inbox, a log, and a conversation that repeats what it hears."""

    def __init__(self, secret_key: bytes = b"a key for tests") -> None:
        self.inbox = RecordingInbox()
        self.log = MemoryLog(self.inbox)
        self.log.clock = utc_now  # type: ignore[method-assign]  # a page lives in real time
        self.files = MemoryFiles()
        self.silent = False
        """While set, nothing is answered."""
        self.channel = WebChannel(
            secret_key=secret_key,
            public_url="",
            clock=utc_now,
            log=self.log,
            put_file=self.files.put,
            read_file=self.files.read,
        )

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Store, then answer what is new."""
        known = len(self.inbox.stored)
        await self.inbox.receive(updates)
        for update in self.inbox.stored[known:]:
            incoming = self.channel.parse(update)
            if incoming and not self.silent:
                for reply in await self._answers(incoming):
                    await self.say(incoming.address, reply)

    async def say(self, address: Address, reply: Reply) -> None:
        """Commit a reply and deliver it."""
        self.log.add(address, reply)
        await self.channel.send(address, reply)

    @asynccontextmanager
    async def running(self, port: int = 0) -> AsyncIterator[str]:
        """Its address while it is up."""
        async with serving(self._app(), "127.0.0.1", port) as open_port, asyncio.TaskGroup() as tasks:
            listening = tasks.create_task(self.channel.listen(self.receive))
            yield f"http://127.0.0.1:{open_port}"
            listening.cancel()

    def _app(self) -> web.Application:
        async def well() -> bool:
            return True

        return application([self.channel.mount], healthy=well)

    async def _answers(self, incoming: Incoming) -> Sequence[Reply]:
        if incoming.invitation or incoming.text in {"Bắt đầu", "menu"}:
            return (MENU,)
        if incoming.attachments:
            count = len(incoming.attachments)
            return (Reply(text=f"Đã nhận {count} tệp.", attachments=incoming.attachments),)
        if incoming.text == "sổ":
            return (Reply(text="Số liệu đây ạ.", attachments=(await self._workbook(),)),)
        if incoming.pressed and not (incoming.choice or "").startswith("@"):
            return (Reply(text="Câu 3: 410 hộ (giữ nguyên).", settles=incoming.pressed), QUESTION)
        if incoming.choice:
            return (QUESTION,)
        return (Reply(text=f"Đã ghi: {incoming.text} hộ."), QUESTION)

    async def _workbook(self) -> Attachment:
        digest = await self.files.put(WORKBOOK)
        name = "Tổng hợp quý IV năm 2020.xlsx"
        return Attachment(kind=AttachmentKind.DOCUMENT, name=name, size=45_678, digest=digest)
