"""Compares random walks through somebody's form to ODK's engine, and sorts what differs by its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from forms.trace import Step, Walk, report
from forms.trace.steps import StepError
from forms.xform import Form
from tests.forms.corpus.loading import Loaded
from tests.forms.golden.freezing import State, state_of
from tests.forms.golden.oracle import Job, OracleError, ask
from tests.forms.golden.plain import made_plain
from tests.forms.golden.tolerated import LOOKS_LIKE, Reason
from tests.forms.golden.walks import random_steps
from tests.support.forms import around

_META = r"^/[^/]+/meta(/instanceID)?$"
LENGTH = 15
ROUNDS = 4
EXPLAINED = tuple(reason for reason in Reason if reason is not Reason.BLANKS)
"""The reasons that can be recognised by what differs; that of blanks needs a look at the expression."""


class Comparison:
    """How many facts were compared, and what differed."""

    def __init__(self) -> None:
        self.facts = 0
        self.nodes: set[str] = set()
        self.explained: Counter[Reason] = Counter()
        self.unexplained: dict[str, str] = {}
        """By node and fact, the first time that it differed."""


def compare(found: Sequence[Loaded], oracle: Path) -> Iterator[Comparison | str]:
    """A walk through each form that was loaded; a text if ODK's engine does not load it."""
    forms = [(one, one.form) for one in found if one.form is not None]
    walks = [random_steps(form, one.path.stem, LENGTH) for one, form in forms]
    answers: list[dict[str, Any]] = [{}] * len(forms)
    waiting = list(range(len(forms)))
    for _ in range(ROUNDS):
        jobs = [Job(forms[place][0].xform, walks[place], forms[place][0].path.parent) for place in waiting]
        for place, answer in zip(waiting, _asked(oracle, jobs), strict=True):
            answers[place] = answer
        loaded = [place for place in waiting if "error" not in answers[place]]
        plain = {place: made_plain(walks[place], answers[place]["trace"]) for place in loaded}
        waiting = [place for place in loaded if plain[place] != walks[place]]
        for place in waiting:
            walks[place] = plain[place]
        if not waiting:
            break
    for (_, form), steps, answer in zip(forms, walks, answers, strict=True):
        yield str(answer["error"]).splitlines()[0] if "error" in answer else _compared(form, steps, answer["trace"])


def _asked(oracle: Path, jobs: Sequence[Job]) -> list[dict[str, Any]]:
    """Many at once, and each for itself if one of them breaks the engine."""
    try:
        return ask(oracle, jobs, seconds=60 + 10 * len(jobs))
    except OracleError as error:
        if len(jobs) == 1:
            return [{"error": str(error)}]
    return [answer for job in jobs for answer in _asked(oracle, [job])]


def _compared(form: Form, steps: Sequence[Step], trace: Sequence[Any]) -> Comparison:
    comparison, walk = Comparison(), Walk(form, around(username="u"))
    _look(comparison, "at the start", walk, state_of(trace[0]))
    for step, nodes in zip(steps, trace[1:], strict=False):
        _take(walk, step)
        _look(comparison, str(step), walk, state_of(nodes))
    return comparison


def _take(walk: Walk, step: Step) -> None:
    try:
        walk.take(step)
    except StepError:
        return


def _look(comparison: Comparison, here: str, walk: Walk, theirs: State) -> None:
    ours = state_of(report(walk, [])["nodes"])
    for ref in [ref for ref in theirs if ref not in ours and re.search(_META, ref)]:
        del theirs[ref]  # ODK's engine adds what every instance has to have; we do so when it is written
    comparison.nodes |= theirs.keys() | ours.keys()
    comparison.facts += sum(len(facts) for facts in theirs.values())
    for ref in sorted(ours.keys() ^ theirs.keys()):
        comparison.unexplained.setdefault(f"{ref} exists", f"{here}: {'ours' if ref in ours else 'theirs'} only")
    for ref, fact, found, expected in _differing(ours, theirs):
        reason = next((one for one in EXPLAINED if _is(one, found, expected)), None)
        if reason is not None:
            comparison.explained[reason] += 1
        else:
            comparison.unexplained.setdefault(f"{ref} {fact}", f"{here}: {found!r}, ODK {expected!r}")


def _differing(ours: State, theirs: State) -> Iterator[tuple[str, str, Any, Any]]:
    for ref in ours.keys() & theirs.keys():
        for fact, expected in theirs[ref].items():
            if ours[ref][fact] != expected:
                yield ref, fact, ours[ref][fact], expected


def _is(reason: Reason, ours: Any, theirs: Any) -> bool:
    try:
        return LOOKS_LIKE[reason](ours, theirs)
    except (ValueError, ArithmeticError, AttributeError, TypeError):
        return False
