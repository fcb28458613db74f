"""What is compared of a node, and how a walk of it is written down: only what each step changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Facts = dict[str, Any]
"""What is true of one node."""
State = dict[str, Facts]
"""All nodes, by reference."""
USUAL: Facts = {
    "relevant": True,
    "required": False,
    "readonly": False,
    "value": "",
    "label": None,
    "hint": None,
    "choices": None,
    "constraintValid": True,
    "requiredValid": True,
}
"""The facts that are compared, with what they are where nothing is written down."""
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def state_of(nodes: Iterable[Mapping[str, Any]]) -> State:
    """The nodes of a report, without what differs from run to run."""
    return {node["ref"]: _facts(node) for node in nodes}


def _facts(node: Mapping[str, Any]) -> Facts:
    facts = {fact: node.get(fact, usual) for fact, usual in USUAL.items()}
    if "value" not in node:  # a group: what it requires means nothing, and its own label says all that is compared
        facts |= {"required": False, "readonly": False}
    facts["value"] = _UUID.sub("…", facts["value"])
    if node.get("valueType") == "decimal" and facts["value"]:
        facts["value"] = repr(float(facts["value"]))
    for fact in ("label", "hint"):
        facts[fact] = _as_read(facts[fact])
    if facts["choices"] is not None:
        facts["choices"] = [[name, _as_read(label) or ""] for name, label in facts["choices"]]
    return facts


def _as_read(text: str | None) -> str | None:
    """Runs of blanks as one: pyxform puts blanks around every place of a label. A text of nothing is none."""
    return " ".join(text.split()) or None if text else None


def changes(before: State, after: State) -> dict[str, Facts | None]:
    """What to write down: the facts that changed, and None for a node that is gone."""
    found: dict[str, Facts | None] = {ref: None for ref in before if ref not in after}
    for ref, facts in after.items():
        old = before.get(ref, USUAL)
        changed = {fact: value for fact, value in facts.items() if value != old[fact]}
        if changed or ref not in before:
            found[ref] = changed
    return found


def changed(before: State, written: Mapping[str, Facts | None]) -> State:
    """The state after what was written down."""
    after = dict(before)
    for ref, facts in written.items():
        if facts is None:
            del after[ref]
        else:
            after[ref] = {**after.get(ref, USUAL), **facts}
    return after
