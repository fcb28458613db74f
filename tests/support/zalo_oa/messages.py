"""The messages that an account may send: text, with buttons, a picture, a file, a request for name and telephone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import limits
from .assets import Assets
from .buttons import read_buttons
from .reading import fields, objects, string, web_address
from .screen import Button, SeenFile
from .wire import BrokenRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What was understood; a picture at an address is still to be fetched."""

    kind: str
    """As echoes call it: text, image, gif, file."""
    text: str = ""
    choices: tuple[Button, ...] = ()
    files: tuple[SeenFile, ...] = ()
    picture: str = ""
    asks_for_info: bool = False


def read_message(given: object, assets: Assets) -> Message:
    """Exactly one of the documented shapes; BrokenRule else."""
    found = fields(given, "message", needs=(), may=("text", "attachment", "quote_message_id"))
    text = string(found["text"], "text", most=limits.MAX_TEXT, code=-210) if "text" in found else ""
    if "attachment" not in found:
        if not text:
            raise BrokenRule(-201, "a message without text and attachment", field="message")
        return Message(kind="text", text=text)
    attachment = fields(found["attachment"], "attachment", needs=("type", "payload"))
    match attachment["type"]:
        case "file":
            return _file(attachment["payload"], text, assets)
        case "template":
            return _template(attachment["payload"], text, assets)
        case other:
            raise BrokenRule(-201, f"no type of attachment: {other!r}", field="attachment.type")


def _file(payload: object, text: str, assets: Assets) -> Message:
    if text:
        raise BrokenRule(-201, "a file has no text beside it", field="text")
    asset = assets.find(fields(payload, "payload", needs=("token",))["token"], "file")
    return Message(kind="file", files=(SeenFile(name=asset.name, content=asset.content),))


def _template(payload: object, text: str, assets: Assets) -> Message:
    kind = payload.get("template_type") if isinstance(payload, dict) else None
    match kind:
        case "media":
            return _media(payload, text, assets)
        case "request_user_info":
            return _request(payload, text)
        case None:
            buttons = read_buttons(fields(payload, "payload", needs=("buttons",))["buttons"])
            if not text:
                raise BrokenRule(-201, "buttons without a text", field="text")
            return Message(kind="text", text=text, choices=buttons)
        case other:
            raise BrokenRule(-201, f"no template of consultation messages: {other!r}", field="template_type")


def _media(payload: object, text: str, assets: Assets) -> Message:
    element = _only_element(payload)
    kind = element.get("media_type") if isinstance(element, dict) else None
    if kind not in {"image", "gif"}:
        raise BrokenRule(-201, f"no type of media: {kind!r}", field="media_type")
    size = ("width", "height") if kind == "gif" else ()
    if "url" in element:
        url = web_address(fields(element, "element", needs=("media_type", "url", *size))["url"], "element.url")
        return Message(kind=kind, text=text, picture=url)
    found = fields(element, "element", needs=("media_type", "attachment_id", *size))
    asset = assets.find(found["attachment_id"], kind)
    return Message(kind=kind, text=text, files=(SeenFile(name=asset.name, content=asset.content),))


def _request(payload: object, text: str) -> Message:
    element = _only_element(payload)
    found = fields(element, "element", needs=("title", "subtitle", "image_url"))
    title = string(found["title"], "title", most=limits.MAX_TITLE)
    subtitle = string(found["subtitle"], "subtitle", most=limits.MAX_SUBTITLE)
    web_address(found["image_url"], "image_url")
    return Message(kind="text", text="\n".join(filter(None, (text, title, subtitle))), asks_for_info=True)


def _only_element(payload: object) -> Any:
    elements = fields(payload, "payload", needs=("template_type", "elements"))["elements"]
    return objects(elements, "elements", most=1)[0]
