"""Random walks through forms give, node by node and step by step, what ODK's own engine gave when they were frozen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from forms.keys import path_of
from forms.trace import Walk, report
from forms.trace.steps import StepError
from tests.forms.golden.freezing import State, changed, state_of
from tests.forms.golden.subjects import FROZEN, WALKS, Subject, parsed, subjects
from tests.forms.golden.tolerated import LOOKS_LIKE, TOLERATED, Tolerated, tolerated
from tests.support.forms import around

SUBJECTS = {subject.name: subject for subject in subjects()}
MOST_BYTES = 2_000_000


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_form_does_what_odks_engine_does(name: str) -> None:
    subject = SUBJECTS[name]
    differences, used = compared(subject)
    assert not differences, "\n".join(differences[:10])
    needless = [line for line in TOLERATED if line.form == name and line not in used]
    assert not needless, "nothing differs there any more: strike these lines"


def test_every_form_is_walked_and_every_walk_has_a_form() -> None:
    assert {file.stem for file in FROZEN.glob("*.json")} == SUBJECTS.keys()
    assert sum(file.stat().st_size for file in FROZEN.glob("*.json")) < MOST_BYTES


def test_the_comparison_finds_a_difference() -> None:
    subject = SUBJECTS["calc_chain"]
    walk = frozen(subject)[0]
    walk["changes"][3]["/data/b1"] = {"value": "77"}
    assert any("/data/b1 value" in line for line, _ in walked(subject, 0, walk))


def compared(subject: Subject) -> tuple[list[str], set[Tolerated]]:
    """What differs and may not, and the lines of the table that were needed."""
    differences, used = [], set()
    for number, walk in enumerate(frozen(subject)):
        for difference, line in walked(subject, number, walk):
            if line is None:
                differences.append(difference)
            else:
                used.add(line)
    return differences, used


def walked(subject: Subject, number: int, frozen_walk: dict[str, Any]) -> Iterator[tuple[str, Tolerated | None]]:
    """Every difference of one walk, with the line of the table that allows it."""
    walk = Walk(parsed(subject.xform(number)), around(username="u"))
    theirs: State = changed({}, frozen_walk["changes"][0])
    yield from differing(subject.name, f"walk {number}, at the start", walk, theirs)
    for index, step in enumerate(frozen_walk["steps"]):
        here = f"walk {number}, step {index} {step}"
        try:
            walk.take(step)
            refused = False
        except StepError:
            refused = True
        if refused != (index in frozen_walk["refused"]):
            yield f"{here}: {'only we' if refused else 'only ODK'} refused it", None
        theirs = changed(theirs, frozen_walk["changes"][index + 1])
        yield from differing(subject.name, here, walk, theirs)


def differing(form: str, here: str, walk: Walk, theirs: State) -> Iterator[tuple[str, Tolerated | None]]:
    """The facts that differ now."""
    ours = state_of(report(walk, [])["nodes"])
    for ref in sorted(ours.keys() ^ theirs.keys()):
        yield f"{here}: {ref} is only {'ours' if ref in ours else 'in ODK'}", None
    for ref in ours.keys() & theirs.keys():
        path = path_of(ref).removeprefix("/data/")
        for fact, expected in theirs[ref].items():
            if (found := ours[ref][fact]) != expected:
                lines = tolerated(form, path, fact)
                line = next((one for one in lines if LOOKS_LIKE[one.reason](found, expected)), None)
                yield f"{here}: {ref} {fact} is {found!r}, ODK says {expected!r}", line


def frozen(subject: Subject) -> list[dict[str, Any]]:
    """The walks of a form as they were frozen."""
    walks: list[dict[str, Any]] = json.loads(subject.file.read_text(encoding="utf-8"))
    assert len(walks) == WALKS
    return walks
