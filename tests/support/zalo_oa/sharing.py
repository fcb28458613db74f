"""What people send beside text."""

from __future__ import annotations

import hashlib
import json

from .account import Account
from .events import Event


class Sharing(Account):
    """The paper-clip of a phone."""

    def sends_photo(self, content: bytes, *, text: str = "", content_type: str = "image/jpeg") -> Event:
        """`content_type` is what the media server says of it."""
        url = self.world.media.keep(content, name="photo.jpg", content_type=content_type)
        caption = {"text": text} if text else {}
        return self.sends("user_send_image", attachments=[_attachment("image", thumbnail=url, url=url)], **caption)

    def sends_file(self, content: bytes, *, name: str) -> Event:
        """Any file, spreadsheets too."""
        url = self.world.media.keep(content, name=name, content_type="application/octet-stream")
        payload = {
            "size": str(len(content)),
            "name": name,
            "checksum": hashlib.md5(content, usedforsecurity=False).hexdigest(),
            "type": name.rpartition(".")[2],
            "url": url,
        }
        return self.sends("user_send_file", attachments=[_attachment("file", **payload)])

    def sends_voice(self, content: bytes) -> Event:
        url = self.world.media.keep(content, name="voice.m4a", content_type="audio/mp4")
        return self.sends("user_send_audio", attachments=[_attachment("audio", url=url)])

    def sends_video(self, content: bytes) -> Event:
        url = self.world.media.keep(content, name="video.mp4", content_type="video/mp4")
        payload = {"thumbnail": url, "description": "", "url": url}
        return self.sends("user_send_video", attachments=[_attachment("video", **payload)])

    def sends_sticker(self) -> Event:
        payload = {"id": "bfe458bf64fa8da4d4eb", "url": f"{self.world.media.base}/media/sticker"}
        return self.sends("user_send_sticker", attachments=[_attachment("sticker", **payload)])

    def sends_link(self, url: str) -> Event:
        payload = {"thumbnail": "", "description": "", "url": url}
        return self.sends("user_send_link", text=url, attachments=[_attachment("link", **payload)])

    def sends_card(self, name: str, phone: str) -> Event:
        """Somebody's business card: what is told of them is JSON inside a string."""
        told = json.dumps({"phone": phone, "qrCodeUrl": f"{self.world.media.base}/media/qr"})
        payload = {"thumbnail": "", "description": told, "url": "", "title": name}
        return self.sends("user_send_business_card", text=name, attachments=[_attachment("link", **payload)])

    def sends_location(self, latitude: float, longitude: float, *, label: str = "") -> Event:
        """Coordinates are strings, and the text is the name of the place."""
        place = {"latitude": f"{latitude:.7f}", "longitude": f"{longitude:.7f}"}
        named = {"text": label} if label else {}
        return self.sends("user_send_location", attachments=[_attachment("location", coordinates=place)], **named)


def _attachment(kind: str, **payload: object) -> dict[str, object]:
    return {"payload": payload, "type": kind}
