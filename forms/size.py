"""How large the unit is: no count of its households can be more than all of them, nor one of its people."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from forms.history import figure_of
from forms.instance import Entry, Instance
from forms.values.fold import fold

WHOLES: Mapping[str, str] = MappingProxyType(
    {
        fold(unit): whole
        for whole, units in {
            "tong_so_ho": ("hộ", "hộ dân", "hộ gia đình", "gia đình", "nhà"),
            "tong_nhan_khau": ("người", "nhân khẩu", "dân", "cá nhân"),
        }.items()
        for unit in units
    }
)
"""By the unit of a question, the name of the question that says how many of it there are in all."""
GROWTH = Decimal("1.2")
"""What was sent in the last period may have grown since; the same filling's own figure has not."""


def size_beyond(instance: Instance, entry: Entry, now: Decimal) -> Decimal | None:
    """The size of the unit, where a figure that counts its households or its people is more than that."""
    whole = WHOLES.get(fold(entry.question.unit)) if entry.question.unit else None
    if whole is None or whole == entry.question.name:
        return None
    known = instance.form.by_name.get(whole)
    here = [figure_of(node.value) for node in instance.at(known.path)] if known is not None else []
    if here and here[0]:
        return here[0] if now > here[0] else None
    if now == figure_of(instance.surroundings.last_saved.get(entry.question.name)):
        return None  # it stood beside that size already
    last = figure_of(instance.surroundings.size.get(whole))
    return last if last and now > last * GROWTH else None
