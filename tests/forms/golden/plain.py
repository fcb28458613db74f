"""Makes plain in the steps of a walk what ODK's engine does in silence and we do for good.

It only hides a choice that is no longer offered, and shows it again when the list is back; we clear it, to be asked
again. And it forgets a counted row that is gone, where we keep the answers. Both are our rules (docs/forms.md), and
each would colour the rest of a walk; so the walk clears such answers itself, and everything else can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from forms.trace import Step

Nodes = Mapping[str, Mapping[str, Any]]
"""What the engine reports, by reference."""


def made_plain(steps: Sequence[Step], trace: Sequence[Sequence[Mapping[str, Any]]]) -> list[Step]:
    """The steps with those clearings put in; the same steps if there is nothing to clear. `trace[0]` is the start."""
    states: list[Nodes] = [{node["ref"]: node for node in nodes} for nodes in trace]
    known = {ref: node["value"] for ref, node in states[0].items() if node["type"] == "select"}
    plain: list[Step] = []
    for number, (step, before, after) in enumerate(zip(steps, states, states[1:], strict=False)):
        plain += _before_rows_go(step, before, after)
        plain.append(step)
        plain += [
            clearing for clearing in _no_longer_offered(step, after, known) if clearing not in steps[number + 1 :]
        ]
    return plain


def _before_rows_go(step: Step, before: Nodes, after: Nodes) -> Iterator[Step]:
    if step[0].startswith("-"):
        return
    for ref, node in before.items():
        if ref not in after and node.get("value") and node["type"] not in {"model-value", "note"}:
            yield [ref, ""]


def _no_longer_offered(step: Step, after: Nodes, known: dict[str, str]) -> Iterator[Step]:
    for ref, node in after.items():
        if node["type"] != "select" or not node["relevant"]:
            continue
        had = set(known.get(ref, "").split())
        has = set(node["value"].split())
        if step[0] != ref and has < had:
            yield [ref, node["value"]]
        known[ref] = node["value"]
