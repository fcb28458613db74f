"""A form as it runs: frozen, parsed once per published version, shared by all fillings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from forms.graph import Step
from forms.question import Question
from forms.template import Template
from forms.tree import Node
from forms.xpath import Expression

LAST_SAVED = "__last-saved"
"""The id that pyxform gives the instance behind `${last-saved#name}`."""


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
    default: str = ""
    children: tuple[Blueprint, ...] = ()
    preload: str = ""
    """`jr:preload`: uid, today, username ...: filled in by us when a filling begins."""

    def walk(self) -> Iterator[Blueprint]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Place(NamedTuple):
    """One element in the flat list from which every filling's tree is made."""

    path: str
    name: str
    above: str
    """The path of the element that it stands in; blank for the root element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group, labelled or not; a repeat is a group whose rows are the nodes of that path."""

    path: str
    label: Template
    relevant: Expression | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that a form says."""

    id: str
    title: str
    version: str
    default_language: str
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    """In document order, with calculations and hidden values."""
    groups: Mapping[str, Group]
    blueprint: Blueprint
    places: tuple[Place, ...]
    """The elements of the blueprint, in document order."""
    instances: Mapping[str, Node]
    """The secondary instances that stand in the form, by id; read only."""
    sources: Mapping[str, str]
    """The instances that come from files, by id: `jr://file-csv/wards.csv`."""
    itext: Mapping[str, Template]
    set_values: tuple[SetValue, ...]
    steps: tuple[Step, ...]
    """What is recomputed, in the order of the dependency graph."""
    affected: Mapping[str, tuple[Step, ...]]
    """For every question's path the steps that its answer may change."""
    by_path: Mapping[str, Question]
    by_name: Mapping[str, Question]
    asked: tuple[Question, ...]
    """The questions that people may see, relevant or not."""
    revocable: tuple[Question, ...]
    """Those of them whose answer another answer may take away."""
    reads_last_saved: bool = False
    """Whether any expression asks for `${last-saved#name}`."""
