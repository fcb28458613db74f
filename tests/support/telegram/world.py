"""Everything that Telegram knows about one bot: its chats, files, presses, commands, updates and webhook."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bell import Bell
from .callbacks import PressBook
from .chats import Chat, ChatBook, StoredMessage
from .clock import Clock
from .files import FileStore
from .updates import UpdateQueue
from .wire import JsonObject

CHAT_INSTANCE = "8134722200314281151"
"""Telegram sends an opaque number here that only games look at."""


@dataclass(slots=True, kw_only=True)
class Webhook:
    """Where updates go when nobody polls; an empty url is no webhook."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenEvent:
    """A new message of the bot, or one after an edit, in the order in which the person saw them."""

    chat_id: int
    message: StoredMessage
    edited: bool
    text: str
    html: str
    rows: list[list[JsonObject]]


@dataclass(slots=True)
class Profile:
    """What the bot shows of itself."""

    commands: dict[tuple[str, str], list[JsonObject]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, JsonObject] = field(default_factory=dict)


class World:
    """The state behind the server; methods of the Bot API and people both work on it."""

    def __init__(self, token: str, username: str) -> None:
        self.clock = Clock()
        self.bell = Bell()
        self.chats = ChatBook()
        self.files = FileStore()
        self.presses = PressBook(self.clock)
        self.updates = UpdateQueue(self.clock, self.bell)
        self.profile = Profile()
        self.webhook = Webhook()
        self.screen: list[ScreenEvent] = []
        self.poll = 0  # counts the long polls that had to wait
        self.user: JsonObject = {
            "id": int(token.split(":", maxsplit=1)[0]),
            "is_bot": True,
            "first_name": username,
            "username": username,
        }

    def new_message(self, chat: Chat, content: JsonObject, *, sender: JsonObject) -> StoredMessage:
        """Puts a message into the chat."""
        message_id = self.chats.take_message_id()
        body = {"message_id": message_id, "from": sender, "chat": chat.brief(), "date": self.clock.unix(), **content}
        message = StoredMessage(body=body, from_bot=sender is self.user)
        chat.messages[message_id] = message
        return message

    def shown(self, chat: Chat, message: StoredMessage, *, edited: bool = False) -> None:
        """Lets the person see what the bot sent or changed."""
        event = ScreenEvent(
            chat_id=chat.chat_id,
            message=message,
            edited=edited,
            text=message.text,
            html=message.html,
            rows=list(message.inline_rows),
        )
        self.screen.append(event)
        self.bell.ring()

    def callback_content(self, chat: Chat, message: StoredMessage, callback_id: str, callback_data: str) -> JsonObject:
        """The callback_query of a press; a message that is gone comes without its content."""
        inaccessible = {"chat": chat.brief(), "message_id": message.message_id, "date": 0}
        return {
            "id": callback_id,
            "from": chat.user,
            "message": inaccessible if message.deleted else dict(message.body),
            "chat_instance": CHAT_INSTANCE,
            "data": callback_data,
        }
