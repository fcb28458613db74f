"""A khóm says whether what the ward entered for it is right; what is wrong is corrected at once."""

from __future__ import annotations

import re

from bot.actions import confirming as acts
from bot.actions.confirming import Question
from bot.conversation import entrusting_cards, words
from bot.conversation.handler import Handler, Overheard
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.submissions import Status, SubmissionId
from bot.messages import Reply
from bot.texts import entrusting as say
from bot.texts.conversation import NOT_UNDERSTOOD
from handlers import home, notice_words, submission

NAME = "confirm"
ARGUMENT = re.compile(
    r"(?P<submission>[1-9]\d{0,17}):(?P<verb>see|right|wrong|which):(?P<moment>\d{1,18})(:(?P<line>\d{1,4}))?", re.ASCII
)
SEE, RIGHT, WRONG, WHICH = "see", "right", "wrong", "which"


def open_(turn: Turn, argument: str) -> None:
    """ "@confirm:12:right:1608001234567890"; typed without one it is about the oldest message that waits."""
    found = ARGUMENT.fullmatch(argument)
    if found is not None:
        question = _question(turn, int(found["submission"]), int(found["moment"]))
        _answer(turn, question, found["verb"], int(found["line"] or 0))
        return
    waiting = acts.pending(turn.tx, turn.who)
    if not waiting:
        home.greet(turn, say.NOTHING_TO_CONFIRM)
        return
    named = words.action(turn.incoming.text, words.CONFIRMING_ENTRIES)
    _answer(turn, _question(turn, *waiting[0]), named or SEE, 0)


def _question(turn: Turn, submission_id: int, moment: int) -> Question:
    return acts.open_question(turn.tx, turn.who, SubmissionId(submission_id), moment, turn.now)


def _answer(turn: Turn, question: Question, verb: str, number: int) -> None:
    if not question.lines:
        home.greet(turn, say.NOTHING_TO_CONFIRM)
    elif verb == RIGHT:
        _confirm(turn, question)
    elif verb == WRONG:
        _dispute(turn, question, number)
    elif verb == WHICH and len(question.lines) > 1:
        _ask_which(turn, question)
    else:
        turn.session.go(NAME)
        turn.ask(entrusting_cards.confirmation(question.lines, question.interview.submission.id, question.moment))


def _confirm(turn: Turn, question: Question) -> None:
    acts.confirm(turn.tx, turn.who, question, turn.now)
    turn.settle(entrusting_cards.settled(question.lines))
    thanks = say.CONFIRMED.by(turn.who.called)
    confirmed = question.interview.submission
    if turn.session.at not in {NAME, home.NAME}:
        turn.say(Reply(text=thanks))
        turn.repeat()
    elif confirmed.status is Status.DRAFT:
        turn.say(Reply(text=thanks, hint=say.CONFIRMED_NOT_SENT))
        submission.begin(turn, confirmed.id)
    else:
        home.greet(turn, thanks)


def _dispute(turn: Turn, question: Question, number: int) -> None:
    """Of several lines one has to be named; that one is opened to be corrected."""
    lines = question.lines
    line = lines[0] if len(lines) == 1 else next((line for line in lines if line.number == number), None)
    if line is None:
        _ask_which(turn, question)
        return
    acts.dispute(turn.tx, turn.who, question, line, turn.now)
    submission.begin_at(turn, question.interview.submission.id, line.entrustment.key, say.CORRECT_IT)


def _ask_which(turn: Turn, question: Question) -> None:
    submission_id = question.interview.submission.id
    turn.session.go(NAME, card=f"{submission_id}:{WHICH}:{question.moment}")
    turn.ask(entrusting_cards.which_is_wrong(question.lines, submission_id, question.moment))


def choose(turn: Turn, action: str) -> None:
    """Only lasting choices are offered here."""
    open_(turn, action)


def read(turn: Turn) -> None:
    """Typed: right, wrong, or something else."""
    if words.action(turn.incoming.text, words.CONFIRMING_ENTRIES) is None:
        turn.say(Reply(text=NOT_UNDERSTOOD))
        turn.repeat()
    else:
        open_(turn, "")


def overhears(turn: Turn) -> Overheard | None:
    """ "Ừ" where nothing is asked, after the ward has said what it entered; an announcement comes first."""
    if not turn.session.is_free or words.action(turn.incoming.text, words.CONFIRMING_ENTRIES) is None:
        return None
    if notice_words.overhears(turn) is not None or not acts.pending(turn.tx, turn.who):
        return None
    return Overheard(choice=f"@{NAME}", is_named=False)


HANDLER = Handler(
    name=NAME,
    permission=Permission.FILL,
    words=(say.RIGHT, say.WRONG),
    words_anywhere=say.CONFIRM_WORDS,
    open=open_,
    choose=choose,
    read=read,
    overhears=overhears,
)
