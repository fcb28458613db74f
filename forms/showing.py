"""Answers as people read them."""

from __future__ import annotations

from bot.domain.submissions import Empty
from bot.texts import forms as texts
from forms.choices import offered
from forms.growing import MOST_ROWS
from forms.instance import Entry, Instance
from forms.keys import is_below, repeat_of, row_key
from forms.prompt import PromptChoice
from forms.question import Privacy
from forms.questions import Asked, show
from forms.questions.repeat import ADD, DONE, DROP

EMPTY_SHOWN = {Empty.NOTHING: texts.EMPTY_NOTHING, Empty.UNKNOWN: texts.EMPTY_UNKNOWN}


def asked(instance: Instance, entry: Entry) -> Asked:
    """The question as it stands, for its type to read and to show."""
    return Asked(
        question=entry.question,
        today=instance.surroundings.now.date(),
        offset=instance.surroundings.now.isoformat()[-len("+07:00") :],
        choices=_row_choices(instance, entry) if entry.question.is_repeat else offered(instance, entry),
        present=instance.state.values.get(entry.key, ""),
    )


def _row_choices(instance: Instance, entry: Entry) -> tuple[PromptChoice, ...]:
    """What can be done with the rows; they are offered for dropping to those who come back to them."""
    there = int(entry.node.value)
    more = [PromptChoice(value=ADD, label=texts.ROW_ADD if there else texts.ROW_ADD_FIRST)]
    droppable = range(1, there + 1) if entry.key in instance.state.settled else ()
    return (
        *(more if there < MOST_ROWS else ()),
        PromptChoice(value=DONE, label=texts.ROWS_DONE if there else texts.ROWS_NONE),
        *(
            PromptChoice(
                value=f"{DROP}{number}",
                label=texts.ROW_DROP.format(number=number, name=row_name(instance, entry, number)),
            )
            for number in droppable
        ),
    )


def row_name(instance: Instance, entry: Entry, number: int) -> str:
    """The first answer in a row that is not private: by it people know which row it is."""
    row = row_key(repeat_of(entry.key), number)
    inside = (
        other
        for other in instance.shown()
        if is_below(other.key, row) and other.question.privacy is Privacy.PUBLIC and not other.question.is_repeat
    )
    return next(filter(None, (shown_answer(instance, other) for other in inside)), texts.ROW_WITHOUT_NAME)


def shown_answer(instance: Instance, entry: Entry) -> str:
    """The present answer, or why there is none; blank where nothing was answered."""
    empty = instance.empty(entry)
    if empty is not None:
        return EMPTY_SHOWN[empty]
    return show(entry.node.value, asked(instance, entry)) if entry.node.value else ""
