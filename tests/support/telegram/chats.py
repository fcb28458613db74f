"""Chats and messages as Telegram keeps them: who pressed Start, who blocked the bot, what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from .wire import JsonObject, Refusal, bad_request

NAMES = ("first_name", "last_name", "username")


@dataclass(slots=True, kw_only=True)
class StoredMessage:
    """A message in the form in which the Bot API shows it, and what only the server knows about it."""

    body: JsonObject
    html: str = ""
    markup: JsonObject | None = None
    from_bot: bool = False
    deleted: bool = False

    @property
    def message_id(self) -> int:
        return int(self.body["message_id"])

    @property
    def text(self) -> str:
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def inline_rows(self) -> list[list[JsonObject]]:
        rows: list[list[JsonObject]] = (self.body.get("reply_markup") or {}).get("inline_keyboard", [])
        return rows

    def show(self, text: str, entities: list[JsonObject], html: str | None, *, field: str = "text") -> None:
        """Writes the text or caption with its entities."""
        self.body.pop("entities" if field == "text" else "caption_entities", None)
        self.body[field] = text
        if entities:
            self.body["entities" if field == "text" else "caption_entities"] = entities
        self.html = html if html is not None else escape(text, quote=False)

    def put_markup(self, markup: JsonObject | None) -> None:
        """Only inline keyboards are part of the message; the others change the person's screen."""
        self.markup = markup
        self.body.pop("reply_markup", None)
        if markup and markup.get("inline_keyboard"):
            self.body["reply_markup"] = markup

    @property
    def editable(self) -> bool:
        """A bot cannot edit what came with a reply keyboard, its removal, or a forced reply (server code)."""
        return self.from_bot and (self.markup is None or "inline_keyboard" in self.markup)


@dataclass(slots=True, kw_only=True)
class Chat:
    """A private chat between one person and the bot."""

    user: JsonObject
    started: bool = False
    blocked: bool = False
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)

    @property
    def chat_id(self) -> int:
        return int(self.user["id"])

    def brief(self) -> JsonObject:
        """The chat as it stands in messages."""
        names: JsonObject = {key: self.user[key] for key in NAMES if key in self.user}
        return {"id": self.chat_id, "type": "private", **names}

    def message(self, message_id: int, *, purpose: str) -> StoredMessage:
        """`purpose` goes into the complaint, as on the server: "message to edit not found"."""
        found = self.messages.get(message_id)
        if found is None or found.deleted:
            raise bad_request(f"{purpose} not found")
        return found


@dataclass(slots=True)
class ChatBook:
    """All chats of the bot; a bot cannot write first."""

    _chats: dict[int, Chat] = field(default_factory=dict)
    _last_message_id: int = 100

    def add(self, user: JsonObject) -> Chat:
        if user["id"] in self._chats:
            raise ValueError(f"there is a person with the id {user['id']} already")
        chat = Chat(user=user)
        self._chats[chat.chat_id] = chat
        return chat

    def find(self, chat_id: object) -> Chat:
        """The chat to read from; unknown to the bot until the person pressed Start."""
        chat = self._chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        return chat

    def writable(self, chat_id: object) -> Chat:
        """The chat to write to; a blocked bot may not."""
        chat = self.find(chat_id)
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return chat

    def take_message_id(self) -> int:
        self._last_message_id += 1
        return self._last_message_id
