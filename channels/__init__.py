"""Adapters to the apps that people chat in; each folder is one vendor and a stranger to the others."""

from __future__ import annotations

CHANNELS = ("console", "telegram", "web", "zalo_bot", "zalo_oa")
"""Names, not imports: a vendor's library is loaded only where its channel is switched on, in bot/app."""
