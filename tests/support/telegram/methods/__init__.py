"""The methods of the Bot API that the simulator knows, one family per module."""

from __future__ import annotations

from . import albums, callbacks, chats, editing, media, profile, sending, updates
from .family import Method

METHODS: dict[str, Method] = {
    name.lower(): method
    for family in (updates, sending, media, albums, editing, callbacks, chats, profile)
    for name, method in family.METHODS.items()
}
"""By lower-case name, as the server looks them up."""
