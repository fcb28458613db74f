"""sendPhoto: the platform fetches the picture itself, more than once."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import urlsplit

import aiohttp
from PIL import Image

from tests.support.zalo_bot import limits
from tests.support.zalo_bot.chats import Content
from tests.support.zalo_bot.wire import BrokenRule, Call, JsonObject, Refusal
from tests.support.zalo_bot.world import World

from .family import Method
from .webhooks import is_public

REFUSED_HOSTS = {"upload.wikimedia.org"}
FETCHES = 2


async def send_photo(world: World, call: Call) -> JsonObject:
    link = call.text("photo")
    if not link.startswith(("http://", "https://")):
        raise BrokenRule("Bad request: The photo must start with http:// or https://")
    if urlsplit(link).hostname in REFUSED_HOSTS or not (world.options.local or is_public(link)):
        raise Refusal(400, "Bad request: The photo URL is invalid")
    chat = world.chats.writable(call.text("chat_id"))
    seen = [await _fetched(link) for _ in range(FETCHES)]
    if not _is_picture(seen[0]):
        raise BrokenRule("Bad request: The photo URL is invalid")
    if not all(map(_is_picture, seen)):
        world.problems.append(("sendPhoto", f"the link can be fetched only once, so the picture is black: {link}"))
    shown = seen[0] if all(map(_is_picture, seen)) else b""
    told = world.shows(chat, Content(text=call.text("caption"), photo=shown))
    return {"result": told | {"message_type": "CHAT_PHOTO"}}


async def _fetched(link: str) -> bytes:
    """What is behind the link; nothing where it cannot be had."""
    headers = {"User-Agent": limits.USER_AGENT}
    try:
        async with aiohttp.ClientSession() as http, http.get(link, headers=headers) as answer:
            is_image = answer.ok and answer.content_type.startswith("image/")
            return await answer.read() if is_image else b""
    except aiohttp.ClientError:
        return b""


def _is_picture(content: bytes) -> bool:
    if not content or len(content) > limits.MAX_PHOTO_BYTES:
        return False
    try:
        Image.open(BytesIO(content)).verify()
    except Exception:  # noqa: BLE001 - whatever Pillow stumbles over, it is no picture
        return False
    return True


METHODS: dict[str, Method] = {"sendPhoto": send_photo}
