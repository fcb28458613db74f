"""Fetches what people send: before the turn, for nobody waits for a vendor inside a transaction."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import structlog

from bot.conversation.channel import Channel
from bot.conversation.outbox import OPERATOR_SECONDS
from bot.conversation.photos import keep
from bot.domain.errors import TOKEN_REFUSED, BotError, Invalid, SendError
from bot.messages import Attachment, Incoming
from storage.files import Files

PAUSES = (1.0, 2.0, 4.0, 8.0)
"""Seconds before a vendor that is out of reach is asked again; with the tries of a turn it has most of a minute."""

log = structlog.get_logger()


async def with_files(files: Files, channel: Channel, incoming: Incoming) -> tuple[Incoming, BotError | None]:
    """The incoming with its files kept in storage, or with the reason why one could not be had.

    SendError where the vendor stays out of reach.
    """
    try:
        kept = [await _kept(files, channel, attachment) for attachment in incoming.attachments]
    except SendError as failure:
        if failure.retryable:
            raise
        return replace(incoming, attachments=()), Invalid("file_lost")
    except Invalid as problem:
        return replace(incoming, attachments=()), problem
    return replace(incoming, attachments=tuple(kept)), None


async def _kept(files: Files, channel: Channel, attachment: Attachment) -> Attachment:
    if attachment.digest or not attachment.kind.is_file:
        return attachment
    content = await _fetched(channel, attachment)
    return replace(attachment, digest=await keep(files, content), size=len(content))


async def _fetched(channel: Channel, attachment: Attachment) -> bytes:
    pauses = iter(PAUSES)
    while True:
        try:
            return await channel.fetch(attachment)
        except SendError as failure:
            # While the token is refused nobody could be answered either: everything waits for the operator.
            pause = OPERATOR_SECONDS if failure.code == TOKEN_REFUSED else failure.retry_after or next(pauses, None)
            if pause is None or not failure.retryable:
                raise
            log.warning("file not fetched yet", channel=channel.name, problem=failure.code)
            await asyncio.sleep(pause)
