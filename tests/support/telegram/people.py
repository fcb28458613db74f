"""People with a phone, who write, press and look at their screens, so that a test reads like a story."""

from __future__ import annotations

import re

from . import limits
from .callbacks import Press
from .chats import StoredMessage
from .entities import utf16_length
from .looking import Looking
from .screen import SeenMessage
from .sharing import Sharing
from .wire import JsonObject

PAYLOAD = re.compile(rf"[A-Za-z0-9_-]{{0,{limits.MAX_START_PAYLOAD}}}")
COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@\w+)?")
OWN_PHONE = "84901234567"


class Person(Sharing, Looking):
    """One account and its private chat with the bot.

    lan = telegram.person("Lan")
    lan.start("invitation-token")
    question = await lan.sees("bao nhiêu hộ")
    lan.says("412")
    """

    def start(self, payload: str = "") -> StoredMessage:
        """Opens t.me/<bot>?start=<payload> and presses Start, which also unblocks."""
        if not PAYLOAD.fullmatch(payload):
            raise ValueError(f"Telegram opens no link with this start parameter: {payload!r}")
        if self.chat.blocked:
            self.unblocks_bot()
        self.chat.started = True
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, *, reply_to: int | None = None) -> StoredMessage:
        """Sends a text; the phone cuts it at 4096 characters into several messages, the last is returned."""
        text = text.strip()
        if not text:
            raise ValueError("a phone sends no empty text")
        parts = [text[at : at + limits.MAX_TEXT] for at in range(0, len(text), limits.MAX_TEXT)]
        reply = self._reply(reply_to)
        return [self.sends(**_text_fields(part), **reply) for part in parts][-1]

    def edits(self, message: StoredMessage, text: str) -> None:
        """Changes a text that this person sent before."""
        message.body.pop("entities", None)
        message.body |= _text_fields(text) | {"edit_date": self.world.clock.unix()}
        self.tell_bot("edited_message", message.body)

    def presses(self, label: str, on: SeenMessage | None = None) -> Press:
        """Presses the button on the newest message that has it, or on a message as it was when seen."""
        for message in [on] if on else reversed(self.screen):
            button = message.button(label)
            if button and button.data is not None:
                return self._press(message.message_id, label, button.data)
        raise AssertionError(f"{self.name} finds no button {label!r} to press.\n{self.describe()}")

    def _press(self, message_id: int, label: str, callback_data: str) -> Press:
        self.must_be_talking()
        press = self.world.presses.add(self.id, label)
        message = self.chat.messages[message_id]
        content = self.world.callback_content(self.chat, message, press.callback_id, callback_data)
        self.tell_bot("callback_query", content)
        return press

    def taps(self, label: str) -> StoredMessage:
        """Presses a key of the reply keyboard, which sends its label, or the own phone number."""
        key = next((key for row in self.keyboard for key in row if key["text"] == label), None)
        if key is None:
            raise AssertionError(f"{self.name} has no key {label!r}.\n{self.describe()}")
        return self.sends_contact(OWN_PHONE) if key.get("request_contact") else self.says(label)

    def blocks_bot(self) -> None:
        self._change_membership("member", "kicked")
        self.chat.blocked = True

    def unblocks_bot(self) -> None:
        self.chat.blocked = False
        self._change_membership("kicked", "member")

    def _change_membership(self, before: str, after: str) -> None:
        content = {
            "chat": self.chat.brief(),
            "from": self.chat.user,
            "date": self.world.clock.unix(),
            "old_chat_member": self._membership(before),
            "new_chat_member": self._membership(after),
        }
        self.tell_bot("my_chat_member", content)

    def _membership(self, status: str) -> JsonObject:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"status": status, "user": self.world.user, **until}

    def _reply(self, message_id: int | None) -> JsonObject:
        if message_id is None:
            return {}
        original = self.chat.messages[message_id].body
        return {"reply_to_message": {key: value for key, value in original.items() if key != "reply_to_message"}}


def _text_fields(text: str) -> JsonObject:
    command = COMMAND.match(text)
    if not command:
        return {"text": text}
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": utf16_length(command[0])}]}
