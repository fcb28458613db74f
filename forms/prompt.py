"""The words between the form engine and the conversation: what is asked, how an answer fared, what is to review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bot.domain.submissions import Confirmed, Empty
from forms.media import Medium
from forms.question import Privacy, Question

NO_VALUES: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alongside:
    """What the unit sent in another report that ends on the same day."""

    named: str
    """Its period, in words."""
    values: Mapping[str, Any]
    questions: Mapping[str, Question]
    """Those of the form with which it was sent, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a filling knows of the world besides its own answers."""

    now: datetime
    """Aware, in the time zone of the people who answer."""
    username: str = ""
    last_saved: Mapping[str, Any] = field(default_factory=lambda: NO_VALUES)
    """The unit's last sent values of this form family, as in Completed.values; may be empty."""
    earlier: Sequence[Mapping[str, Any]] = ()
    """What the unit sent before that, newest first."""
    alongside: Sequence[Alongside] = ()
    """What it sent for other periods that end with this one, newest first: `forms/alongside.py`."""
    size: Mapping[str, Any] = field(default_factory=lambda: NO_VALUES)
    """The last sent values that say how large the unit is (`forms/size.py`); may be empty."""
    given: Mapping[str, str] = field(default_factory=lambda: NO_VALUES)
    """Values that the product supplies, by question name: the period's kind, the khóm ..."""
    language: str = ""


class Accepts(StrEnum):
    """What kind of input a question takes, for the keyboard that a channel shows."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    """A date with its time."""
    CHOICE = "choice"
    PHOTO = "photo"
    FILE = "file"
    PLACE = "place"
    CODE = "code"
    """A code, typed or photographed."""
    ACKNOWLEDGE = "acknowledge"
    """Nothing to fill in: read, then go on (also a note)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptChoice:
    """One choice that is offered now."""

    value: str
    label: str
    media: tuple[Medium, ...] = ()
    """The pictures and sounds that the form shows beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where in a long list the shown choices stand."""

    total: int
    """How many there are to choose from."""
    found: int
    """How many of them fit the words; all of them where no words were given."""
    first: int
    """The place of the first that is shown, from 0."""
    shown: int
    words: str = ""

    @property
    def has_more(self) -> bool:
        """Whether others follow those that are shown."""
        return self.first + self.shown < self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The question under the cursor, ready to be shown."""

    name: str
    key: str
    """Where its answer is kept; the same as in ReviewLine.key, good for `go_to`."""
    type: str
    label: str
    lead: str = ""
    """The text of the notes that stand right above it in its group."""
    hint: str = ""
    guidance: str = ""
    """More words, for somebody who is stuck."""
    section: str = ""
    number: int
    """Its place among the relevant questions, from 1: "Câu 3/9"."""
    total: int
    accepts: Accepts
    media: tuple[Medium, ...] = ()
    """The pictures and sounds that belong to the question and to the notes above it."""
    choices: tuple[PromptChoice, ...] = ()
    """Those that are shown: of a long list a page."""
    listing: Listing | None = None
    """Set for a long list."""
    multiple: bool = False
    """Several choices may be taken; `chosen` says which are."""
    chosen: tuple[str, ...] = ()
    required: bool = False
    ranked: bool = False
    """The order in which choices are taken counts."""
    empties: tuple[Empty, ...] = ()
    """Which empty states may be given, besides what is typed."""
    skippable: bool = False
    """May be left blank (`skip(None)`)."""
    previous: str | None = None
    """The unit's last sent answer as it is shown; `keep()` takes it."""
    previous_of: str = ""
    """The period of the report that sent it, where that counts at the same moment; blank: it is the last period's."""
    keepable: int = 0
    """How many open questions of this section, with this one, have a last sent answer that `keep_all()` can take."""
    quick: int = 0
    """How many open questions of this section `sheet()` would list."""
    answer_shown: str | None = None
    """The present answer, when the question was answered before or has a default; `keep()` lets it stand."""
    unit: str = ""
    privacy: Privacy = Privacy.PUBLIC
    max_files: int = 0
    files: int = 0
    """How many files the present answer already has."""

    @property
    def is_read_only(self) -> bool:
        """Whether there is only something to read."""
        return self.accepts is Accepts.ACKNOWLEDGE and self.type != "acknowledge"

    @property
    def private(self) -> bool:
        """Whether the answer is personal data."""
        return self.privacy is not Privacy.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure beside that of the last period."""

    previous: str
    """As it is shown, without its unit: 1.034."""
    percent: Decimal
    """By how much it has risen, in hundredths of the last period's figure; below 0 where it has fallen."""
    of: str = ""
    """The period of another report that counts at the same moment; blank: it is the last period's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The answer is kept; `understood` is how it was read ("412 hộ")."""

    understood: str
    change: Change | None = None
    """How it differs from the last period's, where that helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Several lines of a long list fit what was typed; they are shown now. `text` is the sentence that says so."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """The answer cannot be kept; `text` is the whole sentence for the person."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """The answer is unusual or was not clear: the person confirms it (`confirm`) or answers anew (`retract`)."""

    text: str
    value: str
    """What would be kept."""
    wants_reason: bool = False
    """A soft check of the form: a word of reason is kept for the officer."""


Outcome = Accepted | Narrowed | Rejected | Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One question with its answer, for reading over before sending."""

    name: str
    key: str
    number: int
    section: str
    label: str
    shown: str
    """The answer as people read it; blank where it was skipped."""
    private: bool = False
    problem: str = ""
    """Why it cannot be sent like this: required but blank, or in conflict with a later change."""
    doubt: str = ""
    """A soft check that nobody has confirmed yet (a later change made it unusual)."""
    reason: str = ""
    """The reason given when a soft check was confirmed."""
    change: Change | None = None
    """How it differs from the last period's, where that helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """A finished filling: only what is relevant."""

    values: Mapping[str, Any]
    """By question name, as XForms text; a repeat is a list of such mappings."""
    empties: Mapping[str, Empty]
    """The questions that were answered with an empty state; they have no value."""
    confirmed: Mapping[str, Confirmed]
    """The unusual values that somebody said are right."""
    attachments: Sequence[str] = ()
    """The digests of the files that the values name."""

    @property
    def reasons(self) -> Mapping[str, str]:
        """The reasons given for unusual values; blank where none was."""
        return {name: one.reason for name, one in self.confirmed.items()}
