"""Telegram's numbers, each with its source: the Bot API page, or the public server's code."""

from __future__ import annotations

MAX_TEXT = 4096
"""Code points (not bytes, not UTF-16 units) of a message after its entities are taken out (Bot API)."""
MAX_CAPTION = 1024
"""The same for a caption (Bot API)."""
MAX_CALLBACK_DATA_BYTES = 64
"""Bytes in UTF-8, so only 21 letters like "ỹ" (Bot API, InlineKeyboardButton)."""
MAX_INLINE_BUTTONS = 100
"""Buttons on one inline keyboard; not documented, the server answers "reply markup is too long"."""
MAX_BUTTONS_IN_ROW = 8
"""Buttons in one row of an inline keyboard; not documented either."""
MAX_PLACEHOLDER = 64
"""Characters of input_field_placeholder (Bot API)."""
MAX_COPY_TEXT = 256
"""Characters of CopyTextButton.text (Bot API)."""
MAX_CALLBACK_ANSWER = 200
"""Characters of answerCallbackQuery's text (Bot API)."""
MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_COMMAND_DESCRIPTION = 256
"""setMyCommands (Bot API)."""
MAX_BOT_NAME = 64
MAX_BOT_DESCRIPTION = 512
MAX_BOT_SHORT_DESCRIPTION = 120
"""setMyName, setMyDescription, setMyShortDescription (Bot API)."""
MAX_START_PAYLOAD = 64
"""Characters from A-Za-z0-9_- behind ?start= (Bot API, deep linking)."""
MAX_UPDATES = 100
MAX_POLL_SECONDS = 50
"""getUpdates: limit (Bot API) and the time-out at which the server cuts a long poll (server code)."""
MAX_WEBHOOK_CONNECTIONS = 100
MAX_SECRET_TOKEN = 256
"""setWebhook (Bot API)."""
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
"""getFile, sending a file, sending a photo (Bot API)."""
MAX_PHOTO_SIDES_SUM = 10_000
MAX_PHOTO_RATIO = 20
"""A photo's width plus height, and the longer side over the shorter (Bot API, sendPhoto)."""
MIN_ALBUM = 2
MAX_ALBUM = 10
"""Items of sendMediaGroup (Bot API)."""
MAX_MESSAGES_AT_ONCE = 100
"""Ids in deleteMessages (Bot API)."""
DELETABLE_SECONDS = 48 * 3600
"""A bot deletes only messages that are younger than 48 hours (Bot API, deleteMessage)."""
MESSAGE_UPDATE_SECONDS = 24 * 3600
"""An update that nobody fetched is kept for a day (Bot API, getting updates)."""
CALLBACK_UPDATE_SECONDS = 150
"""A press that nobody fetched is dropped after this (server code; the Bot API page does not tell)."""
CALLBACK_ANSWER_SECONDS = 150
"""A press cannot be answered after this; the hosted server's number is not known, and it may be less."""
CONFLICT_SECONDS = 3.0
"""The server holds back the second of two 409 answers that follow each other for this long (server code)."""
