"""A strict stand-in for the Zalo Bot Platform: a loopback server with its quirks, and people who talk to the bot."""

from __future__ import annotations

from .chats import BotMessage
from .options import Options
from .people import Person
from .server import TOKEN, Violation, ZaloBotServer

__all__ = ["TOKEN", "BotMessage", "Options", "Person", "Violation", "ZaloBotServer"]
