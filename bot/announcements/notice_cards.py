"""What is said to somebody who pressed a button of an announcement, and to the ward about it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.announcements.kinds import BY_KIND, title
from bot.announcements.kinds.base import ASK, AWAY, COMING, INSTEAD, NOTICE, button
from bot.conversation import naming
from bot.domain.announcements import Announcement, AnnouncementKind, Delivery, DeliveryId, Rsvp
from bot.domain.people import Person
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import receiving as words

Rows = tuple[tuple[Choice, ...], ...]
STEERING = "announcement"
"""The handler in which the ward steers one: "@announcement:answer:7:3" answers person 3 about announcement 7."""


def after_reading(announcement: Announcement, id: DeliveryId) -> Rows:
    """What can still be done: the buttons of the announcement itself may be far up by now."""
    if announcement.kind is AnnouncementKind.MEETING:
        return (button(COMING, id), button(AWAY, id)), (button(INSTEAD, id), button(ASK, id))
    return ((button(ASK, id),),)


def after_answering(delivery: Delivery) -> Rows:
    """The other answers, for whoever thinks better of it."""
    others = {Rsvp.COMING: COMING, Rsvp.AWAY: AWAY, Rsvp.INSTEAD: INSTEAD}
    left = tuple(button(action, delivery.id) for rsvp, action in others.items() if rsvp is not delivery.answer)
    return left, (button(ASK, delivery.id),)


def which(who: Person, action: str, found: Sequence[tuple[Announcement, Delivery]], *, every: str) -> Reply:
    """Which of several announcements a typed word means; `every`: what does it with all of them."""
    rows = [
        (Choice(id=f"@{NOTICE}:{action}:{delivery.id}", label=title(announcement)),) for announcement, delivery in found
    ]
    if every:
        all_of_them = Choice(id=f"@{NOTICE}:{every}:{found[0][1].id}", label=words.ALL.format(count=len(found)))
        rows.append((all_of_them,))
    return Reply(text=words.WHICH.by(who.called), rows=(*rows, (_never_mind(),)))


def what(who: Person, announcement: Announcement, id: DeliveryId) -> Reply:
    """What is meant about the announcement that came last."""
    rows = tuple(tuple(button(action, id) for action in row) for row in BY_KIND[announcement.kind].rows)
    return Reply(text=words.WHAT_OF.by(who.called, title=title(announcement)), rows=rows)


def wanted(who: Person, *, instead: bool) -> Reply:
    """The question who comes instead, or what is to be asked of the ward."""
    question, hint = (
        (words.WHO_INSTEAD, words.WHO_INSTEAD_HINT) if instead else (words.WHAT_TO_ASK, words.WHAT_TO_ASK_HINT)
    )
    return Reply(text=question.by(who.called), hint=hint, rows=((_never_mind(),),))


def asked_back(announcement: Announcement, who: Person, unit: Unit | None, text: str) -> Reply:
    """Somebody's question, to whom it is for."""
    answer = Choice(id=f"@{STEERING}:answer:{announcement.id}:{who.id}", label=words.ANSWER_THEM)
    return Reply(
        heading=words.QUESTION_HEADING.format(unit=unit.name if unit else who.name),
        text=words.QUESTION.format(name=naming.whom(who), title=title(announcement), text=text),
        rows=((answer,),),
    )


def answered_back(announcement: Announcement, ward: Unit, officer: Person, id: DeliveryId, text: str) -> Reply:
    """The ward's answer, to whoever asked."""
    return Reply(
        heading=words.REPLY_HEADING.format(ward=ward.name),
        text=words.REPLY.format(name=naming.whom(officer), title=title(announcement), text=text),
        rows=((button(ASK, id),),),
    )


def _never_mind() -> Choice:
    return Choice(id="never_mind", label=words.NEVER_MIND, way_out=True)
