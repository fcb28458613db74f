"""Finds what an expression reads, for the graph of dependencies and for the checks before publishing."""

from __future__ import annotations

from collections.abc import Iterator

from forms.xpath.ast import Call, Expr, Filter, Path, Start, Step, parts

_HERE = Path(start=Start.CONTEXT, steps=())


def references(expression: Expr) -> tuple[Path, ...]:
    """The paths that it reads, each once, without predicates.

    What a predicate reads is told from where the whole expression stands: `/data/member[age > 5]/name` reads
    `/data/member/age` and `/data/member/name`. current() is the context node.
    """
    return tuple(dict.fromkeys(_read(expression, _HERE)))


def _read(expression: Expr, base: Path) -> Iterator[Path]:
    match expression:
        case Path():
            yield from _read_path(expression, base)
        case Filter(primary=primary, predicates=predicates):
            yield from _read(primary, base)
            inside = primary if isinstance(primary, Path) else _origin(primary, base)
            for predicate in predicates:
                yield from _read(predicate, inside)
        case _:
            for part in parts(expression):
                yield from _read(part, base)


def _read_path(path: Path, base: Path) -> Iterator[Path]:
    if not isinstance(path.start, Start):
        yield from _read(path.start, base)
    here = _origin(path.start, base)
    for step in path.steps:
        bare = Step(at=step.at, axis=step.axis, name=step.name)
        here = Path(at=path.at, start=here.start, steps=(*here.steps, bare))
        for predicate in step.predicates:
            yield from _read(predicate, here)
    yield here


def _origin(start: Start | Expr, base: Path) -> Path:
    if start is Start.CONTEXT:
        return base
    if isinstance(start, Call) and start.name == "current":
        return _HERE
    return Path(start=start, steps=())
