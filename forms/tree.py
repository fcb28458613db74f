"""The instance tree: the nodes that expressions read and that the form engine fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Node:
    """One element: a question with its value, or a group, repeat row or instance with children.

    `relevant` is the node's own condition; `shown` also asks its ancestors. A node that is not shown keeps its value,
    but every expression reads it as blank. The top of a tree is a node without a name, the XPath document node:

    >>> top = Node("", children=[Node("data", children=[Node("age", "61")])])
    >>> top.children[0].child("age").text
    '61'
    """

    __slots__ = ("_columns", "_named", "attributes", "children", "key", "name", "parent", "relevant", "value")

    def __init__(
        self,
        name: str,
        value: str = "",
        *,
        children: Sequence[Node] = (),
        attributes: Sequence[Node] = (),
        relevant: bool = True,
        key: str = "",
    ) -> None:
        self.name = name
        self.key = key
        """Where a filling keeps its value (see `forms.keys`); blank outside the data of a form."""
        self.value = value
        self.relevant = relevant
        self.parent: Node | None = None
        self.children = _NONE
        self.attributes: tuple[Node, ...] = tuple(attributes)
        """Nodes too, with names such as `@id`, so that paths can end in them."""
        self._named: dict[str, list[Node]] | None = None
        self._columns: dict[tuple[str, str], dict[str, list[Node]]] | None = None
        for attribute in self.attributes:
            attribute.parent = self
        for child in children:
            self.append(child)

    def __repr__(self) -> str:
        return f"<Node {self.path} {self.value!r}>"

    # Change `children` only through these three: they keep the index by name true.

    def append(self, child: Node) -> None:
        """Add a last child."""
        child.parent = self
        if self.children is _NONE:
            self.children = [child]
        else:
            self.children.append(child)
        self._named = self._columns = None

    def insert(self, index: int, child: Node) -> None:
        """Add a child before the one that is now at `index`."""
        child.parent = self
        self.children = [*self.children[:index], child, *self.children[index:]]
        self._named = self._columns = None

    def remove(self, child: Node) -> None:
        """Take a child out of the tree."""
        self.children.remove(child)
        child.parent = None
        self._named = self._columns = None

    def named(self, name: str) -> list[Node]:
        """The children of that name, in order: all rows of a repeat, for example. Not a list to change."""
        if self._named is None:
            index: dict[str, list[Node]] = {}
            for child in self.children:
                index.setdefault(child.name, []).append(child)
            self._named = index
        return self._named.get(name) or []

    def rows(self, name: str, column: str, value: str) -> list[Node]:
        """The children of that name whose child `column` has the value, from an index made at the first question.

        For choice lists and other tables: once asked, the values in them may no longer change.
        """
        if self._columns is None:
            self._columns = {}
        index = self._columns.get((name, column))
        if index is None:
            index = self._columns[name, column] = {}
            for row in self.named(name):
                for text in {cell.text for cell in row.named(column)}:
                    index.setdefault(text, []).append(row)
        return index.get(value) or []

    def child(self, name: str) -> Node | None:
        """The first child of that name."""
        found = self.named(name)
        return found[0] if found else None

    def attribute(self, name: str) -> str:
        """An attribute's value, or blank."""
        wanted = f"@{name}"
        return next(
            (attribute.value for attribute in self.attributes if attribute.name == wanted),
            "",
        )

    @property
    def root(self) -> Node:
        """The top of the tree that this node is in."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    @property
    def shown(self) -> bool:
        """Whether the node and everything above it is relevant."""
        node: Node | None = self
        while node is not None:
            if not node.relevant:
                return False
            node = node.parent
        return True

    @property
    def text(self) -> str:
        """The string value: blank when not shown, else its own value and what is shown below it."""
        return self._text() if self.shown else ""

    def _text(self) -> str:
        if not self.children:
            return self.value
        return self.value + "".join(child._text() for child in self.children if child.relevant)

    @property
    def position(self) -> int:
        """Which one it is among the siblings of its name, from 1: the number of a repeat's row.

        Where the next row would be, it is the number that this row would have.
        """
        if self.parent is None or self.name.startswith("@"):
            return 1
        siblings = self.parent.named(self.name)
        return 1 + next((index for index, node in enumerate(siblings) if node is self), len(siblings))

    @property
    def path(self) -> str:
        """Where it is, with row numbers where a name occurs more than once: `/data/member[2]/age`."""
        if self.parent is None:
            return f"/{self.name}" if self.name else ""
        many = not self.name.startswith("@") and len(self.parent.named(self.name)) > 1
        return f"{self.parent.path}/{self.name}{f'[{self.position}]' if many else ''}"

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


_NONE: list[Node] = []
"""The children of every node that has none: most nodes are leaves, and every turn makes all nodes of a form anew."""
