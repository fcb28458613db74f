"""Replays steps in a form and says what is true of every node then, as ODK's own engine says it.

For authors who want to see what their form does, and for the tests that compare us to that engine. Values are written
as they are in the data ("2500000", "2020-12-18", "nha_o von"), not as people type them in a conversation.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from forms.interchange import instance_xml
from forms.prompt import Surroundings
from forms.trace.rows import places, row
from forms.trace.steps import Step, StepError, Walk
from forms.xform import Form

__all__ = ["Step", "Walk", "report", "trace"]


def trace(form: Form, steps: Iterable[Step], surroundings: Surroundings) -> dict[str, Any]:
    """Take the steps one after the other and report; a step that cannot be taken is listed in `errors`."""
    walk, errors = Walk(form, surroundings), list[dict[str, Any]]()
    for number, step in enumerate(steps):
        try:
            walk.take(step)
        except StepError as error:
            errors.append({"step": number, "error": str(error)})
    return report(walk, errors)


def report(walk: Walk, errors: list[dict[str, Any]]) -> dict[str, Any]:
    """The languages, every node, what is wrong with the answers, and the submission as it stands."""
    instance = walk.instance
    nodes = [row(instance, place) for place in places(instance)]
    found: dict[str, Any] = {"languages": list(instance.form.languages) or [""], "nodes": nodes}
    if errors:
        found["errors"] = errors
    found["violations"] = [[node["ref"], node["violation"]["kind"]] for node in nodes if "violation" in node]
    status = "pending" if found["violations"] else "ready"
    return found | {"submission": {"status": status, "xml": instance_xml(instance)}}
