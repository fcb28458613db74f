"""What a channel's refusal means for the ledger."""

from __future__ import annotations

from datetime import timedelta

from bot.announcements.outcome import LONGEST_WAIT, MOST_TRIES, judge
from bot.domain.announcements import Failure
from bot.domain.errors import SendError


def test_being_asked_to_wait_counts_as_no_try_and_brakes_everybody() -> None:
    verdict = judge(SendError("flood", retryable=True, retry_after=7), MOST_TRIES)
    assert (verdict.brake, verdict.wait, verdict.forgiven) == (7, timedelta(seconds=7), True)
    assert verdict.failure is None


def test_a_blocked_account_is_gone() -> None:
    verdict = judge(SendError("blocked", retryable=False, gone=True), 1)
    assert (verdict.failure, verdict.gone, verdict.surely_not) == (Failure.BLOCKED, True, True)


def test_a_server_in_trouble_is_tried_later_and_later_and_not_for_ever() -> None:
    waits = [judge(SendError("unreachable", retryable=True), tries).wait for tries in range(1, MOST_TRIES)]
    assert waits == sorted(waits, key=lambda wait: wait or timedelta())
    assert all(wait is not None and wait <= LONGEST_WAIT for wait in waits)
    assert judge(SendError("unreachable", retryable=True), MOST_TRIES).failure is Failure.TRIED_OFTEN


def test_only_where_nobody_answered_it_may_have_arrived() -> None:
    assert judge(SendError("unreachable", retryable=True), 1).surely_not
    assert not judge(SendError("unreachable", retryable=True, doubtful=True), 1).surely_not


def test_a_refused_token_pauses_everything_and_blames_no_recipient() -> None:
    verdict = judge(SendError("token_refused", retryable=True), 1)
    assert (verdict.pause, verdict.forgiven, verdict.failure) == ("token_refused", True, None)


def test_what_is_never_taken_is_not_tried_again() -> None:
    assert judge(SendError("refused", retryable=False), 1).failure is Failure.REFUSED
