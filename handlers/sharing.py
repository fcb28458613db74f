"""The unit's report is in somebody else's hands: see it, look into it, take it over; nothing said here is an answer."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import entrusting as left_to_ward
from bot.actions import filling as acts
from bot.actions import holding
from bot.actions.filling import Interview
from bot.conversation import cards, naming, sharing_cards, words
from bot.conversation.turn import Turn
from bot.domain.errors import Missing
from bot.messages import Reply
from bot.texts import interview as say
from bot.texts import sharing
from forms.values.fold import fold
from handlers import entrusting, home, interview, pictures
from handlers.doubting import DOUBT

TYPED = "typed"
"""The action, and the place in the session, of what was typed while somebody else had it."""


def show(turn: Turn, opened: Interview, refused: str = "") -> None:
    """Who has it, with the ways on."""
    name = naming.spoken_of(holding.last_writer(turn.tx, opened, turn.now))
    turn.ask(sharing_cards.held(opened.submission, name, turn.now, refused=refused))


def press(turn: Turn, opened: Interview, action: str) -> None:
    """A button: of this card, or of the question that was open when the other took over."""
    if action == "take":
        _take(turn, opened)
    elif action == "look":
        turn.say(Reply(text=cards.listing(left_to_ward.review(turn.tx, opened))))
        show(turn, opened)
    elif action == "later":
        home.greet(turn, say.KEPT_FOR_LATER.by(turn.who.called))
    else:
        show(turn, opened, sharing.NOT_TAKEN_PLAIN)


def hear(turn: Turn, opened: Interview) -> None:
    """Typed words: of this card, or an answer to the question that was open."""
    named = words.action(turn.incoming.text, words.SHARING)
    if named is not None:
        press(turn, opened, named)
        return
    place = turn.session.place
    was_answering = place["mode"] in {interview.ASK, DOUBT} and place.get("asked")
    text = turn.incoming.text.strip() if was_answering else ""
    if text:
        place[TYPED] = text
    show(turn, opened, sharing_cards.not_taken(text))


def is_typed_again(turn: Turn) -> bool:
    """Whether what was typed before is to be taken after all, by its button's words."""
    text = str(turn.session.place.get(TYPED, ""))
    return bool(text) and fold(turn.incoming.text) == fold(sharing_cards.take_typed(text))


def take_typed(turn: Turn, opened: Interview, text: str) -> None:
    """What was typed before is the answer."""
    turn.incoming = replace(turn.incoming, text=text)
    interview.hear(turn, opened)


def _take(turn: Turn, opened: Interview) -> None:
    holding.take(turn.tx, turn.who, opened, turn.now)
    # Once more: only who holds it goes on with another version of its form.
    opened = acts.open_interview(turn.tx, turn.who, opened.submission.id, turn.now)
    turn.settle(sharing.TAKE)
    place = turn.session.place
    text, asked = place.get(TYPED, ""), place.get("asked", "")
    turn.session.place = {"submission": opened.submission.id, "mode": interview.ASK, "fixing": False}
    turn.session.place[entrusting.KEPT] = entrusting.has_files(turn, opened)
    news = "\n".join((sharing.TAKEN, *cards.news(opened.moved)))
    if text and _goes_to(turn, opened, asked):
        _ask_again(turn, opened, str(text), news)
    else:
        interview.go_on(turn, opened, understood=news)


def _goes_to(turn: Turn, opened: Interview, asked: str) -> bool:
    """Back to the question for which something was typed, if it is still asked."""
    try:
        opened.filling.go_to(asked)
    except Missing:
        return False
    acts.move(turn.tx, turn.who, opened, turn.now)
    return opened.filling.prompt() is not None


def _ask_again(turn: Turn, opened: Interview, text: str, news: str) -> None:
    """Nobody's answer is replaced unseen: what stands there now, and what was typed, side by side."""
    prompt = opened.filling.prompt()
    if prompt is None:
        interview.show(turn, opened, news)
        return
    turn.session.place |= {TYPED: text, "asked": prompt.key}
    understood = "\n".join((news, sharing_cards.typed_before(text)))
    files = pictures.shown_with(turn, opened, prompt)
    turn.ask(sharing_cards.with_typed(cards.question(prompt, understood=understood, files=files), text))
