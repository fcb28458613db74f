"""Draws the pages of a copy. Pillow is imported only where something is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from bot.actions.copies import ReportCopy
from exports.copies.layout import Block, Page, blocks, foot_of, height_of, pages
from exports.copies.paper import A4, PHONE, RESOLUTION, Paper

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SHADES = 16
"""Of each colour, between white and itself."""


def pictures(copy: ReportCopy) -> list[bytes]:
    """PNG pictures as wide as a phone, none higher than its screen."""
    return [_png(image) for image in _drawn(copy, PHONE)]


def pdf(copy: ReportCopy) -> bytes:
    """A4 pages; black on white, so that a fax of them is read as well."""
    first, *others = (_black(image) for image in _drawn(copy, A4))
    content = BytesIO()
    first.save(
        content,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=RESOLUTION,
        title=copy.head.replace("\n", " · "),
    )
    return content.getvalue()


def _black(image: Image) -> Image:
    from PIL.Image import Dither

    return image.convert("1", dither=Dither.NONE)


def _drawn(copy: ReportCopy, paper: Paper) -> list[Image]:
    found = list(blocks(copy, paper))
    made = pages(found, paper.height - 2 * paper.margin)
    if len(made) == 1:
        return [_page(made[0], paper, [])]
    foot = foot_of(copy, paper, page=1, pages=1)
    made = pages(found, paper.height - 2 * paper.margin - height_of(foot))
    return [
        _page(page, paper, foot_of(copy, paper, page=place, pages=len(made)))
        for place, page in enumerate(made, start=1)
    ]


def _page(page: Page, paper: Paper, foot: Sequence[Block]) -> Image:
    from PIL import Image, ImageDraw

    low = page.height + 2 * paper.margin + height_of(foot)
    height = paper.height if paper.is_cut else low
    image = Image.new("RGB" if paper.is_coloured else "L", (paper.width, height), "white")
    pen = ImageDraw.Draw(image)
    _stack(pen, page.blocks, paper, paper.margin)
    _stack(pen, foot, paper, height - paper.margin - height_of(foot))
    return image


def _stack(pen: ImageDraw, stacked: Sequence[Block], paper: Paper, y: int) -> None:
    for block in stacked:
        _block(pen, block, paper, y)
        y += block.height


def _block(pen: ImageDraw, block: Block, paper: Paper, y: int) -> None:
    if block.ruled:
        middle = y + block.height // 2
        pen.line((paper.margin, middle, paper.width - paper.margin, middle), fill=paper.faint, width=2)
    for each in block.words:
        x, anchor = (paper.width - paper.margin, "ra") if each.right else (paper.margin, "la")
        pen.text((x, y), each.text, fill=each.colour, font=each.font, anchor=anchor)


def _png(image: Image) -> bytes:
    """A few shades of two colours: a quarter of the bytes, and every letter as sharp."""
    from PIL.Image import Dither, new

    shades = new("P", (1, 1))
    shades.putpalette([part for colour in (PHONE.ink, PHONE.accent) for part in _shades(colour)])
    content = BytesIO()
    image.quantize(palette=shades, dither=Dither.NONE).save(content, "PNG")
    return content.getvalue()


def _shades(colour: str) -> Iterator[int]:
    """From white to the colour: red, green, blue, and again."""
    from PIL.ImageColor import getrgb

    for shade in range(SHADES):
        for part in getrgb(colour)[:3]:
            yield 255 - (255 - part) * shade // (SHADES - 1)
