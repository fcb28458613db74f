"""Makes the Prompt: a question as it is put to a person at this moment."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import forms as texts
from forms.alongside import COUNTED_ONCE, counted_already
from forms.checks import is_answered, is_required, is_to_read
from forms.choices import LISTS
from forms.history import PERIOD_KIND
from forms.instance import Entry, Instance
from forms.keys import path_of
from forms.listing import page_of
from forms.media import Medium
from forms.prompt import Accepts, Prompt
from forms.question import Privacy, Time
from forms.questions import show, type_of
from forms.rendering import render
from forms.showing import asked, row_name, shown_answer
from forms.stops import leading
from forms.tree import Node

REPEATABLE = frozenset({Accepts.NUMBER, Accepts.TEXT, Accepts.CHOICE})
"""What happened may have happened again just so, which is asked back; a photo shows one time only."""
FILES = frozenset({Accepts.PHOTO, Accepts.FILE})


def prompt_for(instance: Instance, entry: Entry) -> Prompt:
    """Everything that a channel needs to show the question."""
    question, node = entry.question, entry.node
    notes, now = leading(instance, entry), asked(instance, entry)
    reads = is_to_read(instance, entry)
    accepts = Accepts.ACKNOWLEDGE if reads else accepted_by(entry)
    page = None if reads else page_of(instance, entry, now.choices)
    number, total = place(instance, entry)
    required = is_required(instance, entry)
    answered = is_answered(instance, entry)
    return Prompt(
        name=question.name,
        key=entry.key,
        type=question.type,
        label=_label(instance, entry),
        lead="\n\n".join(filter(None, (_label(instance, note) for note in notes))),
        hint=render(instance, question.hint, node),
        guidance=_guidance(instance, entry, notes),
        section=section(instance, entry),
        number=number,
        total=total,
        accepts=accepts,
        media=_media(instance, entry),
        choices=page.choices if page else () if reads else tuple(now.choices),
        listing=page.listing if page else None,
        multiple=question.type in LISTS,
        chosen=tuple(now.present.split()) if question.type in LISTS else (),
        ranked=question.type == "rank",
        required=required,
        empties=question.empties,
        skippable=not required and accepts is not Accepts.ACKNOWLEDGE and not question.is_repeat,
        previous=None if answered else previous_shown(instance, entry),
        previous_of=previous_of(instance, entry),
        answer_shown=shown_answer(instance, entry) if answered and not question.is_repeat and not reads else None,
        unit=question.unit,
        privacy=question.privacy,
        max_files=question.max_files if accepts in FILES else 0,
        files=len(now.present.split()) if accepts in FILES else 0,
    )


def _guidance(instance: Instance, entry: Entry, notes: Sequence[Entry]) -> str:
    """The notes that stand right above are read together with the question, and so are their words for the stuck."""
    each = (render(instance, read.question.guidance, read.node) for read in (*notes, entry))
    return "\n".join(filter(None, each))


def accepted_by(entry: Entry) -> Accepts:
    """What kind of input the question takes."""
    kind = type_of(entry.question)
    return kind.accepts if kind else Accepts.TEXT


def is_counted(entry: Entry) -> bool:
    """Whether it counts as a question: not what is only read, and not whether a list goes on."""
    return entry.question.type != "note" and not entry.question.is_repeat


def _label(instance: Instance, entry: Entry) -> str:
    """The words of the question; of what can only be read, with what there is to read."""
    if entry.question.is_repeat:
        return _rows_so_far(instance, entry)
    label = render(instance, entry.question.label, entry.node)
    if is_to_read(instance, entry) and (shown := shown_answer(instance, entry)):
        return texts.READ_ONLY.format(label=label, shown=shown)
    return label


def _media(instance: Instance, entry: Entry) -> tuple[Medium, ...]:
    """The pictures and sounds of the notes that are said with the question, of its label and of its hint."""
    if entry.question.is_repeat:
        return ()  # its words are those of the group, which shows no pictures
    shown = (*leading(instance, entry), entry)
    texts_ = (text for one in shown for text in (one.question.label, one.question.hint))
    return tuple(dict.fromkeys(medium for text in texts_ for medium in text.beside(instance.language)))


def _rows_so_far(instance: Instance, entry: Entry) -> str:
    label = render(instance, entry.question.label, entry.node) or entry.question.name
    count = int(entry.node.value)
    names = ", ".join(row_name(instance, entry, number) for number in range(1, count + 1))
    return (
        texts.MORE_ROWS.format(label=label, count=count, names=names)
        if count
        else texts.NO_ROWS_YET.format(label=label)
    )


def place(instance: Instance, entry: Entry) -> tuple[int, int]:
    """Which question of how many this is; what is not counted stands with the question that follows."""
    counted = [is_counted(other) for other in instance.shown()]
    before = next((place for place, other in enumerate(instance.shown()) if other.key == entry.key), 0)
    total = sum(counted)
    return min(1 + sum(counted[:before]), max(total, 1)), total


def section(instance: Instance, entry: Entry) -> str:
    """The innermost labelled group around the question; in a repeat with the row's number."""
    if not entry.question.sections:
        return ""
    innermost = entry.question.sections[-1]
    node = _around(entry, innermost.path)
    label = render(instance, innermost.label, node)
    if innermost.path not in instance.form.repeats or innermost.label.has_places:
        return label  # a label with places says by itself which row it is
    return texts.ROW_SECTION.format(label=label, number=node.position)


def section_key(entry: Entry) -> str:
    """Where the innermost labelled group around the question is kept; blank where there is none."""
    return _around(entry, entry.question.sections[-1].path).key if entry.question.sections else ""


def _around(entry: Entry, path: str) -> Node:
    """The node of a group around the question."""
    node = entry.node
    while node.parent is not None and path_of(node.key) != path:
        node = node.parent
    return node


def previous_value(instance: Instance, entry: Entry) -> str:
    """The unit's last sent answer, where it may still hold or be right again; first what it said of this moment."""
    if (counted := counted_already(instance, entry)) is not None:
        return counted.value
    if not may_stand(entry) and not _may_repeat(instance, entry):
        return ""
    saved = instance.surroundings.last_saved.get(entry.question.name, "")
    return saved if isinstance(saved, str) else ""


def previous_of(instance: Instance, entry: Entry) -> str:
    """The period of the report from which that answer is, where it counts at the same moment; else blank."""
    counted = counted_already(instance, entry)
    return counted.named if counted else ""


def may_stand(entry: Entry) -> bool:
    """Whether an earlier answer may simply still hold; what happened in a period is new each time."""
    return entry.question.time in COUNTED_ONCE


def _may_repeat(instance: Instance, entry: Entry) -> bool:
    """Whether the same may have happened in this period as in the last one: both must be as long."""
    question, around = entry.question, instance.surroundings
    kind = around.given.get(PERIOD_KIND, "")
    return (
        question.time is Time.FLOW
        and question.privacy is Privacy.PUBLIC
        and accepted_by(entry) in REPEATABLE
        and bool(kind)
        and around.last_saved.get(PERIOD_KIND) == kind
    )


def again(instance: Instance, entry: Entry) -> str:
    """Asks whether the last period's answer is right again: what happened is not the same by itself."""
    return texts.SAME_AGAIN.format(shown=previous_shown(instance, entry) or "")


def previous_shown(instance: Instance, entry: Entry) -> str | None:
    """The last sent answer as people read it."""
    value = previous_value(instance, entry)
    return show(value, asked(instance, entry)) if value else None
