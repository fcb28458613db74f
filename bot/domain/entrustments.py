"""What a khóm leaves to the ward to enter: files sent instead of typed answers, and the answers that were asked for.

Whether an entrustment is still to be done, and whether what was entered still stands, shows only beside the answers
themselves: the khóm may have typed one meanwhile (forms/entrusting.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.people import PersonId
from bot.domain.submissions import Empty, SubmissionId

WHOLE = ""
"""The question of an enclosure that is meant for all of them: a photo of the paper report."""


class Entrusted(StrEnum):
    """How far an answer that was left to the ward has come."""

    ASKED = "asked"
    """The ward has not entered it yet."""
    ENTERED = "entered"
    """Entered, and the khóm has not said yet whether it is right."""
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    """The khóm says that it is wrong, and has not given another answer yet."""
    OWN = "own"
    """The khóm has answered after all."""


ENTERABLE = frozenset({Entrusted.ASKED, Entrusted.ENTERED, Entrusted.DISPUTED})
"""What the ward may enter, or mend; what the khóm has confirmed or answered is the khóm's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """An answer as the form engine keeps it: XForms text, or why there is none."""

    text: str = ""
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrustment:
    """One answer that the khóm left to the ward."""

    submission: SubmissionId
    key: str
    """Where its answer is kept; the same as in ReviewLine.key."""
    question: str
    """Its name."""
    state: Entrusted
    asked_by: PersonId
    asked_at: datetime
    entered_by: PersonId | None = None
    entered_by_name: str = ""
    entered_at: datetime | None = None
    entered: Value | None = None
    """What was entered."""
    source: str = ""
    """The digest of the file that it was read from; blank where there was none."""
    told_at: datetime | None = None
    """When the khóm was asked whether what was entered is right; None: not yet."""
    settled_by: PersonId | None = None
    settled_at: datetime | None = None
    """Who of the khóm said that it is right or wrong, or answered, and when."""

    def standing(self, present: Value | None) -> Entrusted:
        """How far it has come, beside the answer that stands there now; what is no longer as it was left, or
        as it was entered, somebody of the khóm has answered."""
        expected = Value(empty=Empty.UNKNOWN) if self.state is Entrusted.ASKED else self.entered
        return self.state if present == expected else Entrusted.OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer that was left to the ward, as it stands now."""

    entrustment: Entrustment
    state: Entrusted
    number: int
    """Of its line in the review; 0 where the question is not asked any more."""
    label: str
    shown: str
    """The answer that stands there, with its mark; without it in `plain`."""
    plain: str
    private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How much of one submission lies with the ward and with the khóm."""

    asked: int = 0
    """Answers that the ward is to enter."""
    unconfirmed: int = 0
    """Entered answers of which the khóm has not said that they are right."""
    unseen: int = 0
    """Files that nobody of the ward has opened."""
