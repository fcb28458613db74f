"""Where the conversation stops: at every question, and at a note, unless the note stands with a question behind it.

A note in a group with the appearance field-list is said together with the question that follows in that group.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from forms.checks import is_to_read
from forms.instance import Entry, Instance
from forms.tree import Node


def stops(instance: Instance) -> Sequence[Entry]:
    """The entries that are shown by themselves, in the form's order."""
    shown = instance.shown()
    if not instance.form.field_lists:
        return shown
    following = (*shown[1:], None)
    return [entry for entry, behind in zip(shown, following, strict=False) if not _is_led_on(instance, entry, behind)]


def leading(instance: Instance, entry: Entry) -> list[Entry]:
    """The notes that are said together with a question, in their order."""
    group = _field_list(instance, entry)
    if group is None or is_to_read(instance, entry):
        return []
    shown = instance.shown()
    place = next((place for place, other in enumerate(shown) if other.key == entry.key), 0)
    before = takewhile(
        lambda other: is_to_read(instance, other) and _field_list(instance, other) is group, reversed(shown[:place])
    )
    return [*before][::-1]


def _is_led_on(instance: Instance, entry: Entry, behind: Entry | None) -> bool:
    """Whether a note is said with what stands behind it in its group."""
    if behind is None or not is_to_read(instance, entry):
        return False
    group = _field_list(instance, entry)
    return group is not None and _field_list(instance, behind) is group


def _field_list(instance: Instance, entry: Entry) -> Node | None:
    """The innermost group or row around an entry that is asked as one."""
    if not instance.form.field_lists:
        return None
    node, path = entry.node.parent, entry.question.path.rpartition("/")[0]
    while node is not None and path:
        if path in instance.form.field_lists:
            return node
        node, path = node.parent, path.rpartition("/")[0]
    return None
