"""Phone numbers: read as people write them, kept in one form, shown as they are dialled."""

from __future__ import annotations

import pytest

from bot.actions.phones import read_phone, show_phone
from bot.domain.errors import Invalid


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("0901234567", "+84901234567", "0901 234 567"),
        ("090-123.45.67", "+84901234567", "0901 234 567"),
        ("84901234567", "+84901234567", "0901 234 567"),
        ("+84 277 3861 001", "+842773861001", "0277 3861 001"),
        ("+33 1 42 68 53 00", "+33142685300", "+33 1 42 68 53 00"),
    ],
)
def test_a_number_is_kept_in_one_form_and_shown_as_it_is_dialled(typed: str, kept: str, shown: str) -> None:
    assert read_phone(typed) == kept
    assert show_phone(kept) == shown


def test_no_number_is_no_mistake() -> None:
    assert read_phone("  ") == ""


@pytest.mark.parametrize("typed", ["123", "chị Hoa", "0901 234 567 89", "090123456", "٣"])
def test_what_nobody_can_call_is_refused(typed: str) -> None:
    with pytest.raises(Invalid, match="phone"):
        read_phone(typed)
