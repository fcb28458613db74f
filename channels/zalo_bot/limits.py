"""Limits of the Zalo Bot Platform, measured where its documents are silent."""

from __future__ import annotations

MAX_TEXT = 1900
"""UTF-16 units of a message; Zalo says 2,000 characters without saying what it counts, so there is some room."""
MAX_CAPTION = 1900
MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bytes of a picture or a voice that we take from a person."""
POLL_SECONDS = 30
"""Of a long poll."""
BULK_PER_SECOND = 5.0
"""Messages to many in one second. No limit is published; ten within half a second were taken."""
