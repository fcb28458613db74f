"""What cannot be done on some channels, for stories that would do it."""

from __future__ import annotations

BY_TYPING = ("console", "zalo_bot")
"""Where nothing can be pressed, so that no press can be forged."""
WITHHOLDS_FILES = ("zalo_bot",)
"""Where files and films never reach the bot: whoever wants to send one is shown the way to the web page instead."""
