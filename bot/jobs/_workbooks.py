"""Workbooks as files of a reply."""

from __future__ import annotations

from dataclasses import replace

from bot.jobs.base import Bench
from bot.messages import Attachment, AttachmentKind

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(name: str) -> Attachment:
    """A workbook that is still to be kept."""
    return Attachment(kind=AttachmentKind.DOCUMENT, name=name, mime=XLSX)


async def kept(bench: Bench, file: Attachment, content: bytes) -> Attachment:
    """The file, once its bytes are safe."""
    return replace(file, size=len(content), digest=await bench.store.files.put(content))
