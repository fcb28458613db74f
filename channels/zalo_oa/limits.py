"""Limits of the Zalo OpenAPI for Official Accounts; where its documents are silent, what others have measured."""

from __future__ import annotations

from datetime import timedelta

MAX_TEXT = 1900
"""UTF-16 units of a message; Zalo takes 2,000 characters without saying what it counts, so there is some room."""
MAX_BUTTONS = 5
MAX_BUTTON_TITLE = 100
MAX_IMAGE = 1024 * 1024
"""Bytes of a picture that is uploaded."""
MAX_DOCUMENT = 5 * 1024 * 1024
"""Bytes of any other file that is uploaded."""
MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bytes of a file that we take from a person."""
UPLOAD_LIFE = timedelta(days=6)
"""How long an upload can be used again; Zalo forgets it after seven days."""
BULK_PER_SECOND = 40.0
"""Messages to many in one second; Zalo takes 4,000 calls a minute, and replies and uploads need some too."""
RENEW_AT = 0.8
"""Of an access token's life, which is 25 hours; what is left is for a Zalo, a network or a server out of order."""
REFRESH_LIFE = timedelta(days=90)
"""A refresh token that is not used for so long is worth nothing any more."""
