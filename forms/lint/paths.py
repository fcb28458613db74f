"""Paths to nothing: in the form itself, in its lists, and in files that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forms.findings import Finding
from forms.lint.base import Checked, expressions
from forms.lint.conditions import values_in
from forms.references import references
from forms.tree import Node
from forms.xform.external import file_name
from forms.xform.form import LAST_SAVED
from forms.xpath import Path
from forms.xpath.ast import Call, Expr, Literal, Step, walk

_NOT_SHOWN = frozenset({"list_name", "list name", "itextId"})
"""Columns that an author does not think of; pyxform makes itextId of translated labels."""
_FILE = "jr://file"


def paths_to_nothing(checked: Checked) -> Iterator[Finding]:
    """A path that no row declares: it would read as a blank for ever."""
    known = {element.path for element in checked.form.blueprint.walk()}
    for path, column, expression in expressions(checked.form):
        words = {f"{path}/{word}" for word in values_in(expression.ast)}  # said by bare_words and words_as_conditions
        found = [reference.path for reference in references(expression, path)]
        found += [_written(one.steps) for one in expression.references if _instance_of(one) == LAST_SAVED]
        for read in found:
            if read and read not in known and read not in words:
                yield checked.rows.finding("unknown_path", path, column, expression=expression.text, path=read)


def _written(steps: Sequence[Step]) -> str:
    """The path of simple steps; blank where there are others."""
    simple = all(step.axis == "child" and not step.name.endswith(("*", "()")) for step in steps)
    return "".join(f"/{step.name}" for step in steps) if simple else ""


def _instance_of(path: Path) -> str:
    """The instance that a path begins with, or blank."""
    match path.start:
        case Call(name="instance", arguments=(Literal(value=name),)):
            return name
    return ""


def unknown_choice_columns(checked: Checked) -> Iterator[Finding]:
    """A filter, or a pulldata(), that asks a list for a column which it does not have."""
    for path, column, expression in expressions(checked.form):
        for name, asked in [*_asked_by_paths(expression.references), *_asked_by_pulldata(expression.ast)]:
            known = _columns(checked, name)
            if known and asked not in known:
                shown = ", ".join(column for column in known if column not in _NOT_SHOWN)
                params = {"expression": expression.text, "column": asked, "list": name, "columns": shown}
                yield checked.rows.finding("unknown_choice_column", path, column, **params)


def _asked_by_paths(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """List and column of every instance('list')/root/item/column."""
    for path in paths:
        name, steps = _instance_of(path), path.steps
        if name and name != LAST_SAVED and len(steps) > 2 and _written(steps[:3]):
            yield name, steps[2].name


def _asked_by_pulldata(tree: Expr) -> Iterator[tuple[str, str]]:
    for call in walk(tree):
        match call:
            case Call(name="pulldata", arguments=(Literal(value=name), Literal(value=wanted), Literal(value=key), _)):
                yield name, wanted
                yield name, key


def _columns(checked: Checked, name: str) -> list[str]:
    """The columns of a list or of a file's table; none where they are not known."""
    instance = checked.form.instances.get(name)
    if instance is None:
        return []
    found = dict.fromkeys(cell.name for item in _items(instance) for cell in item.children)
    if found and name in {checked.sheets.choices.text(row, "list_name") for row in checked.sheets.choices.rows}:
        found |= dict.fromkeys(heading for heading in checked.sheets.choices.headings if "::" not in heading)
    return list(found)


def _items(instance: Node) -> list[Node]:
    return [item for root in instance.children for item in root.named("item")]


def missing_files(checked: Checked) -> Iterator[Finding]:
    """A list or table in a file that nobody gave along."""
    for name, source in checked.form.sources.items():
        file = file_name(source)
        if source.startswith(_FILE) and file not in checked.files:
            place = _first_use(checked, name, file)
            yield place or Finding(code="missing_file", params={"file": file})


def _first_use(checked: Checked, name: str, file: str) -> Finding | None:
    for number, heading, text in checked.sheets.survey.all_cells():
        words = text.replace("(", " ").replace(",", " ").replace("'", " ").replace('"', " ").split()
        if file in words or name in words:
            return Finding(code="missing_file", row=number, column=heading, params={"file": file})
    return None
