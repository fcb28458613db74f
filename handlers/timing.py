"""A part of composing an announcement: now or at a time, and the last question before anybody gets anything."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.actions import announcement_proof as proofs
from bot.actions import announcements as acts
from bot.announcements import composing_cards as cards
from bot.announcements.shortage import shortages_of
from bot.clock import VIETNAM, local
from bot.conversation.turn import Turn
from bot.conversation.words import REVIEWING, action
from bot.domain.announcements import AnnouncementId
from bot.domain.errors import Invalid, Missing
from bot.messages import Reply
from bot.texts import announcing as words
from bot.texts import dates
from bot.texts.conversation import NOT_UNDERSTOOD
from forms.values.findings import Clear, Unread, Why
from forms.values.moments import read_moment
from forms.values.times import read_time
from forms.values.yes_no import read_yes_no
from handlers import announcement

TIME = "time"
"""What the session waits for, where an hour may be typed."""
CONFIRM = "confirm"
"""And where the last question may be answered by words."""


def which(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(cards.NAME, card=f"when:{id}", draft=id, wanted=TIME)
    turn.ask(cards.which_time(id, turn.now))


def read_typed(turn: Turn, id: AnnouncementId) -> None:
    """An hour of today, or of tomorrow if it is over; or a day with an hour."""
    text = turn.incoming.text
    moment = _moment(text, local(turn.now).replace(tzinfo=None))
    if moment is None:
        turn.say(Reply(text=words.WHEN_NOT_READ.format(text=text)))
        which(turn, id, "")
    else:
        ask_to_confirm(turn, id, f"{moment:%Y-%m-%dT%H:%M}")


def is_about_sending(turn: Turn) -> bool:
    """Whether "gửi đi", or yes or no, was typed under a draft: that is not what is to be announced."""
    text = turn.incoming.text
    if turn.incoming.attachments or turn.session.place.get("wanted"):
        return False
    return says_send(text) or read_yes_no(text) != Unread(Why.NO_YES_NO)


def says_send(text: str) -> bool:
    """Whether it is "gửi đi", or the like."""
    return action(text, REVIEWING) == "send"


def read_answer(turn: Turn, id: AnnouncementId) -> bool:
    """Yes or another hour; False for no. What says neither is asked again: it is not what is to be announced."""
    place, text = turn.session.place, turn.incoming.text
    answer = read_yes_no(text)
    if isinstance(answer, Clear):
        if answer.value:
            _confirm(turn, id, place["when"], again=bool(place.get("again")))
        return answer.value
    if place["when"] and _moment(text, local(turn.now).replace(tzinfo=None)) is not None:
        read_typed(turn, id)
    else:
        turn.say(Reply(text=NOT_UNDERSTOOD))
        turn.repeat()
    return True


def _moment(text: str, now: datetime) -> datetime | None:
    found = read_moment(text, now.date())
    if not isinstance(found, Unread):
        return found.value
    hour = read_time(text)
    if isinstance(hour, Unread):
        return None
    said: time = hour.value
    today = datetime.combine(now.date(), said)
    return today if today > now else today + timedelta(days=1)


def ask_to_confirm(turn: Turn, id: AnnouncementId, when: str) -> None:
    """The last question."""
    preview = acts.preview(turn.tx, by=turn.who, id=id, at=turn.now, served=turn.previews)
    send_at = _in_time(when)
    if not preview.size:
        raise Invalid("no_recipients")
    if send_at is not None and send_at <= turn.now:
        here = local(send_at)
        turn.say(Reply(text=words.WHEN_PAST.format(time=dates.time(here), day=dates.day(here.date()))))
        which(turn, id, "")
        return
    turn.session.go(cards.NAME, card=f"send:{id}:{when}", draft=id, wanted=CONFIRM, when=when)
    short = shortages_of(turn.tx, preview, turn.previews, send_at or turn.now)
    turn.ask(cards.confirm(preview, send_at, turn.now, short))


def go(turn: Turn, id: AnnouncementId, when: str) -> None:
    _confirm(turn, id, when, again=False)


def go_again(turn: Turn, id: AnnouncementId, when: str) -> None:
    _confirm(turn, id, when, again=True)


def _confirm(turn: Turn, id: AnnouncementId, when: str, *, again: bool) -> None:
    send_at = _in_time(when)
    try:
        acts.confirm(turn.tx, by=turn.who, id=id, at=turn.now, send_at=send_at, again=again)
    except Invalid as refused:
        before = refused.params.get("at")
        if refused.code != "announced_just_now" or not isinstance(before, datetime):
            raise
        ask_about_the_same(turn, id, when, before)
        return
    size = proofs.progress(turn.tx, by=turn.who, id=id).total
    turn.settle(words.YES_LATER if send_at else words.YES_SEND)
    announcement.show(turn, id, cards.begun(size, send_at))


def ask_about_the_same(turn: Turn, id: AnnouncementId, when: str, before: datetime) -> None:
    """The same was sent at that moment, just now."""
    turn.session.go(cards.NAME, draft=id, wanted=CONFIRM, when=when, again=before.isoformat())
    turn.ask(cards.confirm_again(id, before, when))


def _in_time(when: str) -> datetime | None:
    """A moment in Vietnam as a choice carries it; None for now."""
    if not when:
        return None
    try:
        return datetime.fromisoformat(when).replace(tzinfo=VIETNAM)
    except ValueError:
        raise Missing("announcement") from None
