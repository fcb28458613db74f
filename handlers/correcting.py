"""A correction from the review: one answer, what it makes necessary, and back to the review."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions.filling import Interview
from bot.conversation.turn import Turn


def begin(turn: Turn, interview: Interview, key: str) -> None:
    """Go to a question of the review, and remember which others were open already: they can wait."""
    waiting = interview.filling.waiting()
    # Whoever opens a question that is not answered yet goes on with those that follow.
    left = [] if key in waiting else list(waiting)
    turn.session.place |= {"mode": "ask", "fixing": True, "left": left}
    interview.filling.go_to(key)
    acts.move(turn.tx, turn.who, interview, turn.now)


def goes_on(turn: Turn) -> bool:
    """Whether the person comes from the review."""
    return bool(turn.session.place.get("fixing"))


def lead_on(turn: Turn, interview: Interview) -> None:
    """To what the correction has opened, else to what it has made wrong, else back to the review."""
    filling, left = interview.filling, turn.session.place.get("left", ())
    prompt = filling.prompt()
    if prompt is not None and prompt.key not in left:
        return
    opened = [key for key in filling.waiting() if key not in left]
    flawed = [filling.first_problem()]
    following = next((key for key in (*opened, *flawed) if key is not None and key not in left), None)
    if following is None:
        filling.jump_to_review()
    else:
        filling.go_to(following)
    acts.move(turn.tx, turn.who, interview, turn.now)
