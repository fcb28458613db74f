"""Freeze the walks anew: `python -m tests.forms.golden --oracle DIR`, where DIR holds oracle.mjs and its packages."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from forms.trace import Step
from tests.forms.golden.freezing import changes, state_of
from tests.forms.golden.oracle import Job, OracleError, ask
from tests.forms.golden.plain import made_plain
from tests.forms.golden.subjects import FROZEN, MEDIA, WALKS, Subject, parsed, subjects
from tests.forms.golden.walks import random_steps

LENGTH = 24
ROUNDS = 8
"""How often the steps are made plain before we give up; two or three are enough."""


def main() -> None:
    """Freeze all forms, or those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.forms.golden", description=__doc__)
    parser.add_argument("--oracle", type=Path, required=True, help="folder with oracle.mjs, after npm install")
    parser.add_argument("forms", nargs="*", help="names of forms; all of them if none is named")
    said = parser.parse_args()
    FROZEN.mkdir(exist_ok=True)
    for subject in subjects():
        if not said.forms or subject.name in said.forms:
            frozen = freeze(said.oracle, subject)
            subject.file.write_text(_written(frozen), encoding="utf-8")
            sys.stdout.write(f"{subject.name}: {subject.file.stat().st_size} bytes\n")


def freeze(oracle: Path, subject: Subject) -> list[dict[str, Any]]:
    """The walks of a form with what the engine said."""
    xforms = [subject.xform(walk) for walk in range(WALKS)]
    walks = [random_steps(parsed(xform), f"{subject.name} {number}", LENGTH) for number, xform in enumerate(xforms)]
    for _ in range(ROUNDS):
        jobs = [Job(xform, steps, MEDIA) for xform, steps in zip(xforms, walks, strict=True)]
        answers = ask(oracle, jobs)
        plain = [_plain(subject, steps, answer) for steps, answer in zip(walks, answers, strict=True)]
        if plain == walks:
            return [_frozen(steps, answer) for steps, answer in zip(walks, answers, strict=True)]
        walks = plain
    raise OracleError(f"The walks of {subject.name} never become plain.")


def _plain(subject: Subject, steps: Sequence[Step], answer: dict[str, Any]) -> list[Step]:
    if "error" in answer:
        raise OracleError(f"{subject.name}: {answer['error']}")
    return made_plain(steps, answer["trace"])


def _frozen(steps: Sequence[Step], answer: dict[str, Any]) -> dict[str, Any]:
    states = [state_of(nodes) for nodes in answer["trace"]]
    refused = sorted(error["step"] - 1 for error in answer["errors"] if error["step"])
    found = [changes({}, states[0])]
    found += [changes(before, after) for before, after in pairwise(states)]
    return {"steps": steps, "refused": refused, "changes": found}


def _written(walks: list[dict[str, Any]]) -> str:
    """A line per walk."""
    lines = [json.dumps(walk, ensure_ascii=False, separators=(",", ":")) for walk in walks]
    return "[\n" + ",\n".join(lines) + "\n]\n"


main()
