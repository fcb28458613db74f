"""Makes the Prompt: a question as it is put to a person at this moment."""

from __future__ import annotations

from forms.checks import is_answered, is_required
from forms.instance import Entry, Instance
from forms.prompt import Accepts, Prompt
from forms.question import Time
from forms.questions import show, type_of
from forms.rendering import render
from forms.showing import asked, shown_answer

SEVERAL = frozenset({"select_multiple", "rank"})
KEEPABLE = frozenset({Time.STOCK, Time.YEAR})
"""A figure as of a day or of a year may still be the last period's; what happened in a period is new each time."""
FILES = frozenset({Accepts.PHOTO, Accepts.FILE})


def prompt_for(instance: Instance, entry: Entry) -> Prompt:
    """Everything that a channel needs to show the question."""
    question, node = entry.question, entry.node
    now = asked(instance, entry)
    accepts = accepted_by(entry)
    files = accepts in FILES
    number, total = place(instance, entry)
    required = is_required(instance, entry)
    answered = is_answered(instance, entry)
    return Prompt(
        name=question.name,
        key=entry.key,
        type=question.type,
        label=render(instance, question.label, node),
        hint=render(instance, question.hint, node),
        section=section(instance, entry),
        number=number,
        total=total,
        accepts=accepts,
        choices=now.choices,
        multiple=question.type in SEVERAL,
        chosen=tuple(now.present.split()) if question.type in SEVERAL else (),
        required=required,
        empties=question.empties,
        skippable=not required and accepts is not Accepts.ACKNOWLEDGE,
        previous=None if answered else previous_shown(instance, entry),
        answer_shown=shown_answer(instance, entry) if answered else None,
        unit=question.unit,
        privacy=question.privacy,
        max_files=question.max_files if files else 0,
        files=len(now.present.split()) if files else 0,
    )


def accepted_by(entry: Entry) -> Accepts:
    """What kind of input the question takes."""
    kind = type_of(entry.question)
    return kind.accepts if kind else Accepts.TEXT


def place(instance: Instance, entry: Entry) -> tuple[int, int]:
    """Which question of how many this is; notes are not counted, they stand with the question that follows."""
    counted = [other.question.type != "note" for other in instance.shown()]
    before = next((place for place, other in enumerate(instance.shown()) if other.key == entry.key), 0)
    total = sum(counted)
    return min(1 + sum(counted[:before]), max(total, 1)), total


def section(instance: Instance, entry: Entry) -> str:
    """The innermost labelled group around the question."""
    sections = entry.question.sections
    return render(instance, sections[-1].label, entry.node) if sections else ""


def previous_value(instance: Instance, entry: Entry) -> str:
    """The unit's last sent answer, where it may still hold."""
    if entry.question.time not in KEEPABLE:
        return ""
    return str(instance.surroundings.last_saved.get(entry.question.name, ""))


def previous_shown(instance: Instance, entry: Entry) -> str | None:
    """The last sent answer as people read it."""
    value = previous_value(instance, entry)
    return show(value, asked(instance, entry)) if value else None
