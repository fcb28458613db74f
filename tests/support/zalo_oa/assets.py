"""What the account has uploaded, under ids and tokens that expire."""

from __future__ import annotations

from dataclasses import dataclass

from . import limits
from .clock import Clock
from .wire import BrokenRule, Refusal, Upload

WORD = b"word/"
PARTS = b"[Content_Types].xml"
ZIP = b"PK\x03\x04"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
MAGIC = {
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
    "pdf": (b"%PDF-",),
    "doc": (OLE,),
    "docx": (ZIP,),
}
KINDS = {
    "image": (("jpg", "jpeg", "png"), limits.MAX_IMAGE_BYTES),
    "gif": (("gif",), limits.MAX_GIF_BYTES),
    "file": (("pdf", "doc", "docx", "csv"), limits.MAX_FILE_BYTES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One upload: `kind` is the endpoint's (image, gif, file)."""

    kind: str
    name: str
    content: bytes
    dies_at: float


class Assets:
    """All uploads by id; `monthly` is how many may be made in a month."""

    def __init__(self, clock: Clock) -> None:
        self.monthly = limits.UPLOADS_PER_MONTH
        self._clock = clock
        self._kept: dict[str, Asset] = {}
        self._made: dict[str, int] = {}

    def keep(self, kind: str, upload: Upload, *, code: int) -> str:
        """Its id; a BrokenRule with the code where it is no such file."""
        if problem := _problem(kind, upload):
            raise BrokenRule(code, problem, field="file")
        month = f"{self._clock.now():%Y-%m}"
        if self._made.get(month, 0) >= self.monthly:
            raise Refusal(-211)
        self._made[month] = self._made.get(month, 0) + 1
        id = f"{kind}-{len(self._kept) + 1:08d}-q1w2e3"
        dies_at = self._clock.seconds() + limits.ASSET_SECONDS
        self._kept[id] = Asset(kind=kind, name=upload.name, content=upload.content, dies_at=dies_at)
        return id

    def find(self, id: object, *kinds: str) -> Asset:
        """The upload; -100 where it has expired."""
        asset = self._kept.get(id) if isinstance(id, str) else None
        if asset is None or asset.kind not in kinds:
            raise BrokenRule(-201, f"no such upload: {id!r}", field="attachment_id")
        if self._clock.seconds() > asset.dies_at:
            raise Refusal(-100)
        return asset


def _problem(kind: str, upload: Upload) -> str:
    endings, most = KINDS[kind]
    ending = upload.name.rpartition(".")[2].lower()
    if ending not in endings:
        return f"upload/{kind} takes no .{ending}: {upload.name}"
    if len(upload.content) > most:
        return f"upload/{kind} takes no {len(upload.content)} bytes: {upload.name}"
    if ending == "csv":
        return "" if _is_text(upload.content) else f"no text: {upload.name}"
    if not upload.content.startswith(MAGIC[ending]):
        return f"no {ending} inside: {upload.name}"
    if ending == "docx" and not (WORD in upload.content and PARTS in upload.content):
        return f"no docx inside: {upload.name}"
    return ""


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False
