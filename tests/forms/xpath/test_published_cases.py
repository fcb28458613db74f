"""The published cases of ODK's engines hold, but for those that are skipped with a reason."""

from __future__ import annotations

import pytest

from tests.forms.xpath.published import CASES, Case, holds, read_cases, read_skipped

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="no published cases beside the checkout")


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[Case, bool]]:
    return [(case, holds(case)) for case in read_cases()]


@pytest.mark.parametrize(("profile", "share"), [("odk", 0.975), ("xpath1", 0.97)])
def test_nearly_all_published_cases_hold(outcomes: list[tuple[Case, bool]], profile: str, share: float) -> None:
    held = [held for case, held in outcomes if case.profile == profile]
    assert sum(held) / len(held) >= share


def test_no_case_fails_without_a_reason(outcomes: list[tuple[Case, bool]]) -> None:
    skipped = read_skipped()
    assert [case.key for case, held in outcomes if not held and case.key not in skipped] == []


def test_no_case_is_skipped_that_holds(outcomes: list[tuple[Case, bool]]) -> None:
    failed = {case.key for case, held in outcomes if not held}
    assert [key for key in read_skipped() if key not in failed] == []
