"""Which choices a select offers now."""

from __future__ import annotations

from collections.abc import Sequence

from forms.instance import Entry, Instance
from forms.media import Medium
from forms.offered import Offered, values_of
from forms.prompt import PromptChoice
from forms.question import ChoiceSource
from forms.questions.range import few_steps
from forms.rendering import render
from forms.template import NO_TEXT
from forms.tree import Node

LISTS = frozenset({"select_multiple", "rank"})
"""Types whose value names several choices."""


def offered(instance: Instance, entry: Entry) -> Sequence[PromptChoice]:
    """The choices of a question, after its filter; of a range its steps, if they are few."""
    source = entry.question.choices
    if source is None:
        return few_steps(entry.question) if entry.question.type == "range" else ()
    if source.nodes is None:
        return Offered(
            lambda: source.listed,
            value_of=lambda choice: choice.value,
            label_of=lambda choice: render(instance, choice.label, entry.node) or choice.value,
            media_of=lambda choice: choice.label.beside(instance.language),
            known_keys=source.searched,
            is_static=lambda: source.is_static,
            language=instance.language,
        )
    return Offered(
        lambda: _found(instance, entry, source),
        value_of=lambda item: _below(item, source.value_path),
        label_of=lambda item: _label(instance, source, item) or _below(item, source.value_path),
        media_of=lambda item: _media(instance, source, item),
    )


def stale(instance: Instance, entry: Entry) -> str | None:
    """What is left of an answer whose choices have changed; None if all of it is still offered."""
    source = entry.question.choices
    if source is None or source.nodes is None or not entry.node.value:
        return None
    if entry.question.type in LISTS:
        values = set(values_of(offered(instance, entry)))
        chosen = entry.node.value.split()
        kept = [value for value in chosen if value in values]
        return None if len(kept) == len(chosen) else " ".join(kept)
    return None if entry.node.value in values_of(offered(instance, entry)) else ""


def _found(instance: Instance, entry: Entry, source: ChoiceSource) -> Sequence[Node]:
    """The items that the filter leaves; a row of a repeat without a value is no choice."""
    if source.nodes is None:
        return ()
    items = instance.found(source.nodes, entry.node, entry.key if source.shuffled else "")
    return [item for item in items if _below(item, source.value_path)]


def _label(instance: Instance, source: ChoiceSource, item: Node) -> str:
    label = _below(item, source.label_path)
    return instance.itext(label) if source.translated else label


def _media(instance: Instance, source: ChoiceSource, item: Node) -> tuple[Medium, ...]:
    if not source.translated:
        return ()
    return instance.form.itext.get(_below(item, source.label_path), NO_TEXT).beside(instance.language)


def _below(item: Node, path: str) -> str:
    """A column of the item; of a row of a repeat, the answer at that path."""
    found: Node | None = item
    for name in path.removeprefix("./").split("/"):
        found = found.child(name) if found else None
    return found.text if found else ""
