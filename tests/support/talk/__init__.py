"""A small language for stories: a town with the sample ward, whose people talk with the real bot over a channel."""

from __future__ import annotations

from .member import Member
from .phone import Seen
from .town import NOW, Town

__all__ = ["NOW", "Member", "Seen", "Town"]
