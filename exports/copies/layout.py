"""Where every line of a copy stands: blocks from top to bottom, cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import TYPE_CHECKING

from bot.actions.copies import ReportCopy
from bot.conversation.cards import label_of
from bot.texts import dates, interview
from bot.texts import report as words
from exports.copies.paper import Paper
from exports.fonts import bold, regular
from forms.prompt import ReviewLine

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

LEADING = 1.32
"""From line to line, by the height of the letters: there has to be room for two marks on one letter."""
SIDE_BY_SIDE = 0.5
"""Of the width: an answer that takes no more stands beside its question."""
MOST_BOLD = 80
"""Characters: a figure stands out in bold; a long text in bold is tiring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of letters, from the left margin, or to the right one where it is `right`."""

    text: str
    font: FreeTypeFont
    colour: str
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What is never cut: one line of letters, or two beside each other."""

    height: int
    words: tuple[Words, ...] = ()
    ruled: bool = False
    """A line is drawn in its middle."""
    keep: bool = False
    """It stands on the same page as the next block."""


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    blocks: list[Block] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Pixels that the blocks take."""
        return height_of(self.blocks)


def height_of(stacked: Iterable[Block]) -> int:
    """Pixels that blocks take, one below the other."""
    return sum(block.height for block in stacked)


def blocks(copy: ReportCopy, paper: Paper) -> Iterator[Block]:
    """The whole copy."""
    yield from _head(copy.head.splitlines(), paper)
    section: str | None = None
    for line in copy.lines:
        if line.section != section:
            section = line.section
            yield from _section(section, paper)
        else:
            yield Block(height=paper.gap, ruled=True)
        yield from _answer(line, paper)


def foot_of(copy: ReportCopy, paper: Paper, *, page: int, pages: int) -> list[Block]:
    """Below each of several pages: one that gets lost says where it belongs."""
    period = dates.period(copy.period.span)
    text = words.COPY_PAGE.format(unit=copy.unit.name, period=period, code=copy.code, page=page, pages=pages)
    font = regular(paper.small)
    rule = Block(height=paper.gap * 2, ruled=True)
    return [rule, *_lines(wrapped(text, font, paper.inner), font, paper.ink, keep=True)]


def pages(found: Sequence[Block], room: int) -> list[Page]:
    """The blocks on pages of that height; what is kept together is one group."""
    made = [Page()]
    for group in _groups(found):
        if made[-1].blocks and made[-1].height + height_of(group) > room:
            made.append(Page())
        at_the_top = not made[-1].blocks
        made[-1].blocks += dropwhile(lambda block: not block.words, group) if at_the_top else group
    return made


def wrapped(text: str, font: FreeTypeFont, width: int) -> list[str]:
    """The text in lines of that width; a word that is longer than a line is cut."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if font.getlength(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _cut(word, font, width)
            lines += full
        lines.append(line)
    return lines


def _cut(word: str, font: FreeTypeFont, width: int) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and font.getlength(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _groups(found: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in found:
        group.append(block)
        if not block.keep and block.words:
            yield group
            group = []
    if group:
        yield group


def _head(lines: Sequence[str], paper: Paper) -> Iterator[Block]:
    title, under, *rest = lines
    fonts = (bold(paper.title), bold(paper.section), *(regular(paper.small) for _ in rest))
    for text, font in zip((title, under, *rest), fonts, strict=True):
        colour = paper.accent if text == title else paper.ink
        yield from _lines(wrapped(text, font, paper.inner), font, colour, keep=True)


def _section(name: str, paper: Paper) -> Iterator[Block]:
    yield Block(height=paper.gap + paper.gap // 2, keep=True)
    font = bold(paper.section)
    if name:
        yield from _lines(wrapped(name, font, paper.inner), font, paper.accent, keep=True)
        yield Block(height=paper.gap // 4, keep=True)


def _answer(line: ReviewLine, paper: Paper) -> Iterator[Block]:
    """The question with its answer beside it, else below it."""
    label = words.COPY_NUMBERED.format(number=line.number, label=label_of(line))
    shown = line.shown or interview.REVIEW_BLANK
    asked = regular(paper.text)
    answered = bold(paper.text) if line.shown and len(shown) <= MOST_BOLD else asked
    length = answered.getlength(shown)
    if "\n" not in shown and length <= paper.inner * SIDE_BY_SIDE:
        left = wrapped(label, asked, int(paper.inner - length - paper.text))
        height = _height(asked)
        for place, text in enumerate(left):
            beside = (Words(text=shown, font=answered, colour=paper.ink, right=True),) if place == 0 else ()
            last = place == len(left) - 1
            yield Block(height=height, words=(Words(text=text, font=asked, colour=paper.ink), *beside), keep=not last)
    else:
        yield from _lines(wrapped(label, asked, paper.inner), asked, paper.ink, keep=True)
        yield from _lines(wrapped(shown, answered, paper.inner), answered, paper.ink, keep=False)


def _lines(texts: Sequence[str], font: FreeTypeFont, colour: str, *, keep: bool) -> Iterator[Block]:
    for text in texts:
        yield Block(height=_height(font), words=(Words(text=text, font=font, colour=colour),), keep=keep)


def _height(font: FreeTypeFont) -> int:
    return round(font.size * LEADING)
