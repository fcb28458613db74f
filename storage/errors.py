"""What storage raises when the database or the files cannot be used."""

from __future__ import annotations

from bot.domain.errors import BotError


class StorageError(BotError):
    """The database or a file cannot be used. Its text is one English sentence for the operator, with the cure."""

    def __init__(self, sentence: str) -> None:
        super().__init__("storage")
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence
