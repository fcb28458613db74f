"""The numbers of the Zalo Bot Platform, as its documents and those who measured it give them."""

from __future__ import annotations

MAX_TEXT = 2000
"""Characters of a text or caption; which kind is not said, so the stricter UTF-16 units are counted."""
MIN_SECRET = 8
MAX_SECRET = 256
"""Characters of setWebhook's secret_token."""
FREE_MESSAGES = 3000
FREE_USERS = 50
"""A month, and in all, on the free plan."""
DEFAULT_POLL_SECONDS = 30.0
WEBHOOK_TESTS = 10
"""testWebhook in a day; that there is a limit is documented, how much it is not."""
WEBHOOK_SECONDS = 8.0
"""How long a webhook may take. Not documented; one developer speaks of two seconds, but a test machine may stall.

Less than the ten seconds for which an update is tried to be stored: Zalo hangs up first.
"""
POLL_FLOOR_SECONDS = 0.5
"""Between two polls when the one before was answered at once with nothing new, or failed."""
RETRY_FLOOR_SECONDS = 1.0
"""Between a refusal for the quota and the same call again; a quota is for a month."""
MAX_PHOTO_BYTES = 10 * 1024 * 1024
"""Not documented."""
USER_AGENT = "Java/17.0.2"
SECRET_HEADER = "X-Bot-Api-Secret-Token"
