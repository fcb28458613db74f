"""A Zalo Official Account as a channel: webhook in, the OpenAPI out, tokens that are renewed once a day."""

from __future__ import annotations

from channels.zalo_oa.channel import ZaloOaChannel

__all__ = ["ZaloOaChannel"]
