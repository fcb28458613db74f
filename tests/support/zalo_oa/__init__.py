"""A strict stand-in for openapi.zalo.me and oauth.zaloapp.com: one Official Account, and people who talk with it."""

from __future__ import annotations

from .options import Options
from .people import Person
from .screen import Button, SeenMessage
from .server import ZaloOaServer
from .world import Violation

__all__ = ["Button", "Options", "Person", "SeenMessage", "Violation", "ZaloOaServer"]
