"""The way back to the menu, which stands below most of what is said to somebody who is in the middle of nothing."""

from __future__ import annotations

from bot.messages import Choice
from bot.texts import conversation as say

HOME = Choice(id="@home", label=say.HOME, way_out=True)
ONLY_HOME = ((HOME,),)
"""Below what comes by itself, and so stands below the menu."""
