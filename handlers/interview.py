"""Filling in a form, question by question: what a person may do, whether it is kept or only tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import entrusting as left_to_ward
from bot.actions import filling as acts
from bot.actions import holding
from bot.actions.filling import Interview
from bot.conversation import cards, paper, review_cards, words
from bot.conversation.line_numbers import line_number
from bot.conversation.turn import Turn
from bot.domain.submissions import Empty, Status
from bot.texts import conversation
from bot.texts import interview as say
from bot.texts.entrusting import MAY_SEND
from forms.filling import Filling
from forms.prompt import Accepted, Doubt, Narrowed, Outcome, Prompt, Rejected
from handlers import carried_filling, copy, correcting, entrusting, giving_up, home, pictures, several, trouble
from handlers.doubting import DOUBT, REASON, gives_reason, stays_in_doubt
from handlers.receipt import receipt

ASK, REVIEW = "ask", "review"
NUMBERED = re.compile(r"(?P<kind>option|line)(?P<number>\d{1,4})", re.ASCII)
"""The actions that name a choice or a line of the review by its place."""


def press(turn: Turn, interview: Interview, action: str) -> None:
    """Carry out an action, stored or tried."""
    numbered = NUMBERED.fullmatch(action)
    if numbered is None:
        ACTIONS.get(action, show)(turn, interview)
    elif numbered["kind"] == "option":
        _choose_option(turn, interview, int(numbered["number"]))
    else:
        _correct_line(turn, interview, int(numbered["number"]))


def spoken(turn: Turn, interview: Interview) -> str | None:
    """The action that was typed by its word."""
    mode = turn.session.place["mode"]
    prompt = interview.filling.prompt() if mode == ASK else None
    named = words.action(turn.incoming.text, words.open_in(mode, prompt))
    return "paper" if named is None and paper.may_be_sent(prompt, turn.incoming.text) else named


def hear(turn: Turn, interview: Interview) -> None:
    """Take what was typed for what is open: a reason, a line's number, or an answer."""
    mode = turn.session.place["mode"]
    if mode == REASON and gives_reason(turn):
        _confirm(turn, interview, reason=turn.incoming.text)
    elif mode == REVIEW:
        _read_line_number(turn, interview)
    elif not (stays_in_doubt(turn, interview) or several.proposed(turn, interview, interview.filling.prompt())):
        # Also while doubting: a new figure instead of "yes" or "no" is simply the new answer.
        _take(turn, interview, lambda filling: filling.answer(turn.incoming.text, None, turn.incoming.attachments))


def _take(turn: Turn, interview: Interview, give: Callable[[Filling], Outcome]) -> None:
    """Give the open question an answer, and keep, question or refuse what the engine made of it."""
    asked = interview.filling.prompt()
    if asked is None:
        _show_review(turn, interview)
        return
    outcome = give(interview.filling)
    match outcome:
        case Accepted():
            _keep(turn, interview, asked, outcome)
        case Narrowed():
            acts.move(turn.tx, turn.who, interview, turn.now)
            show(turn, interview, understood=outcome.text)
        case Doubt():
            turn.session.place |= {"mode": DOUBT, "wants_reason": outcome.wants_reason}
            acts.move(turn.tx, turn.who, interview, turn.now)
            turn.ask(cards.doubt(outcome))
        case Rejected():
            turn.session.place["mode"] = ASK
            _ask(turn, interview, asked, problem=outcome.text, more=trouble.offered(turn, asked))


def _keep(turn: Turn, interview: Interview, asked: Prompt, answer: Accepted) -> None:
    acts.save(turn.tx, turn.who, interview, asked.name, turn.now)
    if asked.answer_shown is not None:
        left_to_ward.answered_again(turn.tx, turn.who, interview, asked.key, turn.now)
    trouble.over(turn)
    turn.settle(cards.settled(asked, answer.understood))
    go_on(turn, interview, understood=cards.kept(asked, answer))


def go_on(turn: Turn, interview: Interview, understood: str = "") -> None:
    """The next question; after a correction those that it made necessary, then the review."""
    if correcting.goes_on(turn):
        correcting.lead_on(turn, interview)
    if interview.submission.status is Status.DRAFT and acts.lacks_consent(interview):
        _without_consent(turn, interview)
    else:
        show(turn, interview, understood)


def _without_consent(turn: Turn, interview: Interview) -> None:
    if interview.submission.carried_from is not None and interview.period is not None:
        carried_filling.without_consent(turn, interview, interview.period)
        return
    acts.withdraw(turn.tx, turn.who, interview, turn.now)
    home.greet(turn, say.NO_CONSENT)


def show(turn: Turn, interview: Interview, understood: str = "") -> None:
    """The question where the filling stands, or what there is to read over."""
    prompt = interview.filling.prompt()
    if prompt is None:
        _show_review(turn, interview, understood)
    else:
        # What is typed for it, should somebody else write meanwhile, is offered again; never what is private.
        turn.session.place |= {"mode": ASK, "asked": "" if prompt.private else prompt.key}
        _ask(turn, interview, prompt, understood=understood)


def _ask(turn: Turn, interview: Interview, prompt: Prompt, **said: str) -> None:
    files = pictures.shown_with(turn, interview, prompt)
    question = cards.question(prompt, last=correcting.goes_on(turn), files=files, **said)
    turn.ask(entrusting.with_ways(turn, interview, prompt, question))


def encloses(turn: Turn, interview: Interview) -> bool:
    """Whether a file was sent that no question asks for, and nothing else was said."""
    said = entrusting.take_files(turn, interview)
    if said:
        _go_on_or_read_over(turn, interview, said)
    return said is not None


def _go_on_or_read_over(turn: Turn, interview: Interview, said: str) -> None:
    if turn.session.place["mode"] in entrusting.READING_OVER or interview.filling.prompt() is None:
        _show_review(turn, interview, said)
    else:
        show(turn, interview, said)


def _show_review(turn: Turn, interview: Interview, understood: str = "", problem: str = "") -> None:
    turn.session.place |= {"mode": REVIEW, "fixing": False}
    turn.ask(
        review_cards.review(
            left_to_ward.review(turn.tx, interview),
            sent=interview.submission.status is not Status.DRAFT,
            changed=not acts.is_as_sent(turn.tx, interview),
            withdrawable=acts.is_withdrawable(interview),
            understood=understood,
            problem=problem,
            copy=copy.offer(interview),
        )
    )


def _choose_option(turn: Turn, interview: Interview, place: int) -> None:
    prompt = interview.filling.prompt()
    if prompt is None or place >= len(prompt.choices):
        show(turn, interview)
        return
    value = prompt.choices[place].value
    _take(turn, interview, lambda filling: filling.answer("", value, ()))


def _read_line_number(turn: Turn, interview: Interview) -> None:
    typed = turn.incoming.text.strip()
    if (number := line_number(typed)) is not None:
        _correct_line(turn, interview, number)
    else:
        _show_review(turn, interview, problem=conversation.NOT_UNDERSTOOD if typed else "")


def _correct_line(turn: Turn, interview: Interview, number: int) -> None:
    lines = {line.number: line for line in interview.filling.review()}
    if number not in lines:
        _show_review(turn, interview, problem=say.NO_SUCH_LINE.format(number=number, last=max(lines, default=0)))
        return
    correcting.begin(turn, interview, lines[number].key)
    show(turn, interview)


def _keep_standing(turn: Turn, interview: Interview, keep: Callable[[Filling], Outcome] = Filling.keep) -> None:
    if entrusting.stays_left(turn, interview):
        _leave(turn, interview)
        return
    _take(turn, interview, keep)


def _leave(turn: Turn, interview: Interview) -> None:
    go_on(turn, interview, entrusting.leave(turn, interview))


def _leave_rest(turn: Turn, interview: Interview) -> None:
    said = entrusting.leave_rest(turn, interview)
    turn.session.place["fixing"] = False
    _go_on_or_read_over(turn, interview, said)


def _look(turn: Turn, interview: Interview, look: Callable[[Filling], None]) -> None:
    """Show other lines of a long list."""
    asked = interview.filling.prompt()
    look(interview.filling)
    acts.move(turn.tx, turn.who, interview, turn.now)
    turn.settle(asked.label if asked else "")
    show(turn, interview)


def _skip(turn: Turn, interview: Interview, empty: Empty | None = None) -> None:
    asked = interview.filling.prompt()
    if empty is None and asked is not None and asked.files:
        # "Bỏ qua" after photos means that no more will come, not that they are to go.
        _keep_standing(turn, interview)
    else:
        _take(turn, interview, lambda filling: filling.skip(empty))


def _back(turn: Turn, interview: Interview) -> None:
    problem = "" if interview.filling.back() else say.NO_QUESTION_BEFORE
    turn.session.place |= {"mode": ASK, "fixing": False}
    acts.move(turn.tx, turn.who, interview, turn.now)
    show(turn, interview, understood=problem)


def _later(turn: Turn, interview: Interview) -> None:
    holding.let_go(turn.tx, turn.who, interview)
    home.greet(turn, say.KEPT_FOR_LATER.by(turn.who.called))


def _review(turn: Turn, interview: Interview) -> None:
    interview.filling.jump_to_review()
    acts.move(turn.tx, turn.who, interview, turn.now)
    _show_review(turn, interview)


def _yes(turn: Turn, interview: Interview) -> None:
    if turn.session.place.get("wants_reason"):
        turn.session.place["mode"] = REASON
        turn.ask(cards.reason())
    else:
        _confirm(turn, interview)


def _confirm(turn: Turn, interview: Interview, reason: str = "") -> None:
    _take(turn, interview, lambda filling: filling.confirm(reason))


def _retype(turn: Turn, interview: Interview) -> None:
    if turn.session.place["mode"] != giving_up.MODE:
        interview.filling.retract()
        acts.move(turn.tx, turn.who, interview, turn.now)
    show(turn, interview)


def _send(turn: Turn, interview: Interview) -> None:
    if acts.is_as_sent(turn.tx, interview):
        _show_review(turn, interview, problem=say.SENT_AS_IT_IS)
        return
    flawed = interview.filling.first_problem()
    if flawed is not None:
        line = next(line for line in interview.filling.review() if line.key == flawed)
        problem = say.NOT_YET.format(number=line.number, label=line.label)
        correcting.begin(turn, interview, flawed)
        show(turn, interview, understood=problem)
        return
    revision = acts.send(turn.tx, turn.who, interview, turn.now)
    entrusting.sent(turn, interview)
    turn.say(receipt(turn, interview, revision))
    if interview.submission.carried_from is None or interview.period is None:
        home.greet(turn, before="")
    else:
        carried_filling.go_on(turn, interview, interview.period)


ACTIONS: Mapping[str, Callable[[Turn, Interview], None]] = MappingProxyType(
    {
        "keep": _keep_standing,
        "keep_all": lambda turn, interview: go_on(turn, interview, several.keep_all(turn, interview)),
        "take_all": lambda turn, interview: go_on(turn, interview, several.take_all(turn, interview)),
        "quick": lambda turn, interview: show(turn, interview, several.sheet(turn, interview)),
        "nothing": lambda turn, interview: _skip(turn, interview, Empty.NOTHING),
        "unknown": lambda turn, interview: _skip(turn, interview, Empty.UNKNOWN),
        "skip": _skip,
        "paper": lambda turn, interview: show(turn, interview, MAY_SEND),
        "leave": _leave,
        "leave_rest": _leave_rest,
        "on": lambda turn, interview: _take(turn, interview, lambda filling: filling.answer("", "on", ())),
        "more": lambda turn, interview: _look(turn, interview, Filling.turn_page),
        "whole": lambda turn, interview: _look(turn, interview, Filling.show_whole_list),
        "done": lambda turn, interview: _keep_standing(turn, interview, Filling.finish),
        "back": _back,
        "later": _later,
        "review": _review,
        "yes": _yes,
        "no_reason": _confirm,
        "retype": _retype,
        "send": _send,
        "give_up": giving_up.ask,
        "give_up_yes": giving_up.give_up,
    }
)
