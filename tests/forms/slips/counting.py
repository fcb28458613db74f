"""Has the khóm report through the form engine itself, and counts what is questioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from forms.library import SHIPPED
from forms.prompt import Accepted, Doubt, Outcome
from tests.forms.slips.growth import Figures, Khom
from tests.forms.slips.kinds import SLIPS
from tests.support.forms import Conversation, around, form_of

(SOURCE,) = (shipped.source() for shipped in SHIPPED if shipped.family == "khom_dinh_ky")
ASKS_BACK = "Đúng vậy không ạ?"
"""How the questions about history and size end; a form's own words do not."""

STANDING = frozenset(
    {"tong_so_ho", "tong_nhan_khau", "ho_dang_ky_gdvh", "ho_dat_gdvh", "ho_khong_xet_gdvh", "ho_gdvh_3nam"}
)
"""The questions about households and people, whose figures move slowly; the others ask what happened in the quarter."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many figures were given, and how many of them were questioned."""

    honest: int = 0
    kept: int = 0
    """Of the honest ones those that were kept with one tap."""
    questioned: Counter[str] = field(default_factory=Counter)
    """Honest figures by question that history or size asked about."""
    asked_by_the_form: int = 0
    """Honest figures that the form's own soft checks asked about."""
    reports: int = 0
    slips: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    """Slips that were refused or questioned, by kind."""
    standing: Counter[str] = field(default_factory=Counter)
    standing_caught: Counter[str] = field(default_factory=Counter)
    """The same of the questions in STANDING."""
    by_history: Counter[str] = field(default_factory=Counter)
    """Those of them that nothing but history or size noticed."""

    @property
    def false_alarms(self) -> float:
        """The share of honest figures that history or size questioned."""
        return self.questioned.total() / self.honest

    def share(self, slip: str) -> float:
        """The share of a kind of slip that was noticed."""
        return self.caught[slip] / self.slips[slip]

    def standing_share(self, slip: str) -> float:
        """The same among households and people."""
        return self.standing_caught[slip] / self.standing[slip]


def lives(tally: Tally, seed: str, quarters: int, *, with_history: bool = True) -> None:
    """One khóm reports quarter after quarter; from the second on, every figure is also mistyped in every way."""
    sent: list[Mapping[str, Any]] = []
    random = Random(f"slips of {seed}")
    for quarter, figures in Khom(seed).quarters(quarters):
        given = {"ky_loai": "quarter", "ky_so": str(quarter), "ky": "2020", "khom": "Khóm 1"}
        world = around(given=given)
        if sent and with_history:
            world = replace(world, last_saved=sent[0], earlier=sent[1:8], size=sent[0])
        talk = Conversation(form_of(SOURCE), world)
        _reports(talk, figures, tally if sent else Tally(), random)
        sent.insert(0, talk.sent())


def _reports(talk: Conversation, figures: Figures, tally: Tally, random: Random) -> None:
    before = 0
    tally.reports += 1
    while (name := talk.asks()) in figures:
        assert name is not None
        true = figures[name]
        _mistypes(talk, name, (true, before), tally, random)
        _answers(talk, name, true, tally)
        before = true
    talk.skips()


def _answers(talk: Conversation, name: str, true: int, tally: Tally) -> None:
    tally.honest += 1
    previous = talk.prompt().previous
    if previous is not None and previous.split()[0] == shown(true):
        outcome = talk.keeps()
        tally.kept += 1
    else:
        outcome = talk.says(shown(true))
    while isinstance(outcome, Doubt):
        if outcome.text.endswith(ASKS_BACK):
            tally.questioned[name] += 1
        elif outcome.wants_reason:
            tally.asked_by_the_form += 1
        outcome = talk.confirms()
    assert isinstance(outcome, Accepted), (name, true, outcome)


def _mistypes(talk: Conversation, name: str, beside: tuple[int, int], tally: Tally, random: Random) -> None:
    true, before = beside
    for kind, slip in SLIPS.items():
        typed = slip(true, before, random)
        if typed is None or typed == true or (before == 0 and kind == "the_question_before"):
            continue
        outcome = talk.filling.answer(shown(typed))  # a filling of its own, of which nothing is kept
        tally.slips[kind] += 1
        tally.caught[kind] += not isinstance(outcome, Accepted)
        tally.standing[kind] += name in STANDING
        tally.standing_caught[kind] += name in STANDING and not isinstance(outcome, Accepted)
        tally.by_history[kind] += _only_history(outcome)


def _only_history(outcome: Outcome) -> bool:
    return isinstance(outcome, Doubt) and outcome.text.endswith(ASKS_BACK) and "\n" not in outcome.text


def shown(figure: int) -> str:
    """As people type it: 1.650."""
    return f"{figure:,}".replace(",", ".")


def ward(seeds: Sequence[str], quarters: int, *, with_history: bool = True) -> Tally:
    """Several khóm, one tally."""
    tally = Tally()
    for seed in seeds:
        lives(tally, seed, quarters, with_history=with_history)
    return tally
