"""Asks ODK's engine, which runs in node, what it says to the steps of a walk."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from forms.trace import Step

CLOCK = Path(__file__).parent / "clock.mjs"


class OracleError(RuntimeError):
    """The engine did not load a form, or did not start."""


def ask(oracle: Path, jobs: Iterable[tuple[str, Sequence[Step]]], media: Path | None = None) -> list[dict[str, Any]]:
    """One answer per XForm and steps, with the nodes after every step; `{"error": …}` for a form that is refused.

    `oracle` is the folder with oracle.mjs, after `npm install`.
    """
    lines = [
        json.dumps({"form": xform, "steps": [[], *steps], "trace": True, "media": str(media) if media else None})
        for xform, steps in jobs
    ]
    environment = {**os.environ, "TZ": "Etc/GMT-7", "NODE_OPTIONS": f"--import={CLOCK.as_uri()}"}
    # Into a file: node does not always empty a pipe before it ends.
    with TemporaryFile() as written:
        run = subprocess.run(
            ["node", "oracle.mjs", "--batch"],
            cwd=oracle,
            env=environment,
            input="\n".join(lines).encode(),
            stdout=written,
            stderr=subprocess.PIPE,
            check=False,
        )
        written.seek(0)
        answers = [json.loads(line) for line in written]
    if len(answers) != len(lines):
        problem = run.stderr.decode(errors="replace").strip()[-400:]
        raise OracleError(f"The oracle answered {len(answers)} of {len(lines)} jobs: {problem}")
    return answers
