"""People with a phone, who write, press and look at their screens, so that a test reads like a story."""

from __future__ import annotations

from .events import Event
from .looking import Looking
from .screen import Button, SeenMessage
from .sharing import Sharing
from .world import OA_ID

QUERIES = ("oa.query.show", "oa.query.hide")


class Person(Sharing, Looking):
    """One account and its chat with the Official Account.

    lan = zalo.person("Lan")
    lan.follows()
    question = await lan.sees("bao nhiêu hộ")
    lan.presses("Giữ nguyên")
    """

    def follows(self) -> Event:
        """Press "Quan tâm" on the account's page, which also unblocks."""
        self.standing.follows, self.standing.left, self.standing.blocks = True, False, False
        self.standing.interacts(self.world.clock.seconds())
        return self.happens("follow", self._following() | {"source": "oa_profile"})

    def unfollows(self) -> Event:
        """Stop following: nothing may be sent any more."""
        self.standing.follows, self.standing.left = False, True
        return self.happens("unfollow", self._following() | {"source": "zalo"})

    def blocks(self) -> None:
        """Block the account: it is not told."""
        self.standing.blocks = True

    def says(self, text: str) -> Event:
        """Send a text."""
        return self.sends("user_send_text", text=text)

    def presses(self, label: str, on: SeenMessage | None = None) -> Event:
        """Press the button on the newest message that has it: its payload comes as if it had been typed."""
        button = self._find(label, on)
        if button.kind not in QUERIES:
            raise AssertionError(f"{label!r} sends nothing: it is {button.kind}")
        return self.says(button.payload)

    def opens(self, label: str, on: SeenMessage | None = None) -> str:
        """Press a button that opens a page: the page's address."""
        button = self._find(label, on)
        assert button.kind == "oa.open.url", f"{label!r} opens nothing: it is {button.kind}"
        self.standing.interacts(self.world.clock.seconds())
        return button.url

    def submits_info(self, phone: str, *, name: str = "", address: str = "") -> Event:
        """Answer a request for name and telephone."""
        self.standing.interacts(self.world.clock.seconds())
        home = {"user_city": "Đồng Tháp", "user_ward": "Tân Quy Đông", "user_address": address}
        info = {"name": name or self.name, "phone": phone, "user_dob": "", "gender": "", "full_address": home}
        content = {
            "sender": {"id": self.id},
            "recipient": {"id": OA_ID},
            "user_id_by_app": self.standing.by_app,
            "info": info,
        }
        return self.happens("user_submit_info", content)

    def _find(self, label: str, on: SeenMessage | None) -> Button:
        for message in [on] if on else reversed(self.screen):
            if button := message.button(label):
                return button
        raise AssertionError(f"{self.name} finds no button {label!r} to press.\n{self.describe()}")

    def _following(self) -> dict[str, object]:
        return {"oa_id": OA_ID, "follower": {"id": self.id}, "user_id_by_app": self.standing.by_app}
