"""How it looks to a khóm that a file was kept, that the ward can enter an answer, and what the ward has entered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.entrustments import Line
from bot.messages import Attachment, Choice, Reply
from bot.texts import entrusting as say
from bot.texts import interview
from bot.texts.addressing import Said
from forms.prompt import Accepts, Prompt


def counted(files: Iterable[Attachment]) -> str:
    """What was sent, in words: "ảnh này", "3 ảnh, 1 tệp"."""
    kinds = Counter(say.FILES[file.kind.value] for file in files)
    if kinds.total() == 1:
        return say.ONE.format(what=next(iter(kinds)))
    return ", ".join(say.SEVERAL.format(count=count, what=what) for what, count in kinds.items())


def kept(prompt: Prompt, label: str, files: Sequence[Attachment], who: str, *, whole: bool, can_leave: bool) -> str:
    """That files were kept, and the two ways on from here."""
    if not can_leave:
        wording = say.KEPT_WITH_REVIEW if whole else say.KEPT_WITH_ANSWER
        return wording.format(files=counted(files), label=label)
    return _wording(prompt, whole=whole).by(who, files=counted(files), label=label)


def _wording(prompt: Prompt, *, whole: bool) -> Said:
    if whole:
        return say.KEPT_WHOLE
    return say.KEPT_NUMBER if prompt.accepts is Accepts.NUMBER else say.KEPT_WORDS


def with_ways(question: Reply, *, whole_first: bool, just_sent: bool, alone: bool) -> Reply:
    """The open question with the ways to leave it, or everything, to the ward.

    Right after a file that is what most people want; at later questions the answer itself is. `alone`: only this
    question is open, because it is corrected.
    """
    one = Choice(id="leave", label=say.LEAVE, way_out=True, main=just_sent and not whole_first)
    rest = Choice(id="leave_rest", label=say.LEAVE_REST, way_out=True, main=just_sent and whole_first)
    ways = ((one,),) if alone else ((rest,), (one,)) if whole_first else ((one,), (rest,))
    return replace(question, rows=(*ways, *question.rows))


def confirmation(lines: Sequence[Line], submission: int, moment: int, name: str = "") -> Reply:
    """Is what the ward has entered right? Good for as long as the message stands in the chat.

    moment: which message it is; name: who has entered it, where the lines do not say it yet.
    """
    name = name or lines[0].entrustment.entered_by_name
    if len(lines) == 1:
        text = say.CONFIRM_ONE.format(name=name, label=lines[0].label, shown=_shown(lines[0]))
    else:
        text = say.CONFIRM_MANY.format(name=name, count=len(lines), lines="\n".join(map(_line, lines)))
    return Reply(
        text=text,
        hint=say.CONFIRM_HINT,
        rows=(
            (
                Choice(id=f"@confirm:{submission}:right:{moment}", label=say.RIGHT, way_out=True, main=True),
                Choice(id=f"@confirm:{submission}:wrong:{moment}", label=say.WRONG, way_out=True),
            ),
        ),
    )


def settled(lines: Sequence[Line]) -> str:
    """What becomes of that message once its button was pressed."""
    return say.CONFIRMED_LINES.format(lines="\n".join(map(_line, lines)))


def which_is_wrong(lines: Sequence[Line], submission: int, moment: int) -> Reply:
    """One line of several has to be named."""
    rows = tuple(
        (Choice(id=f"@confirm:{submission}:wrong:{moment}:{line.number}", label=_line(line).removeprefix("• ")),)
        for line in lines
    )
    home = Choice(id="@home", label=interview.LATER, way_out=True)
    return Reply(text=say.WHICH_WRONG, rows=(*rows, (home,)))


def _line(line: Line) -> str:
    return say.CONFIRM_LINE.format(label=line.label, shown=_shown(line))


def _shown(line: Line) -> str:
    return say.CONFIRM_PRIVATE if line.private else line.plain
