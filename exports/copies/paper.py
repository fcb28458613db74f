"""The two sizes of paper, in pixels, with letters for tired eyes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A page, and how large everything on it is."""

    width: int
    height: int
    """At most."""
    margin: int
    title: int
    section: int
    text: int
    small: int
    gap: int
    """Between two answers, half of it on either side of the line between them."""
    ink: str
    accent: str
    faint: str
    is_cut: bool
    """Every page is as high as the first; a picture ends where its text ends."""
    is_coloured: bool

    @property
    def inner(self) -> int:
        """Pixels from margin to margin."""
        return self.width - 2 * self.margin


PHONE = Paper(
    # As wide as high as a phone's screen: the picture fills it, and nobody has to zoom. Three pixels per point of a
    # common small phone, so that letters stay sharp where an app makes the picture smaller.
    width=1080,
    height=1920,
    margin=60,
    title=62,
    section=48,
    text=50,
    small=40,
    gap=36,
    ink="#1a1a1a",
    accent="#0b5d4e",
    faint="#c9c9c9",
    is_cut=False,
    is_coloured=True,
)
A4 = Paper(
    # 300 dots per inch; 13 points for what is read, as in administrative papers (NĐ 30/2020).
    width=2480,
    height=3508,
    margin=236,
    title=67,
    section=54,
    text=54,
    small=46,
    gap=36,
    ink="black",
    accent="black",
    faint="black",
    is_cut=True,
    is_coloured=False,
)
RESOLUTION = 300
"""Of A4."""
