"""From a stored update to an Incoming."""

from __future__ import annotations

from aiogram.types import CallbackQuery, Location, Message, Update

from bot.messages import Attachment, AttachmentKind, Incoming, Point, RawUpdate
from channels.file_names import bare_name
from channels.telegram import everyday
from channels.telegram.everyday import address_of, invitation_in


def parse(raw: RawUpdate) -> Incoming | None:
    """What the person did; None for what needs no answer: groups, and that the bot was blocked or unblocked.

    Raises pydantic.ValidationError where the update is not what the Bot API promises: it is poison.
    """
    return everyday.read(raw) or by_models(raw)


def by_models(raw: RawUpdate) -> Incoming | None:
    """What aiogram understands of the update."""
    update = Update.model_validate_json(raw.body)
    if update.callback_query is not None:
        return _pressed(update.callback_query, raw)
    if update.message is not None:
        return _written(update.message, raw, edited=False)
    if update.edited_message is not None:
        if update.edited_message.location is not None:
            return None  # a live location that moves: Telegram tells of it every few seconds
        return _written(update.edited_message, raw, edited=True)
    return None


def _pressed(query: CallbackQuery, raw: RawUpdate) -> Incoming | None:
    if query.message is None or query.data is None or query.message.chat.type != "private":
        return None
    return Incoming(
        address=address_of(raw),
        # A press has no time of its own, and the message's may be of last month.
        choice=query.data,
        pressed=str(query.message.message_id),
        sender_name=query.from_user.full_name,
    )


def _written(message: Message, raw: RawUpdate, *, edited: bool) -> Incoming | None:
    if message.chat.type != "private":
        return None
    text = message.text or message.caption or ""
    return Incoming(
        address=address_of(raw),
        sent_at=message.date,
        text=text,
        invitation=invitation_in(text),
        attachments=_attachments(message),
        album=message.media_group_id or "",
        sender_name=message.from_user.full_name if message.from_user else "",
        edited=edited,
    )


def _attachments(message: Message) -> tuple[Attachment, ...]:
    if message.photo:
        photo = message.photo[-1]  # the largest size is the last
        return (_file(AttachmentKind.PHOTO, photo.file_id, photo.file_size, "", "image/jpeg"),)
    if message.document:
        file = message.document
        return (_file(AttachmentKind.DOCUMENT, file.file_id, file.file_size, file.file_name, file.mime_type),)
    return _recorded(message) or _other(message)


def _recorded(message: Message) -> tuple[Attachment, ...]:
    """Sound and film, also the round films that a phone makes in the chat."""
    if voice := message.voice:
        return (_file(AttachmentKind.VOICE, voice.file_id, voice.file_size, "", voice.mime_type or "audio/ogg"),)
    if sound := message.audio:
        return (_file(AttachmentKind.VOICE, sound.file_id, sound.file_size, sound.file_name, sound.mime_type),)
    if film := message.video:
        return (_file(AttachmentKind.VIDEO, film.file_id, film.file_size, film.file_name, film.mime_type),)
    if note := message.video_note:
        return (_file(AttachmentKind.VIDEO, note.file_id, note.file_size, "", "video/mp4"),)
    return ()


def _other(message: Message) -> tuple[Attachment, ...]:
    if message.sticker:
        return (Attachment(kind=AttachmentKind.STICKER),)
    if message.location:
        return (Attachment(kind=AttachmentKind.LOCATION, point=_point(message.location)),)
    if message.contact:
        return (Attachment(kind=AttachmentKind.CONTACT),)
    return () if message.text else (Attachment(kind=AttachmentKind.OTHER),)


def _file(kind: AttachmentKind, remote: str, size: int | None, name: str | None, mime: str | None) -> Attachment:
    return Attachment(kind=kind, remote=remote, size=size, name=bare_name(name or ""), mime=mime or "")


def _point(location: Location) -> Point:
    return Point(latitude=location.latitude, longitude=location.longitude, accuracy=location.horizontal_accuracy or 0.0)
