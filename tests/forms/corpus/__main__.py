"""Load, talk through and compare every form below a folder; one line each, and the sums."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from forms.xform import Form
from tests.forms.corpus.judging import Comparison, compare
from tests.forms.corpus.loading import Loaded, is_form, load
from tests.forms.corpus.talking import talk_through
from tests.support.forms import around

AT_ONCE = 12
"""So many forms for one start of ODK's engine."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.forms.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--oracle", type=Path, help="folder with oracle.mjs, after npm install; without it: no comparison"
    )
    parser.add_argument("--only", default="", help="part of the path of the forms to take")
    said = parser.parse_args()
    sums: Counter[str] = Counter()
    paths = [path for path in sorted(said.folder.rglob("*")) if path.is_file() and said.only in str(path)]
    forms = [path for path in paths if is_form(path)]
    for start in range(0, len(forms), AT_ONCE):
        looked_at = [_looked_at(path, sums) for path in forms[start : start + AT_ONCE]]
        judged = compare([loaded for loaded, _ in looked_at], said.oracle) if said.oracle else iter(())
        for loaded, parts in looked_at:
            if said.oracle and loaded.form is not None:
                parts.append(_judged(next(judged), sums))
            _print(f"{loaded.path.relative_to(said.folder)} | {' | '.join(parts)}")
    _print("")
    for what, number in sorted(sums.items()):
        _print(f"{number:6} {what}")


def _looked_at(path: Path, sums: Counter[str]) -> tuple[Loaded, list[str]]:
    sums["files"] += 1
    started = time.perf_counter()
    try:
        loaded = load(path)
        parts = [f"loaded in {time.perf_counter() - started:.1f} s" if loaded.form else "not loaded"]
        sums["loaded" if loaded.form else "not loaded"] += 1
        sums["pass the gate" if not loaded.refusal else "refused by the gate"] += 1
        if loaded.refusal:
            parts.append(f"refused: {loaded.refusal}")
        elif loaded.form is not None:
            parts.append(_talked(loaded.form, path.stem, sums))
    except Exception as error:  # noqa: BLE001 - the next form is to be looked at all the same
        sums["CRASHED"] += 1
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        return Loaded(path=path), [f"CRASH {type(error).__name__}: {error} ({place})"]
    return loaded, parts


def _talked(form: Form, seed: str, sums: Counter[str]) -> str:
    done, turns, stuck = talk_through(form, around(), seed)
    sums["talked to the end" if done else "stuck in talk"] += 1
    return f"talked to the end in {turns} turns" if done else f"stuck at {stuck} after {turns} turns"


def _judged(comparison: Comparison | str, sums: Counter[str]) -> str:
    if not isinstance(comparison, Comparison):
        sums["not loaded by ODK's engine"] += 1
        return f"ODK: {comparison[:100]}"
    sums["compared"] += 1
    sums["compared nodes"] += len(comparison.nodes)
    sums["compared facts"] += comparison.facts
    for reason, number in comparison.explained.items():
        sums[f"facts that differ: {reason.name}"] += number
    if not comparison.unexplained:
        sums["equal, or as explained"] += 1
        return f"{len(comparison.nodes)} nodes as in ODK"
    sums["nodes and facts that differ unexplained"] += len(comparison.unexplained)
    shown = "; ".join(f"{where}: {what}" for where, what in list(comparison.unexplained.items())[:3])
    return f"{len(comparison.unexplained)} of {len(comparison.nodes)} nodes DIFFER: {shown[:400]}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


main()
