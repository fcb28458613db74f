"""Workbooks as files of a reply."""

from __future__ import annotations

from dataclasses import replace

from bot.jobs.base import Bench
from bot.messages import Attachment, AttachmentKind

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(name: str, *, public: bool = False) -> Attachment:
    """A workbook that is still to be kept; public if it says nothing of anybody."""
    return Attachment(kind=AttachmentKind.DOCUMENT, name=name, mime=XLSX, public=public)


async def kept(bench: Bench, file: Attachment, content: bytes) -> Attachment:
    """The file, once its bytes are safe."""
    return replace(file, size=len(content), digest=await bench.store.files.put(content))
