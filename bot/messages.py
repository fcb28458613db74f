"""The channel-neutral words of a conversation: what comes in, what goes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from bot.domain.people import AccountId


class AttachmentKind(StrEnum):
    """What a file or a non-text message is, whatever the vendor calls it."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    WITHHELD = "withheld"
    """Something that the vendor keeps from bots: it only says that it came."""
    OTHER = "other"

    @property
    def is_file(self) -> bool:
        """Whether there are bytes to keep."""
        return self in {
            AttachmentKind.PHOTO,
            AttachmentKind.DOCUMENT,
            AttachmentKind.VOICE,
            AttachmentKind.VIDEO,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the map, in degrees; accuracy in metres, 0 where nobody said."""

    latitude: float
    longitude: float
    accuracy: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came in or goes out, or a shared place.

    `remote` is the vendor's handle until the bytes are fetched; `digest` is the SHA-256 (hex) under which
    storage/files keeps them afterwards.
    """

    kind: AttachmentKind
    name: str = ""
    mime: str = ""
    size: int | None = None
    remote: str | None = None
    digest: str | None = None
    point: Point | None = None
    """Where it is, of a LOCATION."""
    public: bool = False
    """It says nothing of anybody: whoever has a link may see it, and a vendor's server may fetch it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where one person is reached on one channel: `bot` tells two bots of the same vendor apart."""

    channel: str
    bot: str
    chat: str


UNSEEN = frozenset({"console"})
"""A terminal shows what is said while somebody sits there; nobody looks at it otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One account by which a person can be reached."""

    account: AccountId
    address: Address
    chosen: bool = False
    """The person wants to be told things here, wherever he wrote last."""
    heard_at: datetime | None = field(default=None, compare=False)
    """When he wrote here last, where it was looked up."""


Served = Container[tuple[str, str]]
"""By (channel, bot): where this installation sends. On any other of somebody's accounts he hears nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One thing a person did: typed, pressed, sent a file, or opened an invitation link."""

    address: Address
    sent_at: datetime | None = None
    """When the vendor says that it was written; a pressed button has no time."""
    text: str = ""
    choice: str | None = None
    """The id of the pressed Choice."""
    pressed: str | None = None
    """The vendor's id of the message that carried the pressed button."""
    invitation: str | None = None
    """The token of an invitation link (Telegram's /start payload, the web link's last part)."""
    attachments: tuple[Attachment, ...] = ()
    album: str = ""
    """The vendor's id of the album to which a photo belongs: each of its photos comes by itself."""
    sender_name: str = ""
    edited: bool = False
    """The person changed an earlier message instead of writing a new one."""
    left: bool = False
    """The person has closed the door: nothing more can be said there until he comes back."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", readable(self.text))
        object.__setattr__(self, "sender_name", readable(self.sender_name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button, or a numbered line where a channel has none. `id` fits Telegram's 64 bytes.

    A way out ("Quay lại", "Bỏ qua") is offered by its word and never numbered: a typed number is an answer.
    """

    id: str
    label: str
    way_out: bool = False
    main: bool = False
    """What most people want here ("Gửi về phường"): a channel that can makes it stand out."""
    told: str = ""
    """The lines of the reply's text that tell more of it: where choices are numbered they stand behind its number."""

    def to_json(self) -> list[Any]:
        """As plain JSON."""
        return [self.id, self.label, self.way_out, self.main, *((self.told,) if self.told else ())]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Self:
        """The choice that `to_json` wrote."""
        key, label, way_out, main, *told = data
        return cls(id=key, label=label, way_out=way_out, main=main, told="".join(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A word with a slash that a channel can list for a person; listing hides the others, it does not authorise."""

    name: str
    """Small letters a-z, digits, underscores; without the slash."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One message to a person.

    `heading` is the small line above ("Câu 3/9 · Kinh phí"), `text` what matters, `hint` the small line below
    (an example, what is allowed). `rows` are the buttons, row by row. Channels degrade what they cannot show.
    """

    text: str
    heading: str = ""
    hint: str = ""
    rows: tuple[tuple[Choice, ...], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    settles: str | None = None
    """If set, this is no new message: it replaces the vendor's message of that id, with its buttons."""
    commands: tuple[Command, ...] = ()
    """If any: the commands that this person may use from now on, for channels that list them."""
    shareable: bool = False
    """A text to be passed on to others: a channel that can hand it to the phone's other apps offers to."""
    wants_place: bool = False
    """A place on the map is asked for: a channel that can tell where the person is offers to."""
    sealed: tuple[str, ...] = ()
    """Lines below the text that let somebody in: the outbox keeps them sealed, and only whoever shows them opens them.

    A channel is given none: they stand in its text.
    """

    @property
    def options(self) -> tuple[Choice, ...]:
        """The choices in reading order; their place, from 1, is the number that may be typed instead."""
        return tuple(choice for row in self.rows for choice in row if not choice.way_out)

    @property
    def ways_out(self) -> tuple[Choice, ...]:
        """The choices that are typed as words where there are no buttons."""
        return tuple(choice for row in self.rows for choice in row if choice.way_out)

    def to_json(self) -> dict[str, Any]:
        """The reply as plain JSON, as the outbox keeps it."""
        return {
            "text": self.text,
            "heading": self.heading,
            "hint": self.hint,
            "rows": [[choice.to_json() for choice in row] for row in self.rows],
            "attachments": [
                {
                    "kind": a.kind.value,
                    "name": a.name,
                    "mime": a.mime,
                    "size": a.size,
                    "digest": a.digest,
                    "public": a.public,
                }
                for a in self.attachments
            ],
            "settles": self.settles,
            "commands": [[command.name, command.label] for command in self.commands],
            "wants_place": self.wants_place,
            "shareable": self.shareable,
            **({"sealed": list(self.sealed)} if self.sealed else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The reply that `to_json` wrote."""
        return cls(
            text=data["text"],
            heading=data["heading"],
            hint=data["hint"],
            rows=tuple(tuple(map(Choice.from_json, row)) for row in data["rows"]),
            attachments=tuple(
                Attachment(
                    kind=AttachmentKind(a["kind"]),
                    name=a["name"],
                    mime=a["mime"],
                    size=a["size"],
                    digest=a["digest"],
                    public=a.get("public", False),
                )
                for a in data["attachments"]
            ),
            settles=data["settles"],
            commands=tuple(Command(name=name, label=label) for name, label in data.get("commands", [])),
            wants_place=data.get("wants_place", False),
            shareable=data.get("shareable", False),
            sealed=tuple(data.get("sealed", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A reply on its way to an address; `key` is its row in the outbox."""

    key: int
    address: Address
    reply: Reply
    due: datetime
    """Until when it is left to whoever took it; afterwards another process may have it."""
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RawUpdate:
    """What a vendor delivered, before it is understood: stored first, parsed later.

    `lane` keeps the order of one chat (two lanes never wait for each other); `sequence` is the order inside it.
    """

    channel: str
    bot: str
    update_id: str
    lane: str
    sequence: int
    body: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "body", storable(self.body))


def readable(text: str) -> str:
    """The text in Unicode form C, without what no database takes and nobody sees."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed.isprintable() else "".join(filter(_is_seen, composed))


def storable(text: str) -> str:
    """The text without NUL and halves of characters, which a vendor should not send and no database takes."""
    if text.isascii():
        return text.replace("\0", "")
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _is_seen(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}
