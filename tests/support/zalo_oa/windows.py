"""How one person stands to the account: following or not, last heard of when, and what was sent."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import limits
from .options import Options
from .wire import Refusal


@dataclass(slots=True, kw_only=True)
class Standing:
    """One person. `user_id` is who this is for the account; the application calls them by another number."""

    user_id: str
    by_app: str
    name: str
    follows: bool = False
    was_here: bool = False
    """Whether the account can know of them at all."""
    left: bool = False
    """Stopped following after having followed."""
    blocks: bool = False
    last_interaction: float | None = None
    sent: int = 0
    """Messages from the person, presses counted."""
    received: int = 0
    """Messages to the person that were taken."""
    billed: int = 0
    """Those of them that cost, because the person had not written for 48 hours."""
    refused: list[int] = field(default_factory=list)
    """Why others were not taken."""

    def interacts(self, now: float) -> None:
        """Did something that opens the window anew."""
        self.was_here = True
        self.last_interaction = now

    def takes_message(self, now: float, options: Options) -> None:
        """Count a message to the person; Refusal where none may be sent."""
        try:
            self._may_be_told(now, options)
        except Refusal as refusal:
            self.refused.append(refusal.code)
            raise
        self.received += 1
        assert self.last_interaction is not None
        self.billed += now - self.last_interaction > limits.FREE_SECONDS

    def _may_be_told(self, now: float, options: Options) -> None:
        if self.blocks:
            raise Refusal(-217)
        if self.left or (options.must_follow and not self.follows):
            raise Refusal(-213)
        if self.last_interaction is None:
            raise Refusal(-232)
        if now - self.last_interaction > limits.WINDOW_SECONDS:
            raise Refusal(options.out_of_window)
