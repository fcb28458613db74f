"""What somebody does with an announcement that came: says to have read it, answers the invitation, asks back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import announcement_answers as acts
from bot.actions.people import officers_of
from bot.announcements import notice_cards as cards
from bot.announcements.kinds.base import ASK, AWAY, COMING, INSTEAD, LABELS, NOTICE, PREVIEW, READ
from bot.conversation import naming
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.session import FREE
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.announcements import Announcement, Delivery, DeliveryId, Rsvp
from bot.domain.errors import Missing
from bot.messages import Reply
from bot.texts import receiving as words
from bot.texts.conversation import NOT_UNDERSTOOD
from forms.values.fold import fold
from handlers import home, notice_words
from handlers.notice_words import WHICH

NAME = NOTICE


def open_(turn: Turn, argument: str) -> None:
    """ "@notice:read:12" and the like; those of a preview change nothing."""
    action, _, target = argument.partition(":")
    if target == PREVIEW:
        turn.say(Reply(text=words.PREVIEW, rows=((HOME,),)))
        return
    if action == WHICH and target in LABELS:
        _which(turn, target)
        return
    act = ACTIONS.get(action)
    if act is None or not is_key(target):
        raise Missing("delivery")
    act(turn, DeliveryId(int(target)))


def choose(turn: Turn, action: str) -> None:
    """ "Thôi ạ": nothing is asked and nobody is sent."""
    del action
    _go_on(turn, words.NOTHING_SAID)


def read(turn: Turn) -> None:
    """Who comes instead, or the question for the ward."""
    text = turn.incoming.text.strip()
    if turn.session.place["wanted"] == WHICH:
        turn.say(Reply(text=NOT_UNDERSTOOD))
        again(turn)
        return
    if not text:
        turn.say(Reply(text=words.ONLY_WORDS))
        again(turn)
        return
    delivery = DeliveryId(turn.session.place["delivery"])
    if turn.session.place["wanted"] == INSTEAD:
        note = words.SOMEBODY if fold(text) in {fold(word) for word in words.NOT_KNOWN} else text
        _answer(turn, delivery, Rsvp.INSTEAD, note)
    else:
        _ask_back(turn, delivery, text)


def again(turn: Turn) -> None:
    """What is waited for, once more."""
    if turn.session.place["wanted"] == WHICH:
        notice_words.ask_which(turn, turn.session.place["action"])
        return
    _want(turn, turn.session.place["wanted"], DeliveryId(turn.session.place["delivery"]))


def _read(turn: Turn, id: DeliveryId) -> None:
    announcement, before = acts.received(turn.tx, who=turn.who, id=id)
    acts.mark_read(turn.tx, who=turn.who, id=id, at=turn.now)
    said = words.READ if before.read_at is None else words.READ_BEFORE
    turn.say(Reply(text=said.by(turn.who.called), rows=cards.after_reading(announcement, id)))
    _which_is_clear(turn)


def _read_all(turn: Turn, id: DeliveryId) -> None:
    """All that still wait to be read."""
    acts.received(turn.tx, who=turn.who, id=id)
    for _, delivery in notice_words.meant(turn, READ):
        acts.mark_read(turn.tx, who=turn.who, id=delivery.id, at=turn.now)
    turn.say(Reply(text=words.READ.by(turn.who.called)))
    _which_is_clear(turn)


def _what(turn: Turn, id: DeliveryId) -> None:
    announcement, _ = acts.received(turn.tx, who=turn.who, id=id)
    turn.say(cards.what(turn.who, announcement, id))


def _which(turn: Turn, action: str) -> None:
    """Ask which announcement a word means; what was open before waits meanwhile."""
    turn.session.go(NAME, wanted=WHICH, action=action, before=_before(turn))
    notice_words.ask_which(turn, action)


def _which_is_clear(turn: Turn) -> None:
    if turn.session.at == NAME and turn.session.place["wanted"] == WHICH:
        _go_on(turn)


def _answer(turn: Turn, id: DeliveryId, rsvp: Rsvp, note: str = "") -> None:
    delivery = acts.answer(turn.tx, who=turn.who, id=id, rsvp=rsvp, at=turn.now, note=note)
    said = SAID[rsvp].by(turn.who.called, note=delivery.note)
    turn.say(Reply(text=said, hint=words.CHANGE_HINT, rows=cards.after_answering(delivery)))
    _go_on(turn)


def _want(turn: Turn, wanted: str, id: DeliveryId) -> None:
    """Ask for words; what was open before waits meanwhile."""
    acts.received(turn.tx, who=turn.who, id=id)
    turn.session.go(NAME, wanted=wanted, delivery=id, before=_before(turn))
    turn.ask(cards.wanted(turn.who, instead=wanted == INSTEAD))


def _before(turn: Turn) -> list[object]:
    """Where the person was before words were waited for."""
    session = turn.session
    before: list[object] = session.place["before"] if session.at == NAME else [session.at, session.place]
    return before


def _ask_back(turn: Turn, id: DeliveryId, text: str) -> None:
    announcement, delivery = acts.received(turn.tx, who=turn.who, id=id)
    author = acts.ask_back(turn.tx, who=turn.who, id=id, text=text, at=turn.now)
    for officer in [author] if author else officers_of(turn.tx, turn.who, turn.today):
        turn.tell(officer.id, _question(turn, announcement, delivery, text))
    said = words.ASKED.format(name=naming.whom(author)) if author else words.ASKED_WARD
    turn.say(Reply(text=said, rows=((HOME,),)))
    _go_on(turn)


def _question(turn: Turn, announcement: Announcement, delivery: Delivery, text: str) -> Reply:
    return cards.asked_back(announcement, turn.who, acts.unit_of(turn.tx, delivery), text)


def _go_on(turn: Turn, otherwise: str = "") -> None:
    """Back to what was open before words were waited for; a button that was pressed meanwhile leaves that as it is."""
    if turn.session.at != NAME:
        return
    at, place = turn.session.place["before"]
    turn.session.go(at, **place)
    if at not in FREE:
        turn.repeat()
    elif otherwise:
        home.greet(turn, otherwise)


SAID = {Rsvp.COMING: words.COMING, Rsvp.AWAY: words.AWAY, Rsvp.INSTEAD: words.INSTEAD}
ACTIONS: Mapping[str, Callable[[Turn, DeliveryId], None]] = MappingProxyType(
    {
        READ: _read,
        notice_words.ALL: _read_all,
        notice_words.WHAT: _what,
        COMING: lambda turn, id: _answer(turn, id, Rsvp.COMING),
        AWAY: lambda turn, id: _answer(turn, id, Rsvp.AWAY),
        INSTEAD: lambda turn, id: _want(turn, INSTEAD, id),
        ASK: lambda turn, id: _want(turn, ASK, id),
    }
)
"""What a recipient's button does."""

HANDLER = Handler(name=NAME, open=open_, choose=choose, read=read, again=again, overhears=notice_words.overhears)
