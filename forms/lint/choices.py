"""The sheet of choices: lists that are missing, empty or too long, and choices that cannot be told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from forms.findings import Finding
from forms.lint.base import Checked
from forms.question import ChoiceSource
from forms.sheets import Sheets
from forms.xpath.ast import Call, Literal

MOST_CHOICES: Final = 20_000
"""Twice the largest list that the speed budgets promise; more would keep a publisher waiting for many seconds."""
_LISTS: Final = ("select_one", "select_multiple", "rank")
_SEPARATED: Final = ("select_multiple", "rank")
_ASKED: Final = re.compile(r"(?:add )?(select|rank)[ _]?(one|1|multiple|all that apply)?(?: from| prompt using)? (\S+)")


def _asked(kind: str) -> tuple[str, str]:
    """The type of a select and the name of its list; blanks for every other type."""
    found = _ASKED.match(" ".join(kind.split()))
    if found is None:
        return "", ""
    several = found[2] in {"multiple", "all that apply"}
    return (found[1] if found[1] == "rank" else "select_multiple" if several else "select_one"), found[3]


def missing_lists(sheets: Sheets) -> Iterator[Finding]:
    """`select_one` and nothing more; and several of the answers in a repeat, of which only one can be chosen."""
    survey = sheets.survey
    for number, row in survey.numbered():
        kind, name = _asked(survey.text(row, "type"))
        if survey.text(row, "type") in _LISTS:
            yield survey.finding("no_list", number, "type", type=survey.text(row, "type"))
        elif name.startswith("${") and kind in _SEPARATED:
            yield survey.finding("several_answers", number, "type", type=kind)


def unknown_lists(sheets: Sheets) -> Iterator[Finding]:
    """A select whose list is not in the sheet of choices."""
    survey, choices = sheets.survey, sheets.choices
    lists = {choices.text(row, "list_name") for row in choices.rows}
    for number, row in survey.numbered():
        _, name = _asked(survey.text(row, "type"))
        if name and name not in lists and not name.startswith("${") and not survey.text(row, "itemset"):
            yield survey.finding("unknown_list", number, "type", name=name)


def long_lists(sheets: Sheets) -> Iterator[Finding]:
    """A list that nobody could search and no phone could hold."""
    choices = sheets.choices
    first: dict[str, int] = {}
    sizes: Counter[str] = Counter()
    for number, row in choices.numbered():
        name = choices.text(row, "list_name")
        first.setdefault(name, number)
        sizes[name] += 1
    for name, count in sizes.items():
        if name and count > MOST_CHOICES:
            params = {"list": name, "count": str(count), "allowed": str(MOST_CHOICES)}
            yield choices.finding("long_list", first[name], "list_name", **params)


def duplicate_choices(sheets: Sheets) -> Iterator[Finding]:
    """Two choices of one list with one name; allowed where the settings say so, for cascading lists."""
    settings, choices = sheets.settings, sheets.choices
    if any(settings.text(row, "allow_choice_duplicates").lower() in {"yes", "true", "true()"} for row in settings.rows):
        return
    seen: set[tuple[str, str]] = set()
    for number, row in choices.numbered():
        one = choices.text(row, "list_name"), choices.text(row, "name")
        if all(one) and one in seen:
            yield choices.finding("duplicate_choice", number, "name", list=one[0], name=one[1])
        seen.add(one)


def spaces_in_choices(sheets: Sheets) -> Iterator[Finding]:
    """An answer of several choices is their names with spaces between."""
    survey, choices = sheets.survey, sheets.choices
    asked = (_asked(survey.text(row, "type")) for row in survey.rows)
    separated = {name for kind, name in asked if kind in _SEPARATED}
    for number, row in choices.numbered():
        name = choices.text(row, "name")
        if choices.text(row, "list_name") in separated and any(one.isspace() for one in name):
            yield choices.finding("space_in_choice", number, "name", name=name)


def missing_choice_texts(sheets: Sheets) -> Iterator[Finding]:
    """A choice without a name, or without words."""
    choices = sheets.choices
    for number, row in choices.numbered():
        in_list, name = choices.text(row, "list_name"), choices.text(row, "name")
        if in_list and not name:
            yield choices.finding("no_choice_name", number, "name", list=in_list)
        elif in_list and not any(True for column in ("label", "image") for _ in choices.cells(row, column)):
            yield choices.finding("no_choice_label", number, "label", name=name)


def _offers(checked: Checked, source: ChoiceSource) -> bool:
    """Whether there is anything to offer; what is not known yet may be."""
    if source.nodes is None:
        return bool(source.listed)
    names = [path.start.arguments for path in source.nodes.references if isinstance(path.start, Call)]
    lists = [checked.form.instances.get(one.value) for (one, *_) in names if isinstance(one, Literal)]
    return not lists or any(one is None or any(root.children for root in one.children) for one in lists)


def empty_lists(checked: Checked) -> Iterator[Finding]:
    """A select that never offers anything."""
    for question in checked.form.asked:
        source = question.choices
        if question.type in _LISTS and (source is None or not _offers(checked, source)):
            yield checked.rows.finding("no_choices", question.path, "type", name=question.name)
