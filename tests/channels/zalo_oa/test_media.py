"""Files that people send: what lies about its type is lost, and what is too large is not asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.domain.errors import Invalid, SendError
from bot.messages import Attachment, AttachmentKind
from tests.channels.zalo_oa.harness import Phone, opened


@pytest_asyncio.fixture
async def phone() -> AsyncIterator[Phone]:
    async with opened() as found:
        yield found


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (AttachmentKind.PHOTO, b"<html>expired</html>"),
        (AttachmentKind.PHOTO, b"no picture"),
        (AttachmentKind.DOCUMENT, b"\n<!DOCTYPE html><title>expired"),
        (AttachmentKind.VOICE, b"<html>"),
    ],
)
async def test_what_lies_about_its_type_is_lost(phone: Phone, kind: AttachmentKind, content: bytes) -> None:
    url = phone.zalo.world.media.keep(content, name="x", content_type="image/jpeg")
    with pytest.raises(SendError) as lost:
        await phone.channel.fetch(Attachment(kind=kind, name="x.xlsx", remote=url))
    assert not lost.value.retryable


async def test_a_file_over_the_limit_is_not_even_asked_for(phone: Phone) -> None:
    with pytest.raises(Invalid) as refused:
        await phone.channel.fetch(
            Attachment(kind=AttachmentKind.DOCUMENT, remote="http://127.0.0.1:1/x", size=21 * 1024 * 1024)
        )
    assert refused.value.code == "file_too_big"
