"""The ward steers an announcement that is confirmed: how far it is, who has read it, whom to remind, what is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import announcement_answers as answers
from bot.actions import announcement_control as control
from bot.actions import announcement_proof as proofs
from bot.actions import announcements as acts
from bot.announcements import notice_cards
from bot.announcements import steering_cards as cards
from bot.conversation import naming
from bot.conversation.arguments import is_key
from bot.conversation.beginnings import begun
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.announcements import AnnouncementId
from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.messages import Reply
from bot.texts import announcing as words
from bot.texts.conversation import NOT_UNDERSTOOD
from handlers import home

NAME = cards.NAME


def open_(turn: Turn, argument: str) -> None:
    """ "@announcement:pause:7" and the like: see ACTIONS."""
    action, _, target = argument.partition(":")
    target, _, rest = target.partition(":")
    if action not in ACTIONS or not is_key(target):
        raise Missing("announcement")
    ACTIONS[action](turn, AnnouncementId(int(target)), rest)


def choose(turn: Turn, action: str) -> None:
    """Only lasting choices are offered here."""
    open_(turn, action)


def read(turn: Turn) -> None:
    """The ward's answer to somebody's question, or the beginning of what the card offers."""
    place, text = turn.session.place, turn.incoming.text.strip()
    if place.get("recipient") and text:
        _tell_answer(turn, AnnouncementId(place["id"]), PersonId(place["recipient"]))
    elif (choice := begun(text, turn.session.offered)) is not None:
        turn.open(choice)
    else:
        turn.say(Reply(text=NOT_UNDERSTOOD))
        turn.repeat()


def show(turn: Turn, id: AnnouncementId, before: str = "") -> None:
    """The card with the counts of this moment."""
    announcement, _ = acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"show:{id}")
    progress = proofs.progress(turn.tx, by=turn.who, id=id)
    asked = sum(remark.is_question for remark in answers.threads(turn.tx, by=turn.who, id=id))
    turn.ask(cards.card(announcement, progress, asked, before))
    turn.once_written(lambda key: control.follow(turn.tx, by=turn.who, id=id, card=key))


def _show(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    show(turn, id)


def _pause(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    control.pause(turn.tx, by=turn.who, id=id, at=turn.now)
    show(turn, id)


def _resume(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    control.resume(turn.tx, by=turn.who, id=id, at=turn.now)
    show(turn, id)


def _stop(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """Ask first: what is cancelled cannot be taken up again."""
    del rest
    announcement, _ = acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"stop:{id}")
    turn.ask(cards.sure(announcement, proofs.progress(turn.tx, by=turn.who, id=id)))


def _cancel(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    control.cancel(turn.tx, by=turn.who, id=id, at=turn.now)
    show(turn, id)


def _slower(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    control.set_pace(turn.tx, by=turn.who, id=id, pace=words.SLOW_PACE, at=turn.now)
    show(turn, id)


def _faster(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    control.set_pace(turn.tx, by=turn.who, id=id, pace=None, at=turn.now)
    show(turn, id)


def _again(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    count = control.send_again(turn.tx, by=turn.who, id=id, at=turn.now)
    show(turn, id, words.SENT_AGAIN.format(count=count))


def _newcomers(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    count = control.add_newcomers(turn.tx, by=turn.who, id=id, at=turn.now)
    show(turn, id, words.NEWCOMERS_ADDED.format(count=count) if count else words.NO_NEWCOMERS)


def _unread(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    lines = proofs.not_read(turn.tx, by=turn.who, id=id, at=turn.now)
    turn.session.go(NAME, card=f"unread:{id}")
    turn.ask(cards.unread(id, lines))


def _chase(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """Once more, to those who got it and have not read it."""
    del rest
    count = control.chase(turn.tx, by=turn.who, id=id, at=turn.now)
    show(turn, id, words.CHASED.format(count=count) if count else words.NOBODY_TO_CHASE)


def _coming(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    _, lines = proofs.proof(turn.tx, by=turn.who, id=id, at=turn.now)
    turn.session.go(NAME, card=f"coming:{id}")
    turn.ask(cards.who_comes(id, lines))


def _questions(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    remarks = answers.threads(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"questions:{id}")
    turn.ask(cards.questions(id, remarks, answers.names(turn.tx, remarks, turn.now)))


def _answer(turn: Turn, id: AnnouncementId, who: str) -> None:
    """Ask for the answer to somebody's last question."""
    remarks = answers.threads(turn.tx, by=turn.who, id=id)
    asked = [remark for remark in remarks if is_key(who) and remark.is_question and remark.recipient == int(who)]
    if not asked:
        raise Missing("announcement")
    turn.session.go(NAME, card=f"answer:{id}:{who}", id=id, recipient=int(who))
    name = answers.names(turn.tx, asked, turn.now)[asked[-1].author]
    turn.ask(cards.which_answer(id, name, asked[-1].text))


def _tell_answer(turn: Turn, id: AnnouncementId, who: PersonId) -> None:
    announcement, ward = acts.of(turn.tx, by=turn.who, id=id)
    text = turn.incoming.text.strip()
    asker = answers.reply_to(turn.tx, by=turn.who, id=id, recipient=who, text=text, at=turn.now)
    delivery = answers.delivery_to(turn.tx, by=turn.who, id=id, recipient=who)
    turn.tell(asker.id, notice_cards.answered_back(announcement, ward, turn.who, delivery.id, text))
    show(turn, id, words.ANSWERED.format(name=naming.whom(asker)))


def _proof(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """The workbook is made after the commit."""
    del rest
    proofs.request_proof(turn.tx, by=turn.who, id=id, to=turn.incoming.address, at=turn.now)
    turn.say(Reply(text=words.PROOF_COMING))
    home.stay(turn)


ACTIONS: Mapping[str, Callable[[Turn, AnnouncementId, str], None]] = MappingProxyType(
    {
        "show": _show,
        "pause": _pause,
        "resume": _resume,
        "stop": _stop,
        "cancel": _cancel,
        "slower": _slower,
        "faster": _faster,
        "again": _again,
        "newcomers": _newcomers,
        "unread": _unread,
        "chase": _chase,
        "coming": _coming,
        "questions": _questions,
        "answer": _answer,
        "proof": _proof,
    }
)
"""What can be done about a confirmed announcement."""

HANDLER = Handler(name=NAME, permission=Permission.ANNOUNCE, open=open_, choose=choose, read=read)
