"""One person's Telegram account and what every act of it goes through."""

from __future__ import annotations

from copy import deepcopy
from itertools import count

from .chats import Chat, StoredMessage
from .wire import JsonObject
from .world import World

_ids = count(910_000_001)


class Account:
    """The person as Telegram knows them, with the private chat that they have with the bot."""

    def __init__(self, world: World, name: str, *, user_id: int | None = None, started: bool = False) -> None:
        self.name = name
        user = {"id": user_id or next(_ids), "is_bot": False, "first_name": name, "language_code": "vi"}
        self.chat: Chat = world.chats.add(user)
        self.chat.started = started
        self.world = world

    @property
    def id(self) -> int:
        return self.chat.chat_id

    def sends(self, **content: object) -> StoredMessage:
        """Sends a message with these fields: `lan.sends(dice={"emoji": "🎲", "value": 3})`."""
        self.must_be_talking()
        message = self.world.new_message(self.chat, dict(content), sender=self.chat.user)
        self.tell_bot("message", message.body)
        return message

    def tell_bot(self, kind: str, content: JsonObject) -> None:
        """Queues an update about this person."""
        self.world.updates.add(kind, deepcopy(content), sender=self.id)

    def must_be_talking(self) -> None:
        """A phone shows only the Start button to those who never pressed it, or who blocked the bot."""
        if not self.chat.started:
            raise ValueError(f"{self.name} has not pressed Start")
        if self.chat.blocked:
            raise ValueError(f"{self.name} has blocked the bot")
