"""What Telegram accepts as a reply_markup, beyond its structure."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiogram.types import InlineKeyboardButton, KeyboardButton

from . import limits
from .wire import BrokenRule, JsonObject

DESCRIPTIONS = {"text", "style", "icon_custom_emoji_id"}
"""Fields that say how a button looks; of the others an inline button has exactly one, a key at most one."""
INLINE_ACTIONS = InlineKeyboardButton.model_fields.keys() - DESCRIPTIONS
REPLY_ACTIONS = KeyboardButton.model_fields.keys() - DESCRIPTIONS
STYLES = {"danger", "success", "primary"}


def check_markup(markup: JsonObject | None) -> None:
    """Any of the four kinds of markup; raises BrokenRule."""
    if markup is None:
        return
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= limits.MAX_PLACEHOLDER:
        raise BrokenRule(f"input_field_placeholder must have 1-{limits.MAX_PLACEHOLDER} characters")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    elif "keyboard" in markup:
        _check_reply(markup["keyboard"])


def _check_inline(rows: list[list[JsonObject]]) -> None:
    too_wide = any(len(row) > limits.MAX_BUTTONS_IN_ROW for row in rows)
    if too_wide or sum(map(len, rows)) > limits.MAX_INLINE_BUTTONS:
        raise BrokenRule("reply markup is too long")
    for row in rows:
        if not row:
            raise BrokenRule("inline keyboard has an empty row")
        for button in row:
            _check_inline_button(button)


def _check_inline_button(button: JsonObject) -> None:
    _check_label(button)
    actions = INLINE_ACTIONS & button.keys()
    if len(actions) != 1:
        raise BrokenRule(f"can't parse inline keyboard button: exactly one action is needed, found {sorted(actions)}")
    if "callback_data" in button:
        _check_callback_data(button["callback_data"])
    if "url" in button:
        _check_url(button["url"])
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        raise BrokenRule("inline keyboard button Web App URL is invalid: Only HTTPS links are allowed")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= limits.MAX_COPY_TEXT:
        raise BrokenRule(f"copy_text must have 1-{limits.MAX_COPY_TEXT} characters")


def _check_label(button: JsonObject) -> None:
    if button.get("style", "primary") not in STYLES:
        raise BrokenRule("can't parse keyboard button: invalid style specified")
    if not button["text"].strip():
        raise BrokenRule("can't parse inline keyboard button: text must be non-empty")


def _check_callback_data(callback_data: str) -> None:
    if not 1 <= len(callback_data.encode()) <= limits.MAX_CALLBACK_DATA_BYTES:
        raise BrokenRule("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "tg":
        return
    if parts.scheme not in {"http", "https"} or "." not in (parts.hostname or ""):
        raise BrokenRule(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_reply(rows: list[list[JsonObject]]) -> None:
    if not rows or not all(rows):
        raise BrokenRule("keyboard must have at least one button in each row")
    for row in rows:
        for button in row:
            _check_label(button)
            if len(REPLY_ACTIONS & button.keys()) > 1:
                raise BrokenRule("can't parse keyboard button: at most one action is allowed")
