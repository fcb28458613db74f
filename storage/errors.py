"""What storage raises when the database or the files cannot be used.

StorageError         the disk is full, the server away ...: the same work may succeed later
 └─ StorageRefused   this work can never succeed
"""

from __future__ import annotations

from bot.domain.errors import BotError


class StorageError(BotError):
    """The database or a file cannot be used. Its text is one English sentence for the operator, with the cure."""

    def __init__(self, sentence: str) -> None:
        super().__init__("storage")
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class StorageRefused(StorageError):
    """The database works and refused this one change, say by a foreign key: a defect of ours; waiting mends nothing."""
