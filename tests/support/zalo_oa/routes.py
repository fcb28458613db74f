"""What can be called, by path."""

from __future__ import annotations

from . import account_routes, sending, uploading
from .calls import Answer

ROUTES: dict[tuple[str, str], Answer] = sending.ROUTES | uploading.ROUTES | account_routes.ROUTES
