"""A strict stand-in for api.telegram.org: a loopback Bot API server, and people who talk to the bot."""

from __future__ import annotations

from tests.support.simulator import Violation

from .faults import FloodLimit
from .people import Person
from .screen import SeenMessage
from .server import TOKEN, TelegramServer

__all__ = ["TOKEN", "FloodLimit", "Person", "SeenMessage", "TelegramServer", "Violation"]
