"""The order of recomputation, and what a change may reach."""

from __future__ import annotations

from tests.support.forms import form_of

FORM = form_of("""
| survey |
| | type        | name | label | relevant  | calculation    |
| | calculate   | c    |       |           | ${b} + 1       |
| | calculate   | b    |       |           | ${a} * 2       |
| | begin_group | g    | G     | ${b} > 1  |                |
| | integer     | z    | Z?    |           |                |
| | end_group   |      |       |           |                |
| | integer     | a    | A?    |           |                |
| | calculate   | free |       |           | 1 + 1          |
""")


def steps(path: str) -> list[str]:
    return [f"{step.path} {step.kind}" for step in FORM.affected[path]]


def test_each_step_comes_after_what_it_reads() -> None:
    assert [step.path for step in FORM.steps] == ["/data/b", "/data/g", "/data/c", "/data/free"]


def test_a_change_reaches_all_that_depends_on_it_and_nothing_else() -> None:
    assert steps("/data/a") == ["/data/b calculation", "/data/g relevant", "/data/c calculation"]
    assert steps("/data/g/z") == []
    assert steps("/data/c") == []


def test_hiding_a_group_reaches_those_who_read_what_is_in_it() -> None:
    form = form_of("""
| survey |
| | type        | name | label | relevant | calculation |
| | integer     | a    | A?    |          |             |
| | begin_group | g    | G     | ${a} > 1 |             |
| | integer     | z    | Z?    |          |             |
| | end_group   |      |       |          |             |
| | calculate   | sum  |       |          | ${z} + 1    |
""")
    assert [step.path for step in form.affected["/data/a"]] == ["/data/g", "/data/sum"]
