"""How a question, a doubt and a finished form look as replies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.conversation.changes import beside_the_last
from bot.conversation.several_cards import compared
from bot.domain.submissions import Empty
from bot.messages import Attachment, Choice, Reply
from bot.texts import conversation, dates, publishing, several
from bot.texts import interview as say
from forms.moving import Moved
from forms.prompt import Accepted, Accepts, Doubt, Listing, Prompt, PromptChoice, ReviewLine
from forms.values.numerals import show_number

SHORT_LABEL = 12
"""Letters up to which two choices share a row: longer ones are cut on a small phone."""
LINES_IN_ROW = 5
WORTH_TYPING = 3
"""Open questions of a section from which on it is offered to fill them in at once."""

HELP = Choice(id="@help", label=conversation.HELP_LABEL, way_out=True)
EMPTY_LABELS = {Empty.NOTHING: say.NOTHING, Empty.UNKNOWN: say.UNKNOWN}


def question(
    prompt: Prompt,
    *,
    understood: str = "",
    problem: str = "",
    more: str = "",
    last: bool = False,
    files: tuple[Attachment, ...] = (),
) -> Reply:
    """The open question: where it stands, what was understood before it, what may be pressed.

    `problem` says why the answer before was not taken, `more` what helps; `last`: the person comes from the review;
    `files`: the pictures and sounds that the form shows with it.
    """
    # What was just gathered stands above already.
    standing = () if understood and prompt.multiple else _standing(prompt)
    hints = (*_more_words(prompt, problem), _hint(prompt, problem), *standing, *_how(prompt), more)
    return Reply(
        heading="\n".join(filter(None, (understood, _place(prompt)))),
        text=problem or "\n\n".join(filter(None, (prompt.lead, prompt.label))),
        hint="\n".join(filter(None, hints)),
        rows=(*_options(prompt), *_ways_out(prompt, last=last)),
        attachments=files,
        wants_place=prompt.accepts is Accepts.PLACE,
    )


def _place(prompt: Prompt) -> str:
    """Which question it is; of one alone only the section, for after a consent there will be more."""
    if prompt.total == 1:
        return prompt.section
    wording = say.HEADING if prompt.section else say.HEADING_PLAIN
    return wording.format(number=prompt.number, total=prompt.total, section=prompt.section)


def settled(asked: Prompt, understood: str) -> str:
    """What becomes of the message whose button was pressed."""
    return asked.label if asked.is_read_only else say.SETTLED.format(label=asked.label, shown=understood)


def kept(asked: Prompt, answer: Accepted) -> str:
    """How the answer was understood, above the next question; nothing where there was only something to read."""
    if asked.is_read_only:
        return ""
    if not answer.understood:
        return say.UNDERSTOOD_NOTHING
    if asked.private:
        return say.UNDERSTOOD_PRIVATE
    if answer.change is not None:
        return compared(answer.understood, answer.change)
    return say.UNDERSTOOD.format(shown=answer.understood)


def doubt(doubted: Doubt, problem: str = "") -> Reply:
    """The answer is unusual or was unclear: is it right? `problem` says why one does not know yet."""
    return Reply(
        text="\n".join(filter(None, (problem, doubted.text))),
        hint=say.DOUBT_HINT,
        rows=((way("yes", say.YES_RIGHT), way("retype", say.TYPE_AGAIN)),),
    )


def reason() -> Reply:
    """Why the unusual answer is right, in a few words."""
    return Reply(text=say.ASK_REASON, rows=((way("no_reason", say.SKIP),),))


def listing(lines: Sequence[ReviewLine], *, compared: bool = False, numbered: bool = False) -> str:
    """The answers as text, section by section; `compared`: with what has changed since the last period.

    `numbered`: with the numbers under which they can be corrected; beside a menu they would be two lists of numbers.
    """
    blocks: list[list[str]] = []
    section: str | None = None
    for line in lines:
        if line.section != section:
            section = line.section
            blocks.append([section] if section else [])
        mark = say.REVIEW_NUMBER.format(number=line.number) if numbered else say.REVIEW_MARK
        blocks[-1].append(_line(line, mark, compared=compared))
    return "\n\n".join("\n".join(block) for block in blocks)


def news(moved: Moved | None) -> list[str]:
    """What a change of the form means for a draft."""
    if moved is None:
        return []
    said = ((publishing.MOVED_AGAIN, moved.asked_again), (publishing.MOVED_GONE, moved.gone))
    return [publishing.MOVED, *(text.format(labels=", ".join(labels)) for text, labels in said if labels)]


def sent(
    lines: Sequence[ReviewLine],
    *,
    title: str,
    code: str,
    at: datetime,
    following: str,
    who: str,
    copy: Choice | None,
) -> Reply:
    """That it has been sent, when, under which code, and what comes next; `at` is in Vietnam's time."""
    return Reply(
        heading=title,
        text=say.SENT.by(who, time=dates.time(at), day=dates.day(at.date())),
        hint="\n\n".join((code, listing(lines), following)),
        rows=((copy,),) if copy else (),
    )


def give_up() -> Reply:
    """Before a draft is thrown away."""
    return Reply(text=say.REALLY_GIVE_UP, rows=((way("give_up_yes", say.GIVE_UP), way("retype", say.BACK)),))


def label_of(line: ReviewLine) -> str:
    """What was asked, as it stands before its answer."""
    return line.label.rstrip(" ?:.")


def _line(line: ReviewLine, mark: str, *, compared: bool) -> str:
    label = label_of(line)
    if line.problem and not line.shown:
        return say.REVIEW_LINE_OPEN.format(mark=mark, label=label)
    shown = say.REVIEW_PRIVATE if line.private and line.shown else line.shown or say.REVIEW_BLANK
    if compared and line.change is not None:
        shown = beside_the_last(shown, line.change)
    wording = say.REVIEW_LINE_PROBLEM if line.problem else say.REVIEW_LINE
    return wording.format(mark=mark, label=label, shown=shown, problem=line.problem)


def _more_words(prompt: Prompt, problem: str) -> tuple[str, ...]:
    """What is said besides, once an answer was not taken: the question again, and the form's guidance."""
    return (prompt.label, prompt.guidance) if problem else ()


def _hint(prompt: Prompt, problem: str) -> str:
    """The form's hint, without its example where the problem has just given one."""
    if prompt.max_files and prompt.files:
        return ""  # how many there are is said with how to go on
    first, _, rest = prompt.hint.partition(". ")
    doubled = first.startswith(say.EXAMPLE) and say.EXAMPLE.casefold() in problem.casefold()
    return rest if doubled else prompt.hint


def _standing(prompt: Prompt) -> tuple[str, ...]:
    """What can be kept with one tap: the present answer, else the last period's."""
    if prompt.max_files and prompt.files:
        return ()  # the count of files says it
    if prompt.answer_shown is not None:
        # Also what is private: whoever opens the question again wants to check what was typed.
        return (say.PRESENT.format(shown=prompt.answer_shown),)
    if prompt.previous is not None:
        wording = say.PREVIOUS_OF if prompt.previous_of else say.PREVIOUS
        return (wording.format(shown=prompt.previous, period=prompt.previous_of),)
    return ()


def _how(prompt: Prompt) -> tuple[str, ...]:
    """How far one is, and how to go on, where the question alone does not say it."""
    files = prompt.max_files > 1 and prompt.files
    return (
        _gathered(prompt) if files else "",
        say.PLACE_HINT if prompt.accepts is Accepts.PLACE else "",
        say.RANK_HINT if prompt.ranked else "",
        _where(prompt.listing) if prompt.listing else "",
    )


def _gathered(prompt: Prompt) -> str:
    wording = say.FILES_FULL if prompt.files >= prompt.max_files else say.FILES_SO_FAR[prompt.type]
    return wording.format(count=prompt.files, most=prompt.max_files)


def _where(listing: Listing) -> str:
    """Which lines of a long list are shown; nothing where words have left few."""
    if listing.words and listing.shown == listing.found:
        return ""
    wording = say.LIST_FOUND if listing.words else say.LIST
    return wording.format(
        first=show_number(listing.first + 1),
        last=show_number(listing.first + listing.shown),
        total=show_number(listing.total),
        found=show_number(listing.found),
    )


def _options(prompt: Prompt) -> list[tuple[Choice, ...]]:
    # A number on a button is what it says, never the number of a line.
    figures = prompt.accepts is Accepts.NUMBER
    marked = [
        Choice(id=f"option{place}", label=_marked(choice, prompt), way_out=figures)
        for place, choice in enumerate(prompt.choices)
    ]
    if figures:
        return _even_rows(marked)
    if prompt.accepts is Accepts.ACKNOWLEDGE and not marked:
        marked = [Choice(id="on", label=say.AGREED if prompt.type == "acknowledge" else say.ON)]
    if prompt.listing is None and all(len(choice.label) <= SHORT_LABEL for choice in marked):
        return [tuple(marked[start : start + 2]) for start in range(0, len(marked), 2)]
    return [(choice,) for choice in marked]


def _even_rows(choices: Sequence[Choice]) -> list[tuple[Choice, ...]]:
    """Rows of as many choices each as can be: six are two rows of three."""
    rows = -(-len(choices) // LINES_IN_ROW)
    length = -(-len(choices) // max(rows, 1))
    return [tuple(choices[start : start + length]) for start in range(0, len(choices), max(length, 1))]


def _marked(choice: PromptChoice, prompt: Prompt) -> str:
    """The label, with a sign that it is taken, or as which."""
    if choice.value not in prompt.chosen:
        return choice.label
    if prompt.ranked:
        return say.RANKED.format(place=prompt.chosen.index(choice.value) + 1, label=choice.label)
    return f"✓ {choice.label}"


def _looking(listing: Listing | None) -> tuple[Choice, ...]:
    """The ways through a long list."""
    if listing is None:
        return ()
    turns = way("more", say.MORE if listing.has_more else say.FROM_START)
    return (
        *((turns,) if listing.shown < listing.found else ()),
        *((way("whole", say.WHOLE_LIST),) if listing.words else ()),
    )


def _ways_out(prompt: Prompt, *, last: bool) -> list[tuple[Choice, ...]]:
    standing = prompt.answer_shown is not None or prompt.previous is not None
    files = prompt.max_files > 0 and prompt.files > 0
    answers = (
        *((way("done", say.DONE),) if files or (prompt.multiple and prompt.chosen and not prompt.ranked) else ()),
        *((way("keep", say.KEEP),) if standing and not files and not prompt.multiple else ()),
        *(way(empty.value, EMPTY_LABELS[empty]) for empty in prompt.empties),
        *((way("skip", say.SKIP),) if prompt.skippable and not files else ()),
    )
    moves = (
        *((way("back", say.BACK),) if prompt.number > 1 else ()),
        *((way("review", say.REVIEW),) if last else ()),
        way("later", say.LATER),
        HELP,
    )
    return [row for row in (_looking(prompt.listing), answers, _at_once(prompt), moves) if row]


def _at_once(prompt: Prompt) -> tuple[Choice, ...]:
    """The way to answer a whole section, where it saves something: never more than one."""
    if prompt.keepable > 1:
        return (way("keep_all", several.KEEP_ALL),)
    return (way("quick", several.QUICK),) if prompt.quick >= WORTH_TYPING else ()


def way(action: str, label: str) -> Choice:
    """A way out of the open card."""
    return Choice(id=action, label=label, way_out=True)
