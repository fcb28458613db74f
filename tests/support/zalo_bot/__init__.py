"""A strict stand-in for the Zalo Bot Platform: a loopback server with its quirks, and people who talk to the bot."""

from __future__ import annotations

from tests.support.simulator import Violation

from .chats import BotMessage
from .options import Options
from .people import Person
from .server import TOKEN, ZaloBotServer

__all__ = ["TOKEN", "BotMessage", "Options", "Person", "Violation", "ZaloBotServer"]
