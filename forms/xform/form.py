"""A form as it runs: frozen, parsed once per published version, shared by all fillings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from forms.graph import Step, affected, endangered
from forms.keys import path_of
from forms.media import Medium, beside
from forms.question import Question
from forms.template import Template
from forms.tree import Node
from forms.xpath import Expression

LAST_SAVED = "__last-saved"
"""The id that pyxform gives the instance behind `${last-saved#name}`."""


FIELD_LIST = "field-list"
"""The appearance of a group whose questions belong together."""
_VIETNAMESE = re.compile(r"\(vi\)|^vi$|việt|vietnam")


class Event(StrEnum):
    """When a `setvalue` acts."""

    FIRST_LOAD = "odk-instance-first-load"
    NEW_REPEAT = "odk-new-repeat"
    VALUE_CHANGED = "xforms-value-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """One element of the primary instance as the form declares it, with its static default."""

    name: str
    path: str
    kept: str = ""
    """The name under which its values are kept: see `forms.xform.kept`."""
    default: str = ""
    children: tuple[Blueprint, ...] = ()
    preload: str = ""
    """`jr:preload`: uid, today, username ...: filled in by us when a filling begins."""
    repeats: bool = False
    """There may be any number of it: it is a row of a repeat."""
    is_open: bool = False
    """A repeat whose rows are remembered: people are asked for one more, or its count looks at its own rows."""
    rows: int = 1
    """How many of it there are when a filling begins."""
    rows_in_new_row: int = 1
    """How many of it there are in a row of an outer repeat that is added later."""
    in_row: bool = False
    """It stands inside a row, so its key has the row's number."""

    def walk(self) -> Iterator[Blueprint]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group, labelled or not; a repeat is a group whose rows are the nodes of that path."""

    path: str
    label: Template
    relevant: Expression | None = None
    read_only: Expression | None = None
    """Holds for everything inside."""
    appearance: frozenset[str] = frozenset()
    repeats: bool = False
    count: Expression | None = None
    """`jr:count`: how many rows a repeat has; None = people are asked for one more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """A value that is written once when something happens: a dynamic default or a triggered calculation."""

    path: str
    events: frozenset[Event]
    value: Expression | None
    trigger: str = ""
    """The path of the question whose change sets it off."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """Everything that a form says, and below that what follows from it for every filling, worked out once."""

    id: str
    title: str
    version: str
    default_language: str
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    """In document order, with calculations and hidden values."""
    more_rows: tuple[Question, ...]
    """For every open repeat the question whether there is one more row, under `/data/member[+]`."""
    groups: Mapping[str, Group]
    blueprint: Blueprint
    instances: Mapping[str, Node]
    """The secondary instances that stand in the form, by id; read only."""
    sources: Mapping[str, str]
    """The instances that come from files, by id: `jr://file-csv/wards.csv`."""
    itext: Mapping[str, Template]
    set_values: tuple[SetValue, ...]
    steps: tuple[Step, ...]
    """What is recomputed, in the order of the dependency graph."""
    self_counted: frozenset[str] = frozenset()
    """The repeats whose count looks at their own rows."""

    @cached_property
    def elements(self) -> Mapping[str, Blueprint]:
        """Every element of the blueprint by its path."""
        return {element.path: element for element in self.blueprint.walk()}

    @cached_property
    def repeats(self) -> frozenset[str]:
        """The paths of the repeats."""
        return frozenset(element.path for element in self.blueprint.walk() if element.repeats)

    @cached_property
    def read_only_groups(self) -> Mapping[str, Expression]:
        """The groups in which nothing can be changed, if a condition holds, by path."""
        return {path: group.read_only for path, group in self.groups.items() if group.read_only is not None}

    @cached_property
    def field_lists(self) -> frozenset[str]:
        """The paths of the groups that are asked as one."""
        return frozenset(path for path, group in self.groups.items() if FIELD_LIST in group.appearance)

    def short_key(self, key: str) -> str:
        """Where a sent value is told apart: by its name, in rows `member[2]/age`."""
        steps = key.split("/")
        above = ("/".join(steps[:number]) for number in range(1, len(steps)) if steps[number - 1].endswith("]"))
        rows = (f"{self.elements[path_of(row)].kept}{row[row.rindex('[') :]}" for row in above)
        return "/".join((*rows, self.by_path[path_of(key)].name))

    def repeat_around(self, path: str) -> str:
        """The path of the innermost repeat around a question; blank outside repeats."""
        while path := path.rpartition("/")[0]:
            if path in self.repeats:
                return path
        return ""

    @cached_property
    def affected(self) -> Mapping[str, tuple[Step, ...]]:
        """For every question's path the steps that its answer may change; all `steps` where it decides on rows."""
        return _Affected(self.steps)

    @cached_property
    def by_path(self) -> Mapping[str, Question]:
        """All questions, also those of open repeats."""
        return {question.path: question for question in (*self.questions, *self.more_rows)}

    @cached_property
    def by_name(self) -> Mapping[str, Question]:
        """The questions that the form writes down."""
        return {question.name: question for question in self.questions}

    def ending_in(self, path: str) -> Question | None:
        """The first question whose path ends so."""
        return next((question for question in self.questions if question.path.endswith(f"/{path}")), None)

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions of the form that people may see, relevant or not."""
        return tuple(question for question in self.questions if question.is_asked)

    @cached_property
    def asked_at(self) -> Mapping[str, Question]:
        """Everything that is asked, by path, also whether there is one more row."""
        return {path: question for path, question in self.by_path.items() if question.is_asked}

    @cached_property
    def media(self) -> tuple[Medium, ...]:
        """Every picture, sound and film that it shows in any language, each once, in the order of the questions."""
        texts = (
            text
            for one in self.asked
            for text in (one.label, one.hint, *(choice.label for choice in (one.choices.listed if one.choices else ())))
            if text.media
        )
        return tuple(
            dict.fromkeys(
                medium for text in texts for language in text.media for medium in beside(text.media[language])
            )
        )

    @cached_property
    def revocable(self) -> tuple[Question, ...]:
        """Those of them whose answer another answer may take away."""
        return tuple(question for question in self.questions if question.is_revocable)

    def endangered(self, path: str) -> tuple[Question, ...]:
        """The revocable questions that an answer to the question at a path may take away."""
        if path not in self._endangered:
            steps = self.affected[path]
            found = self.revocable if steps is self.steps else endangered(self.revocable, steps, path)
            self._endangered[path] = found
        return self._endangered[path]

    @cached_property
    def _endangered(self) -> dict[str, tuple[Question, ...]]:
        return {}

    @cached_property
    def vietnamese(self) -> str:
        """The language to begin with, whatever the form's default: Vietnamese if the form speaks it; else blank."""
        return next((name for name in self.languages if _VIETNAMESE.search(name.lower())), "")

    @cached_property
    def reads_last_saved(self) -> bool:
        """Whether any expression asks for `${last-saved#name}`."""
        return LAST_SAVED in self.sources


class _Affected(dict[str, "tuple[Step, ...]"]):
    """Worked out when a question is first answered: a large form would take long for all of them."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, path: str) -> tuple[Step, ...]:
        self[path] = found = affected(self._steps, path)
        return found
