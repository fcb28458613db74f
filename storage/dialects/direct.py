"""The program's statements, each worked out once and from then on handed straight to the driver.

SQLAlchemy keeps what it is good at: the tables, the text of every statement for both databases, the types, the pool.
But going through all of it again at each execution costs several times the CPU of the database's answer
(docs/decisions/0005-a-cheap-turn.md). So what it makes of a statement is kept: the text, the order of the parameters,
and what turns values into the driver's kind and back.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Executable, Insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import ReturnsRows
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]
Converts = tuple[tuple[int, Convert], ...]
"""Which places need a conversion, and which one."""


class Rows(list[Any]):
    """What a statement found: named tuples, under the names that SQLAlchemy's results have; and what it changed."""

    __slots__ = ("rowcount",)

    def __init__(self, rows: Sequence[Any], rowcount: int) -> None:
        super().__init__(rows)
        self.rowcount = rowcount

    def one_or_none(self) -> Any:
        """The only row, if there is one."""
        if len(self) > 1:
            raise LookupError("a statement that finds one row at most has found several")
        return self[0] if self else None

    def one(self) -> Any:
        """The only row."""
        if not self:
            raise LookupError("a statement that always finds a row has found none")
        return self.one_or_none()

    def scalars(self) -> list[Any]:
        """The first column."""
        return [row[0] for row in self]

    def scalar_one(self) -> Any:
        """The first column of the only row."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        """The first column of the only row, if there is one."""
        row = self.one_or_none()
        return None if row is None else row[0]


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that has to be known of a statement to run it."""

    text: str
    names: tuple[str, ...]
    """The parameters in the driver's order."""
    constants: Mapping[str, Any]
    """Those whose value is part of the statement."""
    to_driver: Converts
    finds: bool
    """Whether rows come back."""
    row: Callable[..., Any]
    from_driver: Converts

    def values(self, params: Mapping[str, Any]) -> list[Any]:
        """The parameters as the driver takes them."""
        given = {**self.constants, **params} if self.constants else params
        values = [given[name] for name in self.names]
        for place, convert in self.to_driver:
            values[place] = convert(values[place])
        return values

    def rows(self, found: Sequence[Sequence[Any]]) -> list[Any]:
        """What the driver found, as the program takes it."""
        if not self.from_driver:
            return [self.row(*values) for values in found]
        rows = []
        for values in map(list, found):
            for place, convert in self.from_driver:
                values[place] = convert(values[place])
            rows.append(self.row(*values))
        return rows


class Direct:
    """A connection on which the statements of storage/queries are run.

    They are made once, at module level, so what is kept of them stays small.
    """

    __slots__ = ("_dialect", "_driver", "_prepared", "connection")

    def __init__(self, connection: Connection, prepared: Preparations) -> None:
        self.connection = connection
        self._driver: Any = connection.connection.dbapi_connection
        self._dialect = connection.dialect
        self._prepared = prepared

    def execute(self, statement: Executable, params: Mapping[str, Any] | list[dict[str, Any]] | None = None) -> Rows:
        """Run the statement; a list of parameters means one row each."""
        if isinstance(params, list):
            return self._for_each(statement, params)
        given = params or {}
        prepared = self._known(statement, given)
        return self._thoroughly(statement, given) if prepared is None else self._quickly(prepared, given)

    def _known(self, statement: Executable, params: Mapping[str, Any]) -> Prepared | None:
        # An UPDATE sets the columns that are named, so their names belong to the statement.
        key = (statement, *params)
        try:
            return self._prepared[key]
        except KeyError:
            self._prepared[key] = found = _prepare(statement, tuple(params), self._dialect)
            return found

    def _quickly(self, prepared: Prepared, params: Mapping[str, Any]) -> Rows:
        cursor = self._driver.cursor()
        try:
            cursor.execute(prepared.text, prepared.values(params))
            found = cursor.fetchall() if prepared.finds else ()
        except self._dialect.loaded_dbapi.Error as error:
            raise self._explained(prepared, error, cursor) from error
        return Rows(prepared.rows(found), cursor.rowcount)

    def _for_each(self, statement: Executable, rows: list[dict[str, Any]]) -> Rows:
        prepared = self._known(statement, rows[0])
        if prepared is None or prepared.finds:
            return self._thoroughly(statement, rows)
        cursor = self._driver.cursor()
        try:
            cursor.executemany(prepared.text, [prepared.values(row) for row in rows])
        except self._dialect.loaded_dbapi.Error as error:
            raise self._explained(prepared, error, cursor) from error
        return Rows((), cursor.rowcount)

    def _thoroughly(self, statement: Executable, params: Mapping[str, Any] | list[dict[str, Any]]) -> Rows:
        """Through SQLAlchemy: what has another text each time, such as a list of values or of rows."""
        result = self.connection.execute(statement, params)
        if not result.returns_rows:
            return Rows((), result.rowcount)
        row = _row_named(tuple(result.keys()))
        return Rows([row(*values) for values in result], result.rowcount)

    def _explained(self, prepared: Prepared, error: Any, cursor: Any) -> BaseException:
        """The error as SQLAlchemy would raise it; a connection that is lost is not used again."""
        dbapi = self._dialect.loaded_dbapi
        # "Not supported" is what PostgreSQL says of a statement prepared before a table was changed.
        lost = self._dialect.is_disconnect(error, self._driver, cursor) or isinstance(error, dbapi.NotSupportedError)
        if lost:
            self.connection.invalidate(error)
        explained: BaseException = DBAPIError.instance(
            prepared.text,
            None,
            error,
            dbapi.Error,
            hide_parameters=True,
            connection_invalidated=lost,
            dialect=self._dialect,
        )
        return explained


Preparations = dict[tuple[object, ...], Prepared | None]
"""What is kept, by statement and the names of its parameters; one for each database that is open."""


def _prepare(statement: Any, names: tuple[str, ...], dialect: Dialect) -> Prepared | None:
    """None for a statement whose text changes with its parameters: it has to go through SQLAlchemy each time."""
    columns = list(statement.exported_columns) if isinstance(statement, ReturnsRows) else []
    if isinstance(statement, Insert) and not columns:
        # SQLAlchemy would ask for the new row's key whether anybody wants it or not.
        statement = statement.inline()
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=list(names))
    if compiled.post_compile_params or compiled.literal_execute_params or compiled.prefetch:
        return None
    order = tuple(compiled.positiontup or ())
    kinds = [compiled.binds[name].type for name in order]
    return Prepared(
        text=compiled.string,
        names=order,
        constants={name: value for name, value in compiled.params.items() if name not in names},
        to_driver=_converts(kinds, lambda kind: kind.bind_processor(dialect), dialect),
        finds=bool(columns),
        row=_row_named(tuple(column.key for column in columns)),
        from_driver=_converts(
            [column.type for column in columns], lambda kind: kind.result_processor(dialect, None), dialect
        ),
    )


def _converts(
    kinds: Sequence[TypeEngine[Any]], processor: Callable[[TypeEngine[Any]], Convert | None], dialect: Dialect
) -> Converts:
    found = [(place, processor(kind.dialect_impl(dialect))) for place, kind in enumerate(kinds)]
    return tuple((place, convert) for place, convert in found if convert is not None)


@cache
def _row_named(names: tuple[str, ...]) -> Callable[..., Any]:
    # A function's column has a name that no field may have, and nobody asks for it by that.
    return namedtuple("Row", names, rename=True)
