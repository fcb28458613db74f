"""What can be said against an answer: it is missing, it breaks a rule, or it is unusual."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.submissions import Empty
from bot.texts import forms as texts
from forms.growing import MOST_ROWS
from forms.instance import Entry, Instance
from forms.keys import path_of
from forms.questions.rank import unfinished
from forms.rendering import render
from forms.showing import asked
from forms.suspicion import suspicion
from forms.tree import Node


def is_required(instance: Instance, entry: Entry) -> bool:
    """Whether the question must not be left blank now."""
    required = entry.question.required
    return required is not None and instance.truth(required, entry.node)


def is_to_read(instance: Instance, entry: Entry) -> bool:
    """Whether there is nothing to answer: a note, or a question whose value people cannot change now."""
    return entry.question.type == "note" or is_read_only(instance, entry)


def is_read_only(instance: Instance, entry: Entry) -> bool:
    """Whether the form says so of the question or of a group around it; people are asked about rows all the same."""
    if entry.question.is_repeat:
        return False
    own = entry.question.read_only
    if own is not None and instance.truth(own, entry.node):
        return True
    groups = instance.form.read_only_groups
    return bool(groups) and any(
        instance.truth(groups[path], node) for node in _above(entry.node) if (path := path_of(node.key)) in groups
    )


def _above(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def is_answered(instance: Instance, entry: Entry) -> bool:
    """Whether there is a value, or a reason why there is none."""
    return bool(entry.node.value) or entry.key in instance.state.empties


def lack(instance: Instance, entry: Entry) -> str:
    """Why a blank, or half a ranking, cannot stay; blank if it can."""
    if entry.question.type == "rank" and entry.node.value:
        return unfinished(entry.node.value, asked(instance, entry))
    if is_answered(instance, entry) or not is_required(instance, entry):
        return ""
    own = render(instance, entry.question.required_message, entry.node)
    return own or (texts.REQUIRED_OR_UNKNOWN if Empty.UNKNOWN in entry.question.empties else texts.REQUIRED)


def objection(instance: Instance, entry: Entry) -> str:
    """What stands against the value: the form's constraint, or more rows than can be; a blank is not checked."""
    if any(rows > MOST_ROWS for rows in instance.rows.values()):
        return texts.TOO_MANY_ROWS.format(most=MOST_ROWS)
    constraint = entry.question.constraint
    if constraint is None or not entry.node.value or instance.truth(constraint, entry.node):
        return ""
    return render(instance, entry.question.constraint_message, entry.node) or texts.NOT_ALLOWED


def doubt(instance: Instance, entry: Entry) -> str:
    """What is asked about an unusual value, unless the person has confirmed exactly this value."""
    confirmed = instance.state.confirmed.get(entry.key)
    if confirmed is not None and confirmed.value == entry.node.value:
        return ""
    suspected = suspicion(instance, entry)
    return suspected.asked if suspected else ""


def problem(instance: Instance, entry: Entry) -> str:
    """Why the question cannot be sent as it is."""
    return lack(instance, entry) or objection(instance, entry)
