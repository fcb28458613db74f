"""Pictures, sounds and films that stand beside a text of a form, by the names of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from unicodedata import normalize


class MediaKind(StrEnum):
    """What a file shows; XLSForm's own names."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """One file that a form names: ban-do.png, a picture."""

    kind: MediaKind
    name: str


COLUMNS: Final[Mapping[str, MediaKind]] = MappingProxyType(
    {"image": MediaKind.IMAGE, "big-image": MediaKind.IMAGE, "audio": MediaKind.AUDIO, "video": MediaKind.VIDEO}
)
"""The columns of a sheet, and forms of a text in an XForm. A chat has one size, so that big-image is an image."""
ENDINGS: Final[Mapping[MediaKind, tuple[str, ...]]] = MappingProxyType(
    {
        MediaKind.IMAGE: (".jpg", ".jpeg", ".png", ".webp"),
        MediaKind.AUDIO: (".mp3", ".m4a", ".ogg", ".oga", ".wav"),
        MediaKind.VIDEO: (".mp4", ".m4v", ".webm", ".mov"),
    }
)
"""What the name of a file of each kind may end in: what phones and browsers play without another program."""

Media = Mapping[MediaKind, str]
"""At most one file of each kind, by its name."""
NO_MEDIA: Final[Media] = MappingProxyType({})


def named(values: Iterable[tuple[str, str]]) -> Media:
    """The files of one text: (form, address) as `big-image`, `jr://images/ban-do.png`; the big picture wins."""
    found: dict[MediaKind, str] = {}
    for form, address in values:
        kind, name = COLUMNS.get(form), file_name(address)
        if kind is not None and name and (form == "big-image" or kind not in found):
            found[kind] = name
    return found or NO_MEDIA


def beside(*layers: Media) -> tuple[Medium, ...]:
    """The files of a text, kind by kind; a later layer (a language) stands in front of an earlier one."""
    names = {kind: name for layer in layers for kind, name in layer.items()}
    return tuple(Medium(kind=kind, name=names[kind]) for kind in MediaKind if kind in names)


def file_name(address: str) -> str:
    """The name at the end of an address, in one Unicode form: Macs write names in another one."""
    return normalize("NFC", PurePosixPath(address.strip()).name)


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one file: Windows and phones do not tell capital letters apart."""
    return file_name(one).casefold() == file_name(other).casefold()
