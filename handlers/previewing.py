"""A part of composing an announcement: what one of its recipients will see, on each channel that reaches them."""

from __future__ import annotations

from bot.actions import announcements as acts
from bot.actions.announcements import Preview
from bot.announcements import composing_cards, preview_cards
from bot.announcements.kinds import render
from bot.announcements.kinds.base import Addressee
from bot.announcements.reach import reach
from bot.conversation.turn import Turn
from bot.domain.announcements import AnnouncementId, Recipient
from bot.domain.errors import Invalid
from bot.messages import Reply


def preview(turn: Turn, id: AnnouncementId, rest: str) -> None:
    """What the first recipient would get, on the officer's own channel; then by which channels it goes."""
    del rest
    found = _found(turn, id)
    first = found.recipients[0]
    turn.session.go(composing_cards.NAME, card=f"preview:{id}", draft=id)
    turn.say(preview_cards.as_received(first))
    turn.say(_copy(turn, found, first))
    turn.ask(preview_cards.ways(id, found.size, reach(turn.tx, found.recipients, turn.previews, turn.now)))


def on_channel(turn: Turn, id: AnnouncementId, channel: str) -> None:
    """What the first of those who are reached by that channel will see there, character by character."""
    found = _found(turn, id)
    reached = reach(turn.tx, found.recipients, turn.previews, turn.now)
    place = next((each for each in reached if each[0] == channel), None)
    if place is None:
        preview(turn, id, "")
        return
    first = reached[place][0]
    shown = turn.previews[place](_copy(turn, found, first))
    turn.session.go(composing_cards.NAME, card=f"{composing_cards.LOOK}:{id}:{channel}", draft=id)
    for reply in preview_cards.shown_on(channel, first, shown):
        turn.say(reply)
    turn.ask(preview_cards.below(id, channel, shown, reached))


def _found(turn: Turn, id: AnnouncementId) -> Preview:
    found = acts.preview(turn.tx, by=turn.who, id=id, at=turn.now, served=turn.previews)
    if not found.recipients:
        raise Invalid("no_recipients")
    return found


def _copy(turn: Turn, found: Preview, recipient: Recipient) -> Reply:
    _, ward = acts.of(turn.tx, by=turn.who, id=found.announcement.id)
    period = acts.period_of(turn.tx, found.announcement)
    to = Addressee(ward=ward, person=recipient.person, unit=recipient.unit, period=period)
    return render(found.announcement.content, to=to, files=found.files)
