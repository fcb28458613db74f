"""JSON as it is stored: readable Vietnamese, no spaces, and no NaN, which PostgreSQL would refuse."""

from __future__ import annotations

import json

dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode

canonical = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True).encode
"""The one spelling of a value, over which hashes are made."""
