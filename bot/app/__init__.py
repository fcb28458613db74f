"""The one place that wires the parts together and runs them."""

from __future__ import annotations

from bot.app.parts import Parts, opened
from bot.app.serve import serve

__all__ = ["Parts", "opened", "serve"]
