"""Asks ODK's engine, which runs in node, what it says to the steps of a walk."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from forms.trace import Step

CLOCK = Path(__file__).parent / "clock.mjs"


class OracleError(RuntimeError):
    """The engine did not load a form, or did not start."""


class Job(NamedTuple):
    """A form with the steps that it is to be walked with."""

    xform: str
    steps: Sequence[Step]
    media: Path
    """The folder with the tables beside it."""


def ask(oracle: Path, jobs: Iterable[Job], seconds: int = 600) -> list[dict[str, Any]]:
    """One answer per XForm and steps, with the nodes after every step; `{"error": …}` for a form that is refused.

    `oracle` is the folder with oracle.mjs, after `npm install`.
    """
    lines = [
        json.dumps({"form": job.xform, "steps": [[], *job.steps], "trace": True, "media": str(job.media)})
        for job in jobs
    ]
    environment = {**os.environ, "TZ": "Etc/GMT-7", "NODE_OPTIONS": f"--import={CLOCK.as_uri()}"}
    # Into a file: node does not always empty a pipe before it ends.
    with TemporaryFile() as written:
        problem = _run(oracle, "\n".join(lines), environment, written, seconds)
        written.seek(0)
        answers = [json.loads(line) for line in written]
    if len(answers) != len(lines):
        raise OracleError(f"The oracle answered {len(answers)} of {len(lines)} jobs: {problem}")
    return answers


def _run(oracle: Path, jobs: str, environment: dict[str, str], written: IO[bytes], seconds: int) -> str:
    """Let node answer into a file; what it said when it failed."""
    try:
        run = subprocess.run(
            ["node", "oracle.mjs", "--batch"],
            cwd=oracle,
            env=environment,
            input=jobs.encode(),
            stdout=written,
            stderr=subprocess.PIPE,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return f"it takes more than {seconds} seconds"
    return run.stderr.decode(errors="replace").strip()[-400:]
