"""sendPhoto and the other methods that send one file, and getFile."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from tests.support.telegram import limits
from tests.support.telegram.files import FileStore, StoredFile
from tests.support.telegram.wire import BrokenRule, Call, JsonObject, Upload, bad_request
from tests.support.telegram.world import World

from .composing import caption_text, html_of, post
from .family import Method


def incoming_file(world: World, call: Call, kind: str, reference: str) -> JsonObject:
    """The message field for a file that was uploaded, or that is named by the id of an earlier one."""
    upload = call.uploads.get(reference.removeprefix("attach://"))
    if upload is not None:
        return stored(world.files, kind, upload)
    if "://" in reference:
        raise BrokenRule(f"the simulator fetches no files from elsewhere: {reference}")
    known = world.files.find(reference)
    if known.kind != kind:
        raise bad_request(f"can't use file of type {known.kind.title()} as {kind.title()}")
    return shown_file(known)


def stored(files: FileStore, kind: str, upload: Upload) -> JsonObject:
    """Keeps an upload after the checks of its kind."""
    if not upload.content:
        raise BrokenRule("file must be non-empty")
    if kind != "photo":
        return shown_file(files.keep(kind, upload.content, name=upload.name, content_type=upload.content_type))
    check_photo(upload.content)
    return {"photo": [size.photo_size() for size in files.keep_photo(upload.content)]}


def shown_file(known: StoredFile) -> JsonObject:
    if known.kind == "photo":
        return {"photo": [known.photo_size()]}
    if known.kind == "document":
        return {"document": known.document()}
    if known.kind == "video":
        film = {"file_name": known.name, "mime_type": known.content_type, "width": 320, "height": 240, "duration": 1}
        return {"video": known.reference() | film}
    return {known.kind: known.reference() | {"duration": 1, "mime_type": known.content_type}}


def check_photo(content: bytes) -> None:
    if len(content) > limits.MAX_PHOTO_BYTES:
        raise BrokenRule(f"file of size {len(content)} bytes is too big for a photo")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            width, height = picture.size
    except UnidentifiedImageError:
        raise BrokenRule("IMAGE_PROCESS_FAILED") from None
    too_long = max(width, height) > limits.MAX_PHOTO_RATIO * min(width, height)
    if too_long or width + height > limits.MAX_PHOTO_SIDES_SUM:
        raise BrokenRule("PHOTO_INVALID_DIMENSIONS")


def sends(kind: str) -> Method:
    """The method that sends one file of this kind; the parameter has the kind's name."""

    async def send(world: World, call: Call) -> JsonObject:
        caption = caption_text(call)
        world.chats.writable(call.values.get("chat_id"))
        reference = kind if kind in call.uploads else call.text(kind)
        chat, message = post(world, call, incoming_file(world, call, kind, reference))
        if caption.text:
            message.show(caption.text, caption.entities, html_of(call, "caption"), field="caption")
        world.shown(chat, message)
        return message.body

    return send


async def get_file(world: World, call: Call) -> JsonObject:
    found = world.files.downloadable(call.text("file_id"))
    return found.reference() | {"file_path": found.path}


METHODS: dict[str, Method] = {
    "sendPhoto": sends("photo"),
    "sendDocument": sends("document"),
    "sendVoice": sends("voice"),
    "sendVideo": sends("video"),
    "getFile": get_file,
}
