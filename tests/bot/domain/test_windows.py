"""How long a vendor lets us write to somebody who is silent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.windows import Heard, Window, window, window_of

NOW = datetime(2020, 12, 18, 8, 0, tzinfo=UTC)


def silent(hours: float, channel: str = "zalo_oa") -> Heard:
    return Heard(channel=channel, at=NOW - timedelta(hours=hours))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, Window.FREE),
        (48, Window.FREE),
        (48.01, Window.PAID),
        (7 * 24, Window.PAID),
        (7 * 24 + 0.01, Window.SHUT),
        (10_000, Window.SHUT),
    ],
)
def test_free_for_two_days_then_for_money_then_not_at_all(hours: float, expected: Window) -> None:
    assert window(silent(hours), NOW) is expected


@pytest.mark.parametrize("channel", ["telegram", "web", "zalo_bot", "console"])
def test_other_channels_have_no_windows(channel: str) -> None:
    assert window(silent(10_000, channel), NOW) is Window.FREE


def test_of_several_channels_the_first_that_is_open_counts() -> None:
    assert window_of([silent(9_000), silent(10_000, "web")], NOW) is Window.FREE
    assert window_of([silent(50), silent(60, "web")], NOW) is Window.PAID
    assert window_of([silent(9_000)], NOW) is Window.SHUT
    assert window_of([], NOW) is None
