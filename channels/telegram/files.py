"""Sends files: a picture as a picture, a sound to be played, a film, anything else as a file to save."""

from __future__ import annotations

from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from bot.conversation.channel import ReadFile
from bot.messages import Attachment, AttachmentKind

VOICE_TYPES: Final = frozenset({"audio/ogg", "audio/mpeg", "audio/mp4"})
"""What sendVoice plays in the chat (core.telegram.org/bots/api#sendvoice); other sounds are files."""
VIDEO_TYPES: Final = frozenset({"video/mp4", "video/x-m4v"})
"""What sendVideo plays (core.telegram.org/bots/api#sendvideo)."""


async def send_file(api: Bot, read_file: ReadFile, chat: str, file: Attachment, caption: str | None) -> str:
    """Send one file; Telegram's id of its message.

    What Telegram does not take as it is (a picture twenty times as wide as high, a voice where somebody wants none)
    goes as a plain file: a picture that fails must never keep the words behind it.
    """
    content = await read_file(file.digest or "")
    name = file.name or "tep"
    try:
        message = await _as_it_is(api, chat, file, BufferedInputFile(content, name), caption)
    except TelegramBadRequest:
        message = None
    if message is None:
        document = BufferedInputFile(content, name)
        message = await api.send_document(chat, document, caption=caption)
    return str(message.message_id)


async def _as_it_is(
    api: Bot, chat: str, file: Attachment, content: BufferedInputFile, caption: str | None
) -> Message | None:
    """As a picture, a sound or a film; None if it is none."""
    if file.kind is AttachmentKind.PHOTO:
        return await api.send_photo(chat, content, caption=caption)
    if file.kind is AttachmentKind.VOICE and file.mime in VOICE_TYPES:
        return await api.send_voice(chat, content, caption=caption)
    if file.kind is AttachmentKind.VIDEO and file.mime in VIDEO_TYPES:
        return await api.send_video(chat, content, caption=caption)
    return None
