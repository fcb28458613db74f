"""Limits of the Bot API that shape what is sent. Sources: core.telegram.org/bots/api unless said otherwise."""

from __future__ import annotations

MAX_TEXT = 4096
"""Code points of a message's text after its entities are parsed."""
MAX_CAPTION = 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bytes of a file that getFile serves."""
MAX_UPLOAD = 50 * 1024 * 1024
"""Bytes of a file that a bot may send."""
MAX_PHOTO = 10 * 1024 * 1024
"""Bytes of a picture that is sent as a photo; a larger one goes as a document."""
BULK_PER_SECOND = 28
"""Messages to many in one second; Telegram takes about 30 (core.telegram.org/bots/faq), and replies need some too."""
MAX_BUTTONS_IN_ROW = 8
"""Undocumented; constants of python-telegram-bot, InlineKeyboardMarkupLimit."""
MAX_BUTTON_LABEL = 40
"""Code points that a small phone shows in a row of one button; longer options are numbered in the text."""
POLL_SECONDS = 25
"""Of a long poll; the server caps at 50."""
POLL_BATCH = 100
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
