"""A submission has the floor until it is sent or set aside; what may be done with it is in `handlers/interview.py`."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions.filling import Interview
from bot.conversation import cards
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.errors import Invalid
from bot.domain.submissions import SubmissionId
from bot.texts import interview as say
from bot.texts import publishing
from handlers import home, interview, trouble

NAME = "interview"


def begin(turn: Turn, submission: SubmissionId, opening: str = "") -> None:
    """Give the floor to a submission, at the question where it stands."""
    opened = acts.open_interview(turn.tx, turn.who, submission, turn.now)
    # Only now: whoever may not open it stays where he was.
    turn.session.go(NAME, submission=submission, mode=interview.ASK, fixing=False)
    interview.go_on(turn, opened, understood=_with_news(opened, opening))


def open_(turn: Turn, argument: str) -> None:
    """From a lasting choice: "@interview:12"."""
    if not argument.isdecimal():
        raise Invalid("draft")
    begin(turn, SubmissionId(int(argument)))


def choose(turn: Turn, action: str) -> None:
    """A button of the open card, or its word."""
    opened = _opened(turn)
    if opened.moved is None:
        interview.press(turn, opened, action)
    else:
        _tell_news(turn, opened)


def read(turn: Turn) -> None:
    """Typed words or files: a way out, a line's number, a reason, or the answer."""
    opened = _opened(turn)
    named = interview.spoken(turn, opened)
    if opened.moved is not None and named == "later":
        home.greet(turn, _with_news(opened, say.KEPT_FOR_LATER.by(turn.who.called)))
    elif opened.moved is not None:
        _tell_news(turn, opened)
    elif named is not None:
        interview.press(turn, opened, named)
    else:
        interview.hear(turn, opened)


def again(turn: Turn) -> None:
    """The open card once more."""
    opened = _opened(turn)
    interview.show(turn, opened, _with_news(opened, ""))


def explain(turn: Turn) -> str:
    """What the open card wants."""
    return trouble.explain(turn, _opened(turn))


def _opened(turn: Turn) -> Interview:
    submission = SubmissionId(turn.session.place["submission"])
    return acts.open_interview(turn.tx, turn.who, submission, turn.now)


def _tell_news(turn: Turn, opened: Interview) -> None:
    """The questions have changed since they were asked, so what was said now may be meant for another one."""
    turn.session.place |= {"mode": interview.ASK, "fixing": False}
    interview.show(turn, opened, _with_news(opened, publishing.MOVED_UNREAD))


def _with_news(opened: Interview, before: str) -> str:
    return "\n".join(filter(None, (before, *cards.news(opened.moved))))


HANDLER = Handler(name=NAME, open=open_, choose=choose, read=read, again=again, explain=explain, reads_first=True)
