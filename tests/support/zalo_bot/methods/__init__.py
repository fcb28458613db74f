"""The methods of the Zalo Bot Platform, one family per module."""

from __future__ import annotations

from . import photos, profile, sending, updates, webhooks
from .family import Method

METHODS: dict[str, Method] = {
    name: method for family in (profile, updates, webhooks, sending, photos) for name, method in family.METHODS.items()
}
"""By name; the platform tells capitals from small letters."""
