"""What an operator gives along with a form: the tables that it reads, the pictures and sounds that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.cli.console import fail, read
from bot.conversation.media_types import fit, prepared
from bot.conversation.photos import is_tidy, tidied
from bot.domain.errors import BotError
from bot.messages import Attachment, AttachmentKind
from forms.media import ENDINGS, Medium, file_name, same_name

MEDIA: Final = frozenset(ending for endings in ENDINGS.values() for ending in endings)
TABLES: Final = frozenset({".csv", ".xml", ".geojson"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideFiles:
    """Files by their names."""

    texts: Mapping[str, str]
    media: Mapping[str, bytes]


def beside_files(paths: Sequence[Path]) -> BesideFiles:
    """Read the files, and what is fit in the folders; ends the command if one cannot be read."""
    found = [file for path in paths for file in (_inside(path) if path.is_dir() else (path,))]
    media = {file_name(file.name): read(file) for file in found if file.suffix.lower() in MEDIA}
    tables = [file for file in found if file.suffix.lower() not in MEDIA]
    return BesideFiles(texts={file.name: read(file).decode("utf-8", "replace") for file in tables}, media=media)


def shown_files(given: BesideFiles, wanted: Sequence[Medium]) -> list[tuple[str, tuple[Attachment, bytes]]]:
    """Those that the form shows, by the names under which they were given: as it calls them, and the bytes to keep.

    Ends the command if one is not what its name says.
    """
    found = []
    for medium in wanted:
        for name in given.media:
            if same_name(name, medium.name):
                content, mime = prepared(_tidied(given.media[name]))
                file = Attachment(kind=AttachmentKind.DOCUMENT, name=medium.name, mime=mime, size=len(content))
                found.append((name, (_fit(medium, file), content)))
    return found


def _tidied(content: bytes) -> bytes:
    return content if is_tidy(content) else tidied(content)


def _fit(medium: Medium, file: Attachment) -> Attachment:
    try:
        return fit(medium.kind, medium.name, file)
    except BotError as problem:
        fail(problem)


def _inside(folder: Path) -> Iterator[Path]:
    yield from (file for file in sorted(folder.iterdir()) if file.suffix.lower() in MEDIA | TABLES and file.is_file())
