"""Reading over: every question with its answer, and what stands in the way of sending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forms.asking import FILES, accepted_by, section
from forms.checks import doubt, problem
from forms.instance import Entry, Instance
from forms.prompt import Completed, ReviewLine
from forms.question import Privacy
from forms.rendering import render
from forms.showing import shown_answer


def review_lines(instance: Instance) -> list[ReviewLine]:
    """The questions that are asked now, in order."""
    entries = [entry for entry in instance.shown() if entry.question.type != "note"]
    return [_line(instance, entry, number) for number, entry in enumerate(entries, 1)]


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
    )


def first_problem(instance: Instance) -> str | None:
    """The key of the first question that cannot be sent as it is: blank though required, or against a rule."""
    return next((entry.key for entry in instance.shown() if problem(instance, entry)), None)


def completed(instance: Instance) -> Completed:
    """What is sent: values of relevant questions, calculations and given values, without what is hidden."""
    technical = f"{instance.form.blueprint.path}/meta/"
    sent = [entry for entry in instance.entries() if entry.node.shown and not entry.question.path.startswith(technical)]
    return Completed(
        values={entry.question.name: entry.node.value for entry in sent if _has_value(instance, entry)},
        empties={entry.question.name: empty for entry in sent if (empty := instance.empty(entry)) is not None},
        reasons=dict(_reasons(instance, sent)),
        attachments=tuple(digest for entry in sent for digest in _files(entry)),
    )


def _has_value(instance: Instance, entry: Entry) -> bool:
    return bool(entry.node.value) and instance.empty(entry) is None


def _reasons(instance: Instance, sent: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """The reasons of soft checks that still ask."""
    for entry in sent:
        confirmed = instance.state.confirmed.get(entry.key)
        warn = entry.question.warn
        if confirmed and confirmed.value == entry.node.value and warn and instance.truth(warn, entry.node):
            yield entry.question.name, confirmed.reason


def _files(entry: Entry) -> list[str]:
    return entry.node.value.split() if accepted_by(entry) in FILES else []
