"""How an announcement looks to the officer as one of many will see it, on each channel that reaches them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.announcements.composing_cards import LOOK, of, to_draft
from bot.announcements.reach import Reach
from bot.conversation.channel import Shown
from bot.domain.announcements import AnnouncementId, Recipient
from bot.messages import Attachment, AttachmentKind, Choice, Reply
from bot.texts import announcing as words
from bot.texts.channel_names import called


def as_received(recipient: Recipient) -> Reply:
    """Stands above the announcement as the officer's own channel shows it."""
    return Reply(text=words.AS_RECEIVED.format(name=recipient.person.name, unit=recipient.unit.name))


def ways(id: AnnouncementId, size: int, reached: Reach) -> Reply:
    """By which channels it goes to how many, and the way to look at it there."""
    lines = [words.REACH_LINE.format(channel=called(name), count=len(who)) for (name, _), who in reached.items()]
    missing = size - sum(len(who) for who in reached.values())
    if missing:
        lines.append(words.REACH_NONE.format(count=missing))
    return Reply(text="\n".join((words.REACH, *lines)), rows=(*_looks(id, reached), *_ways_on(id)))


def shown_on(channel: str, recipient: Recipient, shown: Sequence[Shown]) -> Iterator[Reply]:
    """What that recipient will see there: each text by itself, so that it stands exactly as it will come."""
    yield Reply(
        text=words.LOOKS.format(
            channel=called(channel), name=recipient.person.name, unit=recipient.unit.name, count=len(shown)
        )
    )
    for message in shown:
        yield from (Reply(text=_enclosed(file)) for file in message.files)
        if message.text:
            yield Reply(text=message.text)


def below(id: AnnouncementId, channel: str, shown: Sequence[Shown], reached: Reach) -> Reply:
    """What can be pressed there, and the way to the other channels."""
    labels = [words.LOOKS_BUTTON.format(label=label) for message in shown for row in message.rows for label in row]
    text = words.LOOKS_BUTTONS.format(buttons=" ".join(labels)) if labels else words.LOOKS_NO_BUTTONS
    others = {place: who for place, who in reached.items() if place[0] != channel}
    return Reply(text=text, rows=(*_looks(id, others), *_ways_on(id)))


def _looks(id: AnnouncementId, reached: Reach) -> Iterator[tuple[Choice, ...]]:
    for name, _ in reached:
        yield (of(LOOK, id, words.LOOK_ON.format(channel=called(name)), name),)


def _ways_on(id: AnnouncementId) -> tuple[tuple[Choice, ...], ...]:
    return ((of("send", id, words.SEND_NOW, main=True), to_draft(id)),)


def _enclosed(file: Attachment) -> str:
    if file.name:
        return words.LOOKS_FILE.format(name=file.name)
    return words.LOOKS_PHOTO if file.kind is AttachmentKind.PHOTO else words.LOOKS_UNNAMED
