"""How one input was read: a clear answer, a doubtful one, one of the states that are no value, or a problem.

Wrong and doubtful input are results, not exceptions. A misread is worse than a question: what can be read in two ways
is a Doubt or a Problem, never an Answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.submissions import Empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Read without doubt. `value` is XForms text ("1200000", "2020-06-01", "nha_o hoc_bong")."""

    value: str
    shown: str
    """As people read it, with its unit: "1.200.000 đồng"."""
    more: bool = False
    """More may follow: it is kept, and the question stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Probably this, but it was written in a way that may mean something else: the person confirms or types anew."""

    text: str
    """Whole sentences: what was read, and what to type if something else was meant."""
    value: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """No value, and why: "chưa rõ", "không phát sinh". The form says whether the question takes this state."""

    empty: Empty


@dataclass(frozen=True, slots=True)
class Unchanged:
    """ "Như cũ", "giữ nguyên": what stood here before (the present answer, else the last period's) stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """It cannot be an answer. `text` is whole sentences: what was read, what is allowed, an example."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Words that fit several choices of a long list: those are shown, and asked again."""

    words: str
    text: str
    """A whole sentence: how many there are."""


Reading = Answer | Doubt | Emptied | Unchanged | Narrowed | Problem
