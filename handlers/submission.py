"""A submission has the floor until it is sent or set aside; what may be done with it is in `handlers/interview.py`."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions import holding
from bot.actions.filling import Interview
from bot.conversation import cards
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.errors import Invalid
from bot.domain.submissions import SubmissionId
from bot.texts import interview as say
from bot.texts import publishing
from handlers import claiming, correcting, doubting, entrusting, home, interview, sharing, trouble

NAME = "interview"


def begin(turn: Turn, submission: SubmissionId, opening: str = "") -> None:
    """Give the floor to a submission, at the question where it stands."""
    opened = _take_floor(turn, submission)
    if holding.holds(turn.who, opened.submission):
        interview.go_on(turn, opened, understood=_with_news(opened, opening))
    else:
        sharing.show(turn, opened)


def begin_at(turn: Turn, submission: SubmissionId, key: str, opening: str) -> None:
    """Give the floor to a submission, at an answer that has to be corrected."""
    opened = _take_floor(turn, submission)
    if holding.holds(turn.who, opened.submission):
        correcting.begin(turn, opened, key)
        interview.show(turn, opened, _with_news(opened, opening))
    else:
        sharing.show(turn, opened)


def go_on_with(turn: Turn, submission: SubmissionId) -> None:
    """Give the floor to a submission, and take what has just been sent or typed as if it had had the floor before."""
    _take_floor(turn, submission)
    read(turn)


def _take_floor(turn: Turn, submission: SubmissionId) -> Interview:
    opened = acts.open_interview(turn.tx, turn.who, submission, turn.now)
    if opened.submission.holder is None:
        holding.take(turn.tx, turn.who, opened, turn.now)
        opened = acts.open_interview(turn.tx, turn.who, submission, turn.now)
    # Only now: whoever may not open it stays where he was.
    kept = entrusting.has_files(turn, opened)
    turn.session.go(NAME, submission=submission, mode=interview.ASK, fixing=False)
    turn.session.place[entrusting.KEPT] = kept
    return opened


def open_(turn: Turn, argument: str) -> None:
    """From a lasting choice: "@interview:12"."""
    if not is_key(argument):
        raise Invalid("draft")
    begin(turn, SubmissionId(int(argument)))


def choose(turn: Turn, action: str) -> None:
    """A button of the open card, or its word."""
    opened = _opened(turn)
    if not holding.holds(turn.who, opened.submission):
        sharing.press(turn, opened, action)
    elif opened.moved is not None:
        _tell_news(turn, opened)
    else:
        _act(turn, opened, action)


def read(turn: Turn) -> None:
    """Typed words or files: a way out, a line's number, a reason, or the answer."""
    opened = _opened(turn)
    if not holding.holds(turn.who, opened.submission):
        sharing.hear(turn, opened)
        return
    if opened.moved is None and interview.encloses(turn, opened):
        return
    named = sharing.TYPED if sharing.is_typed_again(turn) else interview.spoken(turn, opened)
    if opened.moved is not None and named == "later":
        holding.let_go(turn.tx, turn.who, opened)
        home.greet(turn, _with_news(opened, say.KEPT_FOR_LATER.by(turn.who.called)))
    elif opened.moved is not None:
        _tell_news(turn, opened)
    elif named is not None:
        _act(turn, opened, named)
    else:
        turn.session.place.pop(sharing.TYPED, None)
        interview.hear(turn, opened)


def _act(turn: Turn, opened: Interview, action: str) -> None:
    typed = turn.session.place.pop(sharing.TYPED, "")
    if action == sharing.TYPED:
        sharing.take_typed(turn, opened, typed)
    else:
        interview.press(turn, opened, action)


def again(turn: Turn) -> None:
    """The open card once more."""
    opened = _opened(turn)
    if not holding.holds(turn.who, opened.submission):
        sharing.show(turn, opened)
    elif opened.moved is not None or not doubting.ask_again(turn, opened):
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


def claims(turn: Turn) -> bool | None:
    """Whether what was typed answers the open question."""
    opened = _opened(turn)
    if not holding.holds(turn.who, opened.submission) or opened.moved is not None:
        return False
    return claiming.claims(turn, opened)


HANDLER = Handler(
    name=NAME,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    explain=explain,
    reads_first=True,
    claims=claims,
)
