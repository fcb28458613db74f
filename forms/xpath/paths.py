"""Compiles paths: the way from a node through steps and predicates to a list of nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.tree import Node
from forms.xpath.ast import Call, Expr, Number, Path, Start, Step
from forms.xpath.axes import AXES, BACKWARDS, in_document_order, test_of
from forms.xpath.evaluators import Advance, Compiles, NodesEvaluator
from forms.xpath.lookups import equality_of, indexed
from forms.xpath.scope import Focus
from forms.xpath.values import Nodes, to_boolean

_ANYWHERE = Step(axis="descendant-or-self", name="node()")


def path(expression: Path, compiler: Compiles) -> NodesEvaluator:
    """The nodes at the end of a path, relevant or not."""
    names = _plain_names(expression.steps)
    if isinstance(expression.start, Start):
        from_root = expression.start is Start.ROOT
        if names is not None:
            return _absolute(names) if from_root else _relative(names)
        origin: NodesEvaluator = _root if from_root else _context
    else:
        origin = compiler.all_nodes(expression.start)
    advances = _advances(_shortened(expression.steps), expression.start, compiler)

    def follow(focus: Focus) -> Nodes:
        nodes = origin(focus)
        for advance in advances:
            nodes = advance(nodes, focus)
        return nodes

    return follow


def keepers(predicates: Sequence[Expr], compiler: Compiles) -> tuple[Advance, ...]:
    """Each predicate as a filter of a list of nodes."""
    return tuple(_keeper(predicate, compiler) for predicate in predicates)


# The paths of nearly all forms are names only, with `..` before them; they get functions of their own.


def _plain_names(steps: Sequence[Step]) -> tuple[str, ...] | None:
    """The names of the steps, `..` among them, or None if the path is not so simple."""
    names: list[str] = []
    for step in steps:
        if step.predicates or step.name.endswith("*"):
            return None
        if (step.axis, step.name) == ("parent", "node()") and all(name == ".." for name in names):
            names.append("..")
        elif step.axis == "child" and not step.name.endswith("()"):
            names.append(step.name)
        elif (step.axis, step.name) != ("self", "node()"):
            return None
    return tuple(names)


def _absolute(names: tuple[str, ...]) -> NodesEvaluator:
    if ".." in names:
        return lambda focus: []
    place = f"/{'/'.join(names)}"

    def follow(focus: Focus) -> Nodes:
        node = focus.scope.places.get(place)
        return _descend(focus.scope.root, names) if node is None else [node]

    return follow


def _relative(names: tuple[str, ...]) -> NodesEvaluator:
    rise = names.count("..")
    down = names[rise:]

    def follow(focus: Focus) -> Nodes:
        node: Node | None = focus.node
        for _ in range(rise):
            if node is None:
                return []
            node = node.parent
        return [] if node is None else _descend(node, down)

    return follow


def _descend(node: Node, names: tuple[str, ...]) -> Nodes:
    nodes = [node]
    for name in names:
        nodes = nodes[0].named(name) if len(nodes) == 1 else [child for one in nodes for child in one.named(name)]
    return nodes


def _root(focus: Focus) -> Nodes:
    return [focus.scope.root]


def _context(focus: Focus) -> Nodes:
    return [focus.node]


def _shortened(steps: Sequence[Step]) -> list[Step]:
    """`//name` looks once through everything below instead of twice."""
    short: list[Step] = []
    for step in steps:
        if short and short[-1] == _ANYWHERE and step.axis == "child" and not step.predicates:
            short[-1] = Step(at=step.at, axis="descendant", name=step.name)
        else:
            short.append(step)
    return short


def _advances(steps: Sequence[Step], start: Start | Expr, compiler: Compiles) -> tuple[Advance, ...]:
    advances: list[Advance] = []
    of_instance = isinstance(start, Call) and start.name == "instance"
    apart = True
    for step in steps:
        advance = _advance(step, compiler, apart=apart)
        advances.append(_by_index(step, compiler, advance) if of_instance else advance)
        apart = apart and step.axis in {"child", "attribute", "self"}
    return tuple(advances)


def _by_index(step: Step, compiler: Compiles, slow: Advance) -> Advance:
    equality = equality_of(step, compiler)
    if equality is None:
        return slow
    left_over = step.predicates[1:] if equality.whole else step.predicates
    return indexed(
        step,
        equality,
        compiler.value(equality.sought),
        keepers(left_over, compiler),
        slow,
    )


def _advance(step: Step, compiler: Compiles, *, apart: bool) -> Advance:
    """One step; `apart` says that no node before it can be above another one, so that order keeps itself."""
    select = _selection(step)
    keeps = keepers(step.predicates, compiler)
    backwards = step.axis in BACKWARDS
    orderly = apart and step.axis in {
        "child",
        "attribute",
        "self",
        "descendant",
        "descendant-or-self",
    }

    def advance(nodes: Nodes, focus: Focus) -> Nodes:
        found: Nodes = []
        for node in nodes:
            selected = select(node)
            for keep in keeps:
                selected = keep(selected, focus)
            found.extend(reversed(selected) if backwards else selected)
        return found if orderly or len(nodes) < 2 else in_document_order(found)

    return advance


def _selection(step: Step) -> Callable[[Node], Nodes]:
    axis, name = AXES[step.axis], step.name
    if step.axis == "child" and not name.endswith(("*", "()")):
        return lambda node: node.named(name)
    if name == "node()":
        return axis
    passes = test_of(step.axis, name)
    return lambda node: [one for one in axis(node) if passes(one)]


def _keeper(predicate: Expr, compiler: Compiles) -> Advance:
    if isinstance(predicate, Number):
        place = predicate.value - 1
        return lambda nodes, focus: nodes[int(place) : int(place) + 1] if place >= 0 and place.is_integer() else []
    holds = compiler.value(predicate)

    def keep(nodes: Nodes, focus: Focus) -> Nodes:
        kept: Nodes = []
        item = Focus(focus.scope, focus.current, focus.node, 0, len(nodes))
        for position, node in enumerate(nodes, 1):
            item.node, item.position = node, position
            value = holds(item)
            if (value == position) if type(value) is float else to_boolean(value):
                kept.append(node)
        return kept

    return keep
