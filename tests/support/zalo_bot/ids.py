"""Identifiers as the platform makes them: twenty hexadecimal letters that say nothing."""

from __future__ import annotations

import hashlib


class Ids:
    """A new one each time, the same ones in every run."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._made = 0

    def new(self, kind: str) -> str:
        self._made += 1
        return hashlib.sha256(f"{self._seed} {kind} {self._made}".encode()).hexdigest()[:20]
