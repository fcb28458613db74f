"""How it looks to the ward's officer what khóm have left to him: the notice, the list, one submission, one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.clock import local
from bot.conversation import cards
from bot.conversation.way_home import HOME
from bot.domain.entrustments import ENTERABLE, WHOLE, Entrusted, Line, Load
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import entrusting as say
from forms.prompt import Prompt
from storage.queries.enclosures import Enclosure

NUMBERS_IN_ROW = 5
STAYING = frozenset({"keep", "nothing", "done", "more", "whole", "yes", "retype", "no_reason", "on"})
"""The actions of a question that an officer has too; the others move whoever fills in the submission."""


def notice(text: str, submission: int) -> Reply:
    """Something is to be entered."""
    row = (Choice(id=f"@entrusted:{submission}", label=say.OPEN, way_out=True),)
    return Reply(text=text, hint=say.NOTICE_HINT, rows=(row,))


def listing(entries: Sequence[tuple[int, str, str, Load]]) -> Reply:
    """The submissions by number, each with its unit, its title and what is to be done in it."""
    lines, rows = [say.LIST], []
    for submission, unit, title, of in entries:
        line = say.LIST_LINE.format(unit=unit, title=title, load=load(of))
        lines.append(line)
        named = say.LIST_CHOICE.format(unit=unit, title=title)
        rows.append((Choice(id=f"@entrusted:{submission}", label=named, told=line),))
    return Reply(text="\n".join(lines), hint=say.LIST_HINT, rows=(*rows, (HOME,)))


def load(of: Load) -> str:
    """2 câu nhờ ghi giúp, 1 tệp chưa xem."""
    counts = ((say.LOAD_ASKED, of.asked), (say.LOAD_UNCONFIRMED, of.unconfirmed), (say.LOAD_UNSEEN, of.unseen))
    return ", ".join(wording.format(count=count) for wording, count in counts if count) or say.LOAD_NONE


def sheet(lines: Sequence[Line], enclosures: Sequence[Enclosure], heading: str) -> Reply:
    """Everything that was left, with what stands there now."""
    enterable = [line for line in lines if line.state in ENTERABLE]
    untold = any(line.state is Entrusted.ENTERED and line.entrustment.told_at is None for line in lines)
    numbers = [_way(f"line{line.number}", str(line.number)) for line in enterable]
    rows = [tuple(numbers[start : start + NUMBERS_IN_ROW]) for start in range(0, len(numbers), NUMBERS_IN_ROW)]
    tell = (Choice(id="tell", label=say.TELL, way_out=True, main=True),)
    return Reply(
        # No heading: a long text below one would be bold.
        text="\n".join((heading, _files(enclosures), *map(_line, lines))),
        hint=say.SHEET_HINT if enterable else say.SHEET_HINT_NOTHING,
        rows=(
            *((tell,) if untold else ()),
            *(((_way("files", say.FILES_BUTTON),),) if enclosures else ()),
            *rows,
            (_way("list", say.LIST_BUTTON), HOME),
        ),
    )


def _line(line: Line) -> str:
    wording = say.SHEET_LINE if line.state in ENTERABLE else say.SHEET_LINE_DONE
    shown = say.SHEET_OWN.format(shown=line.plain) if line.state is Entrusted.OWN else line.shown
    return wording.format(number=line.number, label=line.label, shown=shown)


def file(enclosure: Enclosure, label: str) -> Reply:
    """One file with who sent it, when, and for which question."""
    at = local(enclosure.sent_at)
    wording = say.FILE_FOR_WHOLE if enclosure.key == WHOLE else say.FILE_FOR
    text = wording.format(name=enclosure.sent_by_name, time=dates.time(at), day=dates.day(at.date()), label=label)
    return Reply(text=text, attachments=(enclosure.file,))


def question(prompt: Prompt, heading: str, *, has_files: bool, problem: str = "") -> Reply:
    """The question as its khóm would have it, with an officer's ways out."""
    asked = cards.question(prompt, problem=problem)
    kept = [tuple(choice for choice in row if _stays(choice)) for row in asked.rows]
    more = (*((_way("files", say.FILES_BUTTON),) if has_files else ()), _way("sheet", say.SHEET_BUTTON))
    return replace(asked, heading=heading, rows=(*(row for row in kept if row), more), wants_place=False)


def _stays(choice: Choice) -> bool:
    return choice.id in STAYING or choice.id.startswith("option")


def _files(enclosures: Sequence[Enclosure]) -> str:
    if not enclosures:
        return say.SHEET_NO_FILES
    kinds = Counter(say.FILES[one.file.kind.value] for one in enclosures)
    parts = (say.SHEET_FILES_LINE.format(count=count, what=what) for what, count in kinds.items())
    return say.SHEET_FILES.format(files=", ".join(parts))


def _way(action: str, label: str) -> Choice:
    return Choice(id=action, label=label, way_out=True)
