"""Rows that hold for a span of days, both ends included; without `valid_to` they hold until somebody ends them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BindParameter, ColumnElement, FromClause, and_, bindparam, or_


def holds_on_day(rows: FromClause) -> ColumnElement[bool]:
    """Whether a row with `valid_from` and `valid_to` holds on the day of the parameter `day`."""
    day: BindParameter[date] = bindparam("day")
    return and_(rows.c.valid_from <= day, or_(rows.c.valid_to.is_(None), rows.c.valid_to >= day))
