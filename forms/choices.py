"""Which choices a select offers now."""

from __future__ import annotations

from forms.instance import Entry, Instance
from forms.prompt import PromptChoice
from forms.question import ChoiceSource
from forms.rendering import render
from forms.tree import Node


def offered(instance: Instance, entry: Entry) -> tuple[PromptChoice, ...]:
    """The choices of a question, after its filter."""
    source = entry.question.choices
    if source is None:
        return ()
    if source.nodes is None:
        return tuple(
            PromptChoice(value=choice.value, label=render(instance, choice.label, entry.node) or choice.value)
            for choice in source.listed
        )
    items = instance.found(source.nodes, entry.node)
    return tuple(
        PromptChoice(value=value, label=_label(instance, source, item) or value)
        for item in items
        if (value := _below(item, source.value_path))
    )


def stale(instance: Instance, entry: Entry) -> str | None:
    """What is left of an answer whose choices have changed; None if all of it is still offered."""
    source = entry.question.choices
    if source is None or source.nodes is None or not entry.node.value:
        return None
    if entry.question.type in {"select_multiple", "rank"}:
        values = {choice.value for choice in offered(instance, entry)}
        chosen = entry.node.value.split()
        kept = [value for value in chosen if value in values]
        return None if len(kept) == len(chosen) else " ".join(kept)
    return None if any(entry.node.value == choice.value for choice in offered(instance, entry)) else ""


def _label(instance: Instance, source: ChoiceSource, item: Node) -> str:
    label = _below(item, source.label_path)
    return instance.itext(label) if source.translated else label


def _below(item: Node, path: str) -> str:
    """A column of the item; of a row of a repeat, the answer at that path."""
    found: Node | None = item
    for name in path.removeprefix("./").split("/"):
        found = found.child(name) if found else None
    return found.text if found else ""
