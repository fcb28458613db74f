"""A job that looks now and then goes on looking when the database comes back."""

from __future__ import annotations

import asyncio

import pytest

from bot.jobs.base import every
from storage.errors import StorageError


async def test_a_look_that_failed_is_not_the_last_and_another_fault_is_not_hidden() -> None:
    looks: list[int] = []

    async def look() -> None:
        looks.append(len(looks))
        if len(looks) == 1:
            raise StorageError("storage_down")
        if len(looks) == 3:
            raise ValueError("a fault of ours")

    async with asyncio.timeout(90):
        with pytest.raises(ValueError, match="a fault of ours"):
            await every(0.01, look)
    assert looks == [0, 1, 2]
