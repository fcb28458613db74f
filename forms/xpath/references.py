"""Finds what an expression reads, for the graph of dependencies and for the checks before publishing."""

from __future__ import annotations

from collections.abc import Iterator

from forms.xpath.ast import Binary, Call, Expr, Filter, Path, Start, Step, parts

_HERE = Path(start=Start.CONTEXT, steps=())


def references(expression: Expr) -> tuple[Path, ...]:
    """The paths that it reads, each once, without predicates.

    What a predicate reads is told from where the whole expression stands: `/data/member[age > 5]/name` reads
    `/data/member/age` and `/data/member/name`. current() is the context node.
    """
    return tuple(dict.fromkeys(_read(expression, _HERE)))


def _read(expression: Expr, base: Path) -> Iterator[Path]:
    """The paths inside an expression that stands at `base`."""
    match expression:
        case Path(start=start):
            if not isinstance(start, Start):
                yield from _read(start, base)
            for origin in _ends(start, base):
                yield from _read_steps(expression, origin)
        case Filter(primary=primary, predicates=predicates):
            yield from _read(primary, base)
            for origin in _ends(primary, base):
                for predicate in predicates:
                    yield from _read(predicate, origin)
        case _:
            for part in parts(expression):
                yield from _read(part, base)


def _read_steps(path: Path, origin: Path) -> Iterator[Path]:
    here = origin
    for step in path.steps:
        here = _further(here, step)
        for predicate in step.predicates:
            yield from _read(predicate, here)
    yield here


def _ends(start: Start | Expr, base: Path) -> Iterator[Path]:
    """The paths at whose ends the nodes of a nodeset can be."""
    match start:
        case Start.CONTEXT:
            yield base
        case Start.ROOT | Call(name="instance"):
            yield Path(start=start, steps=())
        case Call(name="current"):
            yield _HERE
        case Path(start=inner, steps=steps):
            for end in _ends(inner, base):
                yield _further(end, *steps)
        case Filter(primary=primary):
            yield from _ends(primary, base)
        case Binary(operator="|") | Call():
            for part in parts(start):
                yield from _ends(part, base)


def _further(path: Path, *steps: Step) -> Path:
    bare = (Step(at=step.at, axis=step.axis, name=step.name) for step in steps)
    return Path(at=path.at, start=path.start, steps=(*path.steps, *bare))
