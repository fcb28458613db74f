"""What every class of queries has in its hands."""

from __future__ import annotations

from typing import Any

from storage.dialects.direct import Direct
from storage.dialects.locks import Locks

AnyRow = Any
"""A named tuple whose fields are known to the statement above it, not to the type checker."""


class Queries:
    """The queries of one aggregate inside one transaction.

    Statements are built once, at module level, so that each is compiled once in the life of the process.
    """

    __slots__ = ("_connection", "_locks")

    def __init__(self, connection: Direct, locks: Locks) -> None:
        self._connection = connection
        self._locks = locks
