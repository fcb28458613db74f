"""How much of a file is read."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 10 * 2**20
"""A form of 300 questions and 10,000 choices is 0.4 MB as a workbook; ten megabytes are pictures or something else."""
MOST_ROWS: Final = 60_000
"""Rows with something in them, per sheet: three lists of the largest size (see forms/lint/choices.py)."""
