"""The host on which Zalo keeps what people send: open to everybody who has the link, for a while."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.telegram.clock import Clock

from .ids import Ids
from .options import Options

TYPES = {"jpg": "image/jpeg", "aac": "audio/aac"}
LIES = {"octet_stream": "application/octet-stream", "html": "text/html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """One file behind a link."""

    content: bytes
    content_type: str
    gone_at: float


class MediaHost:
    """`keep` gives the path of the link; `base` is where the server listens."""

    def __init__(self, clock: Clock, ids: Ids, options: Options) -> None:
        self.base = ""
        self._clock = clock
        self._ids = ids
        self._options = options
        self._kept: dict[str, Medium] = {}

    def keep(self, content: bytes, ending: str, *, seconds: float | None = None) -> str:
        """The link to it; `seconds` as long as it can be opened."""
        name = f"{self._ids.new('medium')}.{ending}"
        lives = self._options.media_seconds if seconds is None else seconds
        self._kept[name] = Medium(
            content=content,
            content_type=LIES.get(self._options.media_type, TYPES[ending]),
            gone_at=self._clock.now() + lives,
        )
        return f"{self.base}/media/{name}"

    def open(self, name: str) -> Medium | None:
        """What is behind the link, as long as it can be opened."""
        medium = self._kept.get(name)
        return medium if medium and self._clock.now() < medium.gone_at else None
