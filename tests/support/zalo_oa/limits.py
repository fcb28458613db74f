"""Zalo's numbers for Official Accounts, as the documents and pilots of others tell them."""

from __future__ import annotations

MAX_TEXT = 2000
"""Characters of a message; longer is refused, not cut. Whose characters is not said: the stricter UTF-16 units."""
MAX_BUTTONS = 5
MAX_TITLE = 100
MAX_SUBTITLE = 500
MAX_PAYLOAD = 1000
"""Buttons of one message, characters of a title, of a subtitle and of a query's payload."""
ACCESS_SECONDS = 90_000
"""An access token lives 25 hours."""
REFRESH_SECONDS = 90 * 24 * 3600
"""A refresh token lives three months and is used once."""
CODE_SECONDS = 600
"""The code of the consent page lives ten minutes and is used once."""
FREE_SECONDS = 48 * 3600
WINDOW_SECONDS = 7 * 24 * 3600
"""Since somebody's last interaction: free, then billed, then refused."""
CALLS_PER_MINUTE = 4000
UPLOADS_PER_MONTH = 5000
ASSET_SECONDS = 7 * 24 * 3600
"""What was uploaded expires."""
MAX_IMAGE_BYTES = 1024 * 1024
MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_GIF_BYTES = 5 * 1024 * 1024
WEBHOOK_SECONDS = 10.0
"""In which a webhook must have answered 200. It is two seconds, but a test machine may stall."""
RETRY_AFTER = (30.0, 300.0, 900.0, 1800.0, 3600.0)
"""Seconds until an event is delivered again; after the last the webhook is disabled."""
MAX_LISTED = 50
MAX_LIST_OFFSET = 9951
"""user/getlist."""
