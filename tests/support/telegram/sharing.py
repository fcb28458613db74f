"""What people send beside text: photos, documents, albums, voice, stickers, contacts and places."""

from __future__ import annotations

from .account import Account
from .chats import StoredMessage
from .wire import JsonObject


class Sharing(Account):
    """The paper-clip of a phone."""

    def sends_photo(self, content: bytes, *, caption: str = "", group: str | None = None) -> StoredMessage:
        """`content` must be a picture; the bot gets it in several sizes."""
        sizes = [size.photo_size() for size in self.world.files.keep_photo(content)]
        return self.sends(photo=sizes, **_caption(caption, group))

    def sends_document(
        self,
        content: bytes,
        *,
        name: str = "bao-cao.xlsx",
        content_type: str = "application/octet-stream",
        caption: str = "",
    ) -> StoredMessage:
        """Any file up to whatever size: the bot cannot fetch what is over 20 MB."""
        stored = self.world.files.keep("document", content, name=name, content_type=content_type)
        return self.sends(document=stored.document(), **_caption(caption, None))

    def sends_album(self, photos: list[bytes], *, caption: str = "") -> list[StoredMessage]:
        """Several photos at once arrive as separate messages that share a media_group_id."""
        group = str(13_000_000_000_000_000 + self.world.chats.take_message_id())
        captions = [caption] + [""] * (len(photos) - 1)
        return [
            self.sends_photo(photo, caption=text, group=group) for photo, text in zip(photos, captions, strict=True)
        ]

    def sends_voice(self, content: bytes = b"OggS", *, seconds: int = 3) -> StoredMessage:
        stored = self.world.files.keep("voice", content, name="voice.ogg", content_type="audio/ogg")
        return self.sends(voice=stored.reference() | {"duration": seconds, "mime_type": "audio/ogg"})

    def sends_sticker(self, emoji: str = "👍") -> StoredMessage:
        stored = self.world.files.keep("sticker", b"RIFF", name="sticker.webp", content_type="image/webp")
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.sends(sticker=stored.reference() | shape | {"emoji": emoji})

    def sends_contact(self, phone: str, *, of: int | None = None, name: str | None = None) -> StoredMessage:
        """Shares a contact: the own one, or with `of` somebody else's (0: one who is not on Telegram)."""
        owner = {} if of == 0 else {"user_id": of or self.id}
        return self.sends(contact={"phone_number": phone, "first_name": name or self.name, **owner})

    def sends_location(self, latitude: float, longitude: float) -> StoredMessage:
        return self.sends(location={"latitude": latitude, "longitude": longitude})


def _caption(text: str, group: str | None) -> JsonObject:
    return ({"caption": text} if text else {}) | ({"media_group_id": group} if group else {})
