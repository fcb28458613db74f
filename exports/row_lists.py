"""The lists inside reports and records: what is asked once per row of a repeat, gathered list by list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.submissions import Empty, Revision
from exports.data import FiledRecord, FormColumn, Records, RowList
from exports.versions import side_by_side
from forms.labels import group_label
from forms.xform import Form

_NUMBER = re.compile(r"\[(\d+)\]")
ColumnsOf = Callable[[Form, str], tuple[FormColumn, ...]]
"""The columns of what a form asks in the rows of the repeat at a path."""


def row_lists(forms: Sequence[Form], filed: Sequence[FiledRecord], columns_of: ColumnsOf) -> tuple[RowList, ...]:
    """One list per repeat of the forms, the newest of which stands first; a list that nobody has begun is there too."""
    found: dict[str, RowList] = {}
    for form in forms:
        for path, name in _in_order(form):
            rows = tuple(row for record in filed for row in _rows(record, name))
            columns = columns_of(form, path)
            newer = found.get(name)
            if newer is not None:
                answered = {key for row in rows for key in (*row.revision.values, *row.revision.empties)}
                columns = side_by_side(newer.records.columns, columns, answered)
            title = newer.title if newer else group_label(form, path) or name
            found[name] = RowList(title=title, records=Records(columns=columns, filed=rows))
    return tuple(found.values())


def _in_order(form: Form) -> list[tuple[str, str]]:
    """The repeats of a form: where each is, and under which name its rows are kept."""
    return [(element.path, element.kept) for element in form.blueprint.walk() if element.repeats]


def _rows(record: FiledRecord, name: str) -> Iterator[FiledRecord]:
    """The rows of a repeat in a record, each as a record of its own, under the record's code and the row's number."""
    for place, row in _found(record.revision.values, name, ""):
        numbers = ".".join(_NUMBER.findall(place))
        empties = _empties(record.revision, place)
        yield replace(
            record, code=f"{record.code}/{numbers}", revision=replace(record.revision, values=row, empties=empties)
        )


def _found(values: Mapping[str, Any], name: str, above: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of that name at any depth, with their place: `ho[1]/con[2]`."""
    for key, value in values.items():
        if not isinstance(value, list):
            continue
        for number, row in enumerate(value, 1):
            place = f"{above}{key}[{number}]"
            if key == name:
                yield place, row
            yield from _found(row, name, f"{place}/")


def _empties(revision: Revision, place: str) -> dict[str, Empty]:
    start = f"{place}/"
    return {key.removeprefix(start): empty for key, empty in revision.empties.items() if key.startswith(start)}
