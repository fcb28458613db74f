"""Chats as Zalo keeps them: who wrote to the bot, what the bot wrote, and how much each was."""

from __future__ import annotations

from dataclasses import dataclass, field

from .ids import Ids
from .wire import JsonObject, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What one message shows."""

    text: str = ""
    photo: bytes | None = None
    """The picture that the phone shows; empty where it is black."""
    sticker: str = ""
    voice_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BotMessage:
    """What the bot sent, as the person sees it."""

    message_id: str
    chat_id: str
    content: Content

    @property
    def text(self) -> str:
        return self.content.text


@dataclass(slots=True, kw_only=True)
class Chat:
    """The private chat of one person with the bot; its id is the person's."""

    chat_id: str
    display_name: str
    heard: bool = False
    """Whether the bot has ever got a message from here: before, it cannot write."""
    answerable: bool = True
    messages_in: int = 0
    """What the person wrote to the bot."""
    messages_out: int = 0
    """What the bot wrote, as the quota counts it."""
    actions: list[str] = field(default_factory=list)

    def sender(self) -> JsonObject:
        return {"id": self.chat_id, "display_name": self.display_name, "is_bot": False}

    def brief(self) -> JsonObject:
        return {"id": self.chat_id, "chat_type": "PRIVATE"}


class ChatBook:
    """All chats of the bot."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._chats: dict[str, Chat] = {}

    def add(self, display_name: str) -> Chat:
        chat = Chat(chat_id=self._ids.new("chat"), display_name=display_name)
        self._chats[chat.chat_id] = chat
        return chat

    @property
    def users(self) -> int:
        """People whom the bot has heard."""
        return sum(chat.heard for chat in self._chats.values())

    def writable(self, chat_id: str) -> Chat:
        """The chat to write to. How the platform words the refusal is not known."""
        chat = self._chats.get(chat_id)
        if chat is None or not chat.heard:
            raise Refusal(400, "Bad request: The chat_id is invalid")
        if not chat.answerable:
            raise Refusal(403, "Internal server error")
        return chat
