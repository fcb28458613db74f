"""The dependency graph: in which order conditions and calculations are worked out, and whether there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from forms.references import Reference, references
from forms.xpath import Expression
from forms.xpath.ast import Call, walk

if TYPE_CHECKING:
    from forms.question import Question
    from forms.xform.form import Group


class StepKind(StrEnum):
    """What a step works out."""

    RELEVANT = "relevant"
    COUNT = "repeat_count"
    """How many rows a repeat has; evaluated where the next row would be."""
    CALCULATE = "calculation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One expression to evaluate at every node of a path."""

    path: str
    kind: StepKind
    expression: Expression
    reads: tuple[Reference, ...] = field(compare=False)
    kept: bool = False
    """Worked out once for a filling: it uses once(), random() or uuid()."""
    typed_over: bool = False
    """People may replace the result; it comes back when the calculation gives something else."""


_KEPT = frozenset({"once", "random", "uuid"})


class CycleError(ValueError):
    """Conditions or calculations that wait for each other: there is no order in which to work them out."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__(" -> ".join(f"{step.path} ({step.kind})" for step in steps))
        self.steps = tuple(steps)


def self_counted(questions: Iterable[Question], groups: Mapping[str, Group]) -> frozenset[str]:
    """The repeats whose count looks at their own rows: "one more while the last answer is yes".

    Nothing can be worked out from such a count; it is asked again after every answer (`forms.consequences`).
    """
    steps = [*_of_groups(groups.values(), frozenset()), *_of_questions(questions)]
    return frozenset(step.path for step in steps if step.kind is StepKind.COUNT and _reads_own_rows(step, steps))


def _reads_own_rows(count: Step, steps: Sequence[Step]) -> bool:
    waiting, seen = [count], {count}
    while waiting:
        for reference in waiting.pop().reads:
            if f"{reference.path}/".startswith(f"{count.path}/"):
                return True
            needed = {step for step in steps if step.path == reference.path and step not in seen}
            seen |= needed
            waiting += needed
    return False


def order(
    questions: Iterable[Question], groups: Mapping[str, Group], without: Collection[str] = frozenset()
) -> tuple[Step, ...]:
    """All steps so that each comes after what it reads; CycleError if that cannot be.

    Relevance, counts of rows and calculation are one graph: a hidden value reads as blank and a row may not be there,
    so whoever reads a value also waits for the relevance and the count of its node and of every group around it.
    The counts of the repeats `without` are left out.
    """
    steps = [*_of_groups(groups.values(), without), *_of_questions(questions)]
    return tuple(_sorted(steps, _edges(steps)))


def affected(steps: tuple[Step, ...], path: str) -> tuple[Step, ...]:
    """Those of the ordered steps that a change of the value at a path may change, in their order.

    All of them, `steps` itself, where it changes how many rows there are: everything in a new row is yet to come.
    """
    changed, found = {path}, []
    for step in steps:
        if any(_reads(reference, changed) for reference in step.reads):
            if step.kind is StepKind.COUNT:
                return steps
            changed.add(step.path)
            found.append(step)
    return tuple(found)


def endangered(revocable: Iterable[Question], affecting: Sequence[Step], path: str) -> tuple[Question, ...]:
    """The revocable questions whose answer a change at a path may take away, with the steps that it affects."""
    changed = {path, *(step.path for step in affecting)}
    conditions = {step.path for step in affecting if step.kind is StepKind.RELEVANT}
    return tuple(
        question
        for question in revocable
        if not conditions.isdisjoint((question.path, *_ancestors(question.path)))
        or any(_reads(reference, changed) for reference in _list_reads(question))
    )


def _list_reads(question: Question) -> Iterator[Reference]:
    """What the list of a select is found by."""
    if question.choices is not None and question.choices.nodes is not None:
        yield from references(question.choices.nodes, question.path)


def _reads(reference: Reference, changed: Collection[str]) -> bool:
    """Whether a changed node, or one around it or (for a deep reference) below it, is what is read."""
    if reference.path in changed or any(path in changed for path in _ancestors(reference.path)):
        return True
    return reference.deep and any(path.startswith(f"{reference.path}/") for path in changed)


def _of_groups(groups: Iterable[Group], without: Collection[str]) -> Iterator[Step]:
    for group in groups:
        if group.count is not None and group.path not in without:
            yield _step(group.path, StepKind.COUNT, group.count)
        if group.relevant is not None:
            yield _step(group.path, StepKind.RELEVANT, group.relevant)


def _of_questions(questions: Iterable[Question]) -> Iterator[Step]:
    for question in questions:
        if question.relevant is not None:
            yield _step(question.path, StepKind.RELEVANT, question.relevant)
        if question.calculate is not None:
            yield _step(
                question.path,
                StepKind.CALCULATE,
                question.calculate,
                kept=any(isinstance(part, Call) and part.name in _KEPT for part in walk(question.calculate.ast)),
                typed_over=question.is_asked and question.type != "note",
            )


def _step(path: str, kind: StepKind, expression: Expression, *, kept: bool = False, typed_over: bool = False) -> Step:
    reads = tuple(references(expression, path))
    return Step(path=path, kind=kind, expression=expression, reads=reads, kept=kept, typed_over=typed_over)


def _edges(steps: Sequence[Step]) -> dict[Step, list[Step]]:
    """For each step, those that must come before it."""
    relevance = {step.path: step for step in steps if step.kind is StepKind.RELEVANT}
    counts = {step.path: step for step in steps if step.kind is StepKind.COUNT}
    below: dict[str, list[Step]] = defaultdict(list)
    at: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        at[step.path].append(step)
        for above in _ancestors(step.path):
            below[above].append(step)
    edges: dict[Step, list[Step]] = {}
    for step in steps:
        around_itself = _ancestors(step.path) if step.kind is StepKind.COUNT else (step.path, *_ancestors(step.path))
        before = dict.fromkeys(counts[path] for path in around_itself if path in counts)
        for reference in step.reads:
            around = [kind[path] for path in _ancestors(reference.path) for kind in (relevance, counts) if path in kind]
            inside = below[reference.path] if reference.deep else []
            before.update(dict.fromkeys([*around, *at[reference.path], *inside]))
        edges[step] = list(before)
    return edges


def _ancestors(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _sorted(steps: Sequence[Step], edges: Mapping[Step, Sequence[Step]]) -> Iterator[Step]:
    """Depth first in document order, so that steps that do not depend on each other keep the form's order."""
    done: set[Step] = set()
    for first in steps:
        trail: list[tuple[Step, Iterator[Step]]] = [(first, iter(edges[first]))] if first not in done else []
        while trail:
            step, waiting = trail[-1]
            following = next((other for other in waiting if other not in done), None)
            if following is None:
                trail.pop()
                done.add(step)
                yield step
                continue
            under_way = [one for one, _ in trail]
            if following in under_way:
                raise CycleError([*under_way[under_way.index(following) :], following])
            trail.append((following, iter(edges[following])))
