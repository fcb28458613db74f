"""CPU time that the form engine takes for one turn, for each shipped form.

    python -m benchmarks.forms [--walks 200]

A turn is what the conversation does with an answer: make the filling from its remembered state, ask, take the answer,
ask what comes next, and remember the state. Every turn of a whole walk through the form is measured.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from bot.domain.submissions import FillingState
from forms.filling import Filling, begin
from forms.library import SHIPPED
from forms.prompt import Accepted, Surroundings
from forms.xform import Form, parse_xform
from forms.xlsform import to_xform
from tests.support.shipped import ANSWERS

NOW = datetime(2020, 12, 18, 9, 0, tzinfo=timezone(timedelta(hours=7)))
WARM_UP = 20
TYPED_ONLY = {"dong_y_anh": "không"}
"""Who allows photos would be asked for one."""
GIVEN: Mapping[str, Sequence[Mapping[str, str]]] = {
    "khom_dinh_ky": [{"ky_loai": "quarter", "ky_so": "1"}, {"ky_loai": "year", "ky_so": "1"}],
}
"""What the product supplies; a form is walked through once for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One answer, and the state that it meets."""

    state: FillingState
    typed: str


def turns(form: Form, surroundings: Surroundings, answers: Mapping[str, str]) -> Iterator[Turn]:
    """A walk through the form from the first question to the review."""
    state = begin(form, surroundings)
    while (prompt := Filling(form, state, surroundings).prompt()) is not None:
        turn = Turn(state=state, typed=answers[prompt.name])
        state, accepted = play(form, surroundings, turn)
        if not accepted:
            raise ValueError(f"{form.id} does not take {turn.typed} for {prompt.name}")
        yield turn


def play(form: Form, surroundings: Surroundings, turn: Turn) -> tuple[FillingState, bool]:
    """What one turn of the conversation asks of the engine."""
    filling = Filling(form, turn.state, surroundings)
    filling.prompt()
    outcome = filling.answer(turn.typed)
    filling.prompt()
    return filling.state, isinstance(outcome, Accepted)


def measure(form: Form, surroundings: Surroundings, script: Sequence[Turn], walks: int) -> list[float]:
    """Seconds of CPU per turn, one figure for every walk."""
    for _ in range(WARM_UP):
        _walk(form, surroundings, script)
    return [_walk(form, surroundings, script) for _ in range(walks)]


def _walk(form: Form, surroundings: Surroundings, script: Sequence[Turn]) -> float:
    begun = time.process_time()
    for turn in script:
        play(form, surroundings, turn)
    return (time.process_time() - begun) / len(script)


def main() -> None:
    """Print a table: the median walk says what to expect, the best one what a busy machine hides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walks", type=int, default=200)
    walks = parser.parse_args().walks
    print("| form | turns | µs CPU/turn, median walk | best walk |")
    print("|---|---|---|---|")
    for shipped in SHIPPED:
        form = parse_xform(to_xform(shipped.source(), file_type=".md", family=shipped.family).xform)
        for given in GIVEN.get(shipped.family, [{}]):
            surroundings = Surroundings(now=NOW, username="Lan", given=given)
            script = list(turns(form, surroundings, {**ANSWERS[shipped.family], **TYPED_ONLY}))
            times = measure(form, surroundings, script, walks)
            name = " ".join((shipped.family, *given.values()))
            print(f"| {name} | {len(script)} | {statistics.median(times) * 1e6:.0f} | {min(times) * 1e6:.0f} |")


if __name__ == "__main__":
    main()
