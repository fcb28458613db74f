"""What people send, at addresses that anybody can read for a while."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """One file; its type is what Zalo's server says, whatever is inside."""

    name: str
    content: bytes
    content_type: str


class Media:
    """`base` is where the server listens for it; `gone` makes all addresses expire."""

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme
        self.base = ""
        self.fetched: list[str] = []
        self._kept: dict[str, Medium] = {}

    def keep(self, content: bytes, *, name: str, content_type: str) -> str:
        """Its address."""
        path = f"/media/{len(self._kept) + 1:06d}/{name.rpartition('.')[2] or 'bin'}"
        self._kept[path] = Medium(name=name, content=content, content_type=content_type)
        return f"{self.base}{path}"

    def at(self, path: str) -> Medium | None:
        self.fetched.append(path)
        return self._kept.get(path)

    def expire(self) -> None:
        """All addresses handed out so far lead nowhere any more."""
        self._kept.clear()
