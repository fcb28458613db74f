"""What the web chat takes and for how long its links live; all of them are our own choice, with the reason."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.channel import Capabilities

MAX_TEXT = 4_000
"""Characters that a person may type in one line: what Telegram takes too, rounded, and far more than any answer."""

MAX_FILE = 20 * 1024 * 1024
"""Bytes of one file: a phone's photo has 2-8 MB; also the most that Telegram's Bot API hands over."""

MAX_FILES = 10
"""Files in one line: a photo album of Telegram has ten as well."""

MAX_BODY = 64 * 1024
"""Bytes of a posted line: 4,000 characters of three bytes, escaped, with room."""

MAX_LABEL = 200
"""Characters of a button's label that the page sends back to show what was pressed."""

MAX_CHOICE = 64
"""Bytes of a choice id: the contract of bot.messages.Choice."""

HISTORY = 200
"""Lines that a reload shows: more than a form and its review, little enough for an old phone."""

RECHECK_SECONDS = 15.0
"""A page hears at least this often from us: so it notices a dead connection, and hears what another process wrote."""

COMMIT_LAG = timedelta(seconds=30)
"""A row with a smaller number may be committed after one with a greater number, but not this much later."""

LINK_LIFE = timedelta(hours=24)
"""How long a file link works; a reload makes new ones."""

COOKIE_LIFE = timedelta(days=400)
"""The longest that browsers keep a cookie (RFC 6265bis); renewed at every visit."""

# A page has no limit for a message; a million characters are more than any text.
CAPABILITIES = Capabilities(buttons=True, edits=True, max_text=1_000_000, files=True)
