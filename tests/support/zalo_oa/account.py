"""One person's Zalo account and what every act of it goes through."""

from __future__ import annotations

from .events import Event
from .screen import ScreenEvent, SeenMessage
from .wire import JsonObject
from .world import OA_ID, World


class Account:
    """The person as Zalo knows them, with the chat that they have with the account."""

    def __init__(self, world: World, name: str) -> None:
        self.name = name
        self.world = world
        self.standing = world.new_person(name)

    @property
    def id(self) -> str:
        """Who this is for the Official Account."""
        return self.standing.user_id

    def sends(self, event_name: str, **message: object) -> Event:
        """Send a message with these fields: `lan.sends("user_send_text", text="412")`."""
        if self.standing.blocks:
            raise ValueError(f"{self.name} has blocked the account")
        self.standing.interacts(self.world.clock.seconds())
        self.standing.sent += 1
        msg_id = self.world.new_id()
        content = {
            "sender": {"id": self.id},
            "recipient": {"id": OA_ID},
            "user_id_by_app": self.standing.by_app,
            "message": {**message, "msg_id": msg_id},
        }
        return self.world.queue.add(event_name, content, id=msg_id, lane=self.id)

    def happens(self, event_name: str, content: JsonObject) -> Event:
        """Something about the person that is no message, and has no id."""
        number = len(self.world.queue.all) + 1
        return self.world.queue.add(event_name, content, id=f"{event_name} {number}", lane=self.id)

    def sees_by_staff(self, text: str) -> None:
        """A clerk has answered by hand in the account's own program."""
        message_id = self.world.new_id()
        message = SeenMessage(message_id=message_id, text=text, by_staff=True)
        self.world.shows(ScreenEvent(user_id=self.id, message=message))
        self.world.echo(self.standing, "oa_send_text", {"text": text, "msg_id": message_id}, by_staff=True)
