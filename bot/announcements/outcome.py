"""What a channel's refusal means for one row of the ledger: pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.announcements import Failure
from bot.domain.errors import TOKEN_REFUSED, SendError
from bot.domain.quotas import OVER
from bot.domain.windows import WINDOW_SHUT

MOST_TRIES = 8
"""With the waits below about eight minutes; then the person counts as not reached, until the officer tries again."""
LONGEST_WAIT = timedelta(minutes=2)
ERRORS_IN_A_ROW = 20
"""So many refusals without one success between them: something is wrong with us, not with the recipients."""

TOO_MANY_ERRORS = "too_many_errors"
"""Why an announcement pauses itself, as TOKEN_REFUSED is: Announcement.why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of the row, and of what else."""

    wait: timedelta | None = None
    """Try again after that; None: never there."""
    failure: Failure | None = None
    """Why it was not taken there: the person's next channel is tried, and where there is none it has failed."""
    forgiven: bool = False
    """The try does not count, nor is it an error in a row: nothing is wrong with this message, nor with us."""
    surely_not: bool = False
    """It did not arrive, for certain."""
    gone: bool = False
    """The account cannot be reached any more."""
    brake: float | None = None
    """Seconds for which everybody must stop."""
    pause: str = ""
    """Why the whole announcement has to stop."""


def judge(error: SendError, tries: int) -> Verdict:
    """The verdict on an attempt; `tries` counts this one too."""
    if error.retry_after is not None:
        return Verdict(wait=timedelta(seconds=error.retry_after), forgiven=True, brake=error.retry_after)
    if error.code == TOKEN_REFUSED:
        return Verdict(wait=timedelta(), forgiven=True, pause=TOKEN_REFUSED)
    surely_not = not error.doubtful
    if error.gone:
        return Verdict(failure=Failure.BLOCKED, surely_not=surely_not, gone=True)
    if error.code == WINDOW_SHUT:
        # A whole ward may be silent for a week.
        return Verdict(failure=Failure.WINDOW_SHUT, forgiven=True, surely_not=surely_not)
    if error.code == OVER and not error.retryable:
        return Verdict(failure=Failure.QUOTA, forgiven=True, surely_not=surely_not)
    if not error.retryable:
        return Verdict(failure=Failure.REFUSED, surely_not=surely_not)
    if tries >= MOST_TRIES:
        return Verdict(failure=Failure.TRIED_OFTEN, surely_not=surely_not)
    return Verdict(wait=min(LONGEST_WAIT, timedelta(seconds=2**tries)), surely_not=surely_not)
