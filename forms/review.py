"""Reading over: every question with its answer, and what stands in the way of sending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.domain.submissions import Confirmed
from forms.asking import section
from forms.change import change_of
from forms.checks import doubt, is_to_read, problem
from forms.instance import Entry, Instance
from forms.keys import path_of
from forms.prompt import Completed, ReviewLine
from forms.question import Privacy
from forms.questions import files_in
from forms.rendering import render
from forms.showing import shown_answer
from forms.suspicion import suspicion
from forms.tree import Node
from forms.xform.form import Blueprint


def review_lines(instance: Instance) -> list[ReviewLine]:
    """The questions that are asked now, in order."""
    entries = [entry for entry in instance.shown() if not is_to_read(instance, entry) or _has_own_value(entry)]
    return [_line(instance, entry, number) for number, entry in enumerate(entries, 1)]


def _has_own_value(entry: Entry) -> bool:
    """Whether a question that people cannot change shows a value that is no calculation's."""
    return entry.question.type != "note" and bool(entry.node.value)


def _line(instance: Instance, entry: Entry, number: int) -> ReviewLine:
    confirmed = instance.state.confirmed.get(entry.key)
    return ReviewLine(
        name=entry.question.name,
        key=entry.key,
        number=number,
        section=section(instance, entry),
        label=entry.question.short or render(instance, entry.question.label, entry.node),
        shown=shown_answer(instance, entry),
        private=entry.question.privacy is not Privacy.PUBLIC,
        problem=problem(instance, entry),
        doubt=doubt(instance, entry),
        reason=confirmed.reason if confirmed else "",
        change=change_of(instance, entry),
    )


def first_problem(instance: Instance) -> str | None:
    """The key of the first question that cannot be sent as it is: blank though required, or against a rule."""
    return next((entry.key for entry in instance.shown() if problem(instance, entry)), None)


def completed(instance: Instance) -> Completed:
    """What is sent: values of relevant questions, calculations and given values, without what is hidden."""
    root = instance.form.blueprint
    technical = f"{root.path}/meta/"
    sent = [
        entry
        for entry in instance.entries()
        if entry.node.shown and not entry.question.is_repeat and not entry.question.path.startswith(technical)
    ]
    return Completed(
        values=_values(instance, {entry.key: entry for entry in sent}, root, instance.root),
        empties={
            instance.form.short_key(entry.key): empty for entry in sent if (empty := instance.empty(entry)) is not None
        },
        confirmed=dict(_confirmed(instance, sent)),
        attachments=tuple(digest for entry in sent for digest in _files(entry)),
    )


def _values(instance: Instance, sent: Mapping[str, Entry], element: Blueprint, above: Node) -> dict[str, Any]:
    """The values below a node by question name; the rows of a repeat as a list of such mappings."""
    found: dict[str, Any] = {}
    for child in element.children:
        nodes = [node for node in above.named(child.name) if node.relevant]
        if child.repeats:
            found |= {child.kept: [_values(instance, sent, child, row) for row in nodes]} if nodes else {}
        else:
            for node in nodes:
                entry = sent.get(node.key)
                value = _stamped(instance, node)
                if entry is not None and value and instance.empty(entry) is None:
                    found[child.kept] = value
                found |= _values(instance, sent, child, node)
    return found


def _stamped(instance: Instance, node: Node) -> str:
    """The value; where the form asks when the filling ended, that is now."""
    if instance.form.elements[path_of(node.key)].preload == "timestamp:end":
        return instance.surroundings.now.isoformat(timespec="milliseconds")
    return node.value


def _confirmed(instance: Instance, sent: Iterable[Entry]) -> Iterator[tuple[str, Confirmed]]:
    """What was asked about unusual answers that stand as they were confirmed, as long as it would still be asked."""
    for entry in sent:
        confirmed = instance.state.confirmed.get(entry.key)
        if confirmed and confirmed.value == entry.node.value and (suspected := suspicion(instance, entry)):
            yield instance.form.short_key(entry.key), Confirmed(found=suspected.found, reason=confirmed.reason)


def _files(entry: Entry) -> list[str]:
    return files_in(entry.node.value, entry.question)
