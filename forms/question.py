"""What one row of a form says: the question, its conditions, and khombot's extensions to XLSForm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.domain.submissions import Empty
from forms.template import NO_TEXT, Template

if TYPE_CHECKING:
    from forms.xpath import Expression

NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


NEVER = Decimal(0)
"""`khom:usual` = off: the figure is never questioned because of earlier ones or of the unit's size."""


class Time(StrEnum):
    """`khom:time`: how a figure adds up over periods."""

    STOCK = "stock"
    """As of the last day of the period (households): the last period's value stands for the year."""
    FLOW = "flow"
    """During the period (money spent): periods add up."""
    YEAR = "year"
    """Once a year (households registered)."""


class Privacy(StrEnum):
    """`khom:privacy`: who may read the answer."""

    PUBLIC = "public"
    PERSONAL = "personal"
    """Basic personal data: masked in summaries, never in an upper-level export."""
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedChoice:
    """A choice that stands in the control itself, not in a secondary instance."""

    value: str
    label: Template


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSource:
    """Where the choices of a select come from: an itemset over an instance, or a fixed list."""

    nodes: Expression | None = None
    """Finds the items that are offered now; a choice filter is its predicate. None: all of `listed` are."""
    value_path: str = "name"
    label_path: str = "label"
    """A path below the item, or `itextId` where the labels are translated."""
    translated: bool = False
    shuffled: bool = False
    """Whether they come in an order of chance: `randomize=true`."""
    listed: tuple[ListedChoice, ...] = ()
    """All that the form itself lists, also what a filter may leave out now."""
    searched: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)
    """By language: the labels of `listed` as they are matched with what people type; made at the first search."""

    @property
    def is_static(self) -> bool:
        """Whether all labels of `listed` are plain words, the same in every filling."""
        return not any(choice.label.has_places for choice in self.listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group with a label: a named part of the form."""

    path: str
    label: Template


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, calculation or hidden value of a form; frozen and shared by all fillings of that form.

    `type` is XLSForm's own name ("integer", "select_one", "image", "note", "calculate", "hidden" ...), without the
    list name; forms/questions has a file for each type that people are asked.
    """

    name: str
    path: str
    """The path of its node without row numbers: /data/ho_dan/tong_so_ho."""
    type: str
    data_type: str = "string"
    """The bind's type: int, decimal, string, date, binary ..."""
    label: Template = NO_TEXT
    hint: Template = NO_TEXT
    guidance: Template = NO_TEXT
    """More words for those who need them (XLSForm's guidance_hint): said when an answer was not taken."""
    sections: tuple[Section, ...] = ()
    """The labelled groups around it, outermost first."""
    appearance: frozenset[str] = frozenset()
    parameters: Mapping[str, str] = field(default_factory=lambda: NO_PARAMETERS)
    """XLSForm's `parameters` column: start, end and step of a range, max-pixels of an image ..."""
    choices: ChoiceSource | None = None

    relevant: Expression | None = None
    """Its own condition; the groups around it have theirs."""
    calculate: Expression | None = None
    constraint: Expression | None = None
    required: Expression | None = None
    read_only: Expression | None = None
    constraint_message: Template = NO_TEXT
    required_message: Template = NO_TEXT

    warn: Expression | None = None
    """`khom:warn`: true where the answer is unusual; the person is asked to confirm it with a reason."""
    warn_message: Template = NO_TEXT
    usual: Decimal | None = None
    """`khom:usual`: how many times as much as before is still usual; NEVER: not compared; None: as `time` says."""
    short: str = ""
    """`khom:short`: how the question is called in lists and tables ("Tổng số hộ")."""
    also: tuple[str, ...] = ()
    """`khom:also`: other names by which people call it in a message with several answers ("tổng", "tổng số")."""
    unit: str = ""
    """`khom:unit`: hộ, người, đồng ...; an answer may be typed with it and is shown with it."""
    time: Time | None = None
    privacy: Privacy = Privacy.PUBLIC
    empties: tuple[Empty, ...] = ()
    """`khom:empty`: which of "không phát sinh" and "chưa có số liệu" may be given instead of a value."""
    max_files: int = 1
    """`khom:max`: how many photos or files one answer may have."""
    given: bool = False
    """`khom:given`: the product supplies the value (the period's kind, the khóm); nobody is asked."""
    supplier: str = ""
    """`khom:supplier`: the sector whose figure is the official one."""

    @property
    def is_repeat(self) -> bool:
        """Whether it asks for one more row of a repeat: a question that the form does not write down itself."""
        return self.type == "repeat"

    @property
    def is_asked(self) -> bool:
        """Whether people see it at all: calculations, hidden and given values are never asked."""
        return self.type not in {"calculate", "hidden"} and not self.given

    @property
    def is_revocable(self) -> bool:
        """Whether another answer may take this one away: by ending its list, or the consent to keep it."""
        depends = self.choices is not None and self.choices.nodes is not None
        return depends or self.privacy is not Privacy.PUBLIC
