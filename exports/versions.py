"""Two versions of a form in one sheet: figures are joined by the question's name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from exports.data import FormColumn


def side_by_side(
    newer: tuple[FormColumn, ...], older: tuple[FormColumn, ...], answered: Collection[str]
) -> tuple[FormColumn, ...]:
    """The newer version's columns in its order; what only the older one asks stands where it stood, if it was answered.

    A question that both ask looks as the newer one says, and knows the labels of the choices of both. It is personal if
    either says so.
    """
    before = {column.name: column for column in older}
    columns = [_joined(column, before.get(column.name)) for column in newer]
    place = 0
    for column in older:
        names = [other.name for other in columns]
        if column.name in names:
            place = names.index(column.name) + 1
        elif column.name in answered:
            columns.insert(place, column)
            place += 1
    return tuple(columns)


def _joined(column: FormColumn, before: FormColumn | None) -> FormColumn:
    if before is None:
        return column
    return replace(
        column,
        choices={**before.choices, **column.choices},
        personal=column.personal or before.personal,
    )
