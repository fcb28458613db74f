"""What a new version of a form changes for the people who fill it in, question by question."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from forms.labels import choice_labels, short_label
from forms.question import Question
from forms.template import Output, Template
from forms.values.fold import fold
from forms.xform import Form
from forms.xpath import Expression

QUOTED_OR_PATH = re.compile(
    r"""'[^']*'|"[^"]*"|(?P<path>(?:(?<![\w)\]])/|\.\./)(?:\.\./|[\w.-]+/)*(?P<name>[\w.-]+))"""
)
"""A path changes when a question moves to another group, though its meaning does not; what is quoted is no path."""


class Change(StrEnum):
    """What may happen to a question."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RETYPED = "retyped"
    LABEL = "label"
    HINT = "hint"
    MEDIA = "media"
    """The pictures, sounds and films beside the question and its choices."""
    CONDITION = "condition"
    CHECK = "check"
    """The bounds that an answer must keep."""
    MESSAGE = "message"
    """What is said when it does not."""
    WARNING = "warning"
    REQUIRED = "required"
    CALCULATION = "calculation"
    CHOICES_ADDED = "choices_added"
    CHOICES_REMOVED = "choices_removed"
    CHOICES_RENAMED = "choices_renamed"
    CHOICE_FILTER = "choice_filter"
    EXTENSION = "extension"
    """One of khombot's own columns: unit, privacy, empty states ..."""
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change. `before` and `after` are what an author would recognise; blank where there was or is nothing."""

    change: Change
    name: str
    label: str
    before: str = ""
    after: str = ""


def differences(old: Form, new: Form) -> tuple[Difference, ...]:
    """All changes: first what is gone and what is new, then what is different, in the order of the new form."""
    renamed = dict(_renamed(old, new))
    gone = [one for one in _told(old) if one.name not in new.by_name and one.name not in renamed]
    came = [one for one in _told(new) if one.name not in old.by_name and one.name not in renamed.values()]
    pairs = [(old.by_name[was], new.by_name[now]) for now, was in _stayed(old, new, renamed)]
    return (
        *(_one(Change.REMOVED, old, one) for one in gone),
        *(_one(Change.ADDED, new, one) for one in came),
        *(
            Difference(change=Change.RENAMED, name=now, label=short_label(new, new.by_name[now]), before=was, after=now)
            for was, now in renamed.items()
        ),
        *(found for before, after in pairs for found in _between(old, new, before, after)),
        *_reordered(old, new, pairs),
    )


def _told(form: Form) -> list[Question]:
    """The questions that an author knows of: what people are asked, and calculations."""
    technical = f"{form.blueprint.path}/meta/"
    return [one for one in form.questions if not one.path.startswith(technical)]


def _renamed(old: Form, new: Form) -> Iterator[tuple[str, str]]:
    """Questions with another name and the same words and type."""
    came = {(fold(short_label(new, one)), one.type): one.name for one in new.asked if one.name not in old.by_name}
    for one in old.asked:
        key = (fold(short_label(old, one)), one.type)
        if one.name not in new.by_name and key in came:
            yield one.name, came.pop(key)


def _stayed(old: Form, new: Form, renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    before = {now: was for was, now in renamed.items()}
    for one in _told(new):
        was = before.get(one.name, one.name)
        if was in old.by_name:
            yield one.name, was


def _between(old: Form, new: Form, before: Question, after: Question) -> Iterator[Difference]:
    """What is different about a question that stays."""
    parts = {
        Change.RETYPED: (before.type, after.type),
        Change.LABEL: (_words(before.label), _words(after.label)),
        Change.HINT: (_words(before.hint), _words(after.hint)),
        Change.MEDIA: (_media(before), _media(after)),
        Change.CONDITION: (_conditions(old, before), _conditions(new, after)),
        Change.CHECK: (_text(before.constraint), _text(after.constraint)),
        Change.MESSAGE: (_words(before.constraint_message), _words(after.constraint_message)),
        Change.WARNING: (
            _joined(_text(before.warn), _words(before.warn_message)),
            _joined(_text(after.warn), _words(after.warn_message)),
        ),
        Change.REQUIRED: (_text(before.required), _text(after.required)),
        Change.CALCULATION: (_text(before.calculate), _text(after.calculate)),
        Change.CHOICE_FILTER: (_filter(before), _filter(after)),
        Change.EXTENSION: (_extensions(before), _extensions(after)),
    }
    label = short_label(new, after)
    for change, (was, now) in parts.items():
        if was != now:
            yield Difference(change=change, name=after.name, label=label, before=was, after=now)
    yield from _choices(after.name, label, choice_labels(old, before), choice_labels(new, after))


def _choices(name: str, label: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    came = [after[value] for value in after if value not in before]
    gone = [before[value] for value in before if value not in after]
    other = [value for value in after if value in before and before[value] != after[value]]
    if came:
        yield Difference(change=Change.CHOICES_ADDED, name=name, label=label, after=", ".join(came))
    if gone:
        yield Difference(change=Change.CHOICES_REMOVED, name=name, label=label, before=", ".join(gone))
    if other:
        was, now = (", ".join(labels[value] for value in other) for labels in (before, after))
        yield Difference(change=Change.CHOICES_RENAMED, name=name, label=label, before=was, after=now)


def _reordered(old: Form, new: Form, pairs: list[tuple[Question, Question]]) -> Iterator[Difference]:
    """The fewest questions that have to be moved to get from one order to the other."""
    places = {question.name: place for place, question in enumerate(old.questions)}
    in_order = _longest_rising([places[before.name] for before, _ in pairs])
    for place, (_, after) in enumerate(pairs):
        if place not in in_order and after.is_asked:
            yield _one(Change.ORDER, new, after)


def _longest_rising(numbers: list[int]) -> frozenset[int]:
    """The places of the longest part that rises."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number, key=numbers.__getitem__)
        before[place] = ends[length - 1] if length else None
        ends[length:] = [place] if length == len(ends) else [place, *ends[length + 1 :]]
    chosen, place_ = set[int](), ends[-1] if ends else None
    while place_ is not None:
        chosen.add(place_)
        place_ = before[place_]
    return frozenset(chosen)


def _one(change: Change, form: Form, question: Question) -> Difference:
    return Difference(change=change, name=question.name, label=short_label(form, question))


def _conditions(form: Form, question: Question) -> str:
    """Its own condition and those of the groups around it, as one text."""
    above = [group.relevant for path, group in form.groups.items() if question.path.startswith(f"{path}/")]
    return " and ".join(_text(one) for one in (*above, question.relevant) if one is not None)


def _text(expression: Expression | None) -> str:
    """The expression with names instead of paths, as its author wrote it."""
    if expression is None:
        return ""
    named = QUOTED_OR_PATH.sub(lambda found: f"${{{found['name']}}}" if found["name"] else found[0], expression.text)
    return " ".join(named.split())


def _words(template: Template) -> str:
    """The text in the form's default language, with its places by name."""
    parts = template.wording(template.default)
    return "".join(part if isinstance(part, str) else _place(part) for part in parts).strip()


def _media(question: Question) -> str:
    """The names of the files that it shows, in the form's default language."""
    texts = (
        question.label,
        question.hint,
        *(one.label for one in (question.choices.listed if question.choices else ())),
    )
    return ", ".join(dict.fromkeys(medium.name for text in texts for medium in text.beside(text.default)))


def _place(output: Output) -> str:
    return _text(output.expression)


def _joined(*parts: str) -> str:
    return ": ".join(filter(None, parts))


def _filter(question: Question) -> str:
    """What narrows the choices; another name of the same list is no change."""
    source = question.choices
    text = _text(source.nodes) if source is not None else ""
    return text[text.index("[") :] if "[" in text else ""


def _extensions(question: Question) -> str:
    parts = (
        question.unit,
        question.time.value if question.time else "",
        question.privacy.value,
        " ".join(empty.value for empty in question.empties),
        str(question.max_files),
        f"usual={question.usual}" if question.usual is not None else "",
        question.supplier,
        "given" if question.given else "",
        question.short,
        ", ".join(question.also),
        " ".join(sorted(question.appearance)),
        " ".join(f"{name}={value}" for name, value in question.parameters.items()),
    )
    return "; ".join(filter(None, parts))
