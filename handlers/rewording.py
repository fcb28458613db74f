"""A part of composing an announcement: its words and files change; words typed under a draft are asked about first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.actions import announcements as acts
from bot.announcements import composing_cards as cards
from bot.conversation.beginnings import begun
from bot.conversation.turn import Turn
from bot.domain.announcements import AnnouncementId
from bot.messages import Reply
from bot.texts import announcing as words
from bot.texts.conversation import NOT_UNDERSTOOD
from forms.values.findings import Clear
from forms.values.yes_no import read_yes_no
from handlers import audience, timing

WHETHER = "whether"
"""What the session waits for, where words were typed that may be meant for the draft."""
TAKES_WORDS = frozenset({"show", "preview", cards.LOOK})
"""The cards that show the words of a draft: what is typed there may be meant instead of them."""


def take(turn: Turn, id: AnnouncementId) -> bool:
    """Files, and words that may be meant for the draft; whether the draft has changed, or is wanted again."""
    text = turn.incoming.text.strip()
    files = tuple(file.digest for file in turn.incoming.attachments if file.digest)
    if files:
        change(turn, id, files=files)
    if turn.session.place.get("wanted") == WHETHER:
        return _answered(turn, id, text)
    if text:
        _heard(turn, id, text)
    return not text


def _heard(turn: Turn, id: AnnouncementId, text: str) -> None:
    if timing.is_about_sending(turn):
        timing.ask_to_confirm(turn, id, "")
    elif (choice := begun(text, turn.session.offered)) is not None:
        turn.open(choice)
    elif turn.session.card.partition(":")[0] in TAKES_WORDS:
        ask(turn, id, text)
    else:
        turn.say(Reply(text=NOT_UNDERSTOOD))
        turn.repeat()


def ask(turn: Turn, id: AnnouncementId, text: str) -> None:
    """Whether the words are to be announced: what was written before is not lost by a word to the bot."""
    acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(cards.NAME, draft=id, wanted=WHETHER, words=text)
    turn.ask(cards.whether_reword(text))


def _answered(turn: Turn, id: AnnouncementId, text: str) -> bool:
    """Yes, no, or other words, which are asked about instead; whether the draft is to be shown."""
    answer = read_yes_no(text)
    if isinstance(answer, Clear):
        if answer.value:
            ACTIONS["reword"](turn, id)
        return True
    if not text:
        turn.repeat()
    elif timing.says_send(text):
        turn.say(Reply(text=NOT_UNDERSTOOD))
        turn.repeat()
    else:
        ask(turn, id, text)
    return False


def change(turn: Turn, id: AnnouncementId, text: str = "", files: tuple[str, ...] = ()) -> None:
    """Words replace the words; files come to the files."""
    before, _ = acts.of(turn.tx, by=turn.who, id=id)
    attachments = tuple(dict.fromkeys((*before.content.attachments, *files)))
    said = text or before.content.text
    period = before.content.period or audience.period_meant(turn, said)
    content = replace(before.content, text=said, attachments=attachments, period=period)
    acts.change(turn.tx, by=turn.who, id=id, content=content, audience=before.audience)
    if files:
        turn.say(Reply(text=words.FILES_ADDED.format(count=len(files))))


def _append(turn: Turn, id: AnnouncementId) -> None:
    before, _ = acts.of(turn.tx, by=turn.who, id=id)
    change(turn, id, "\n".join((before.content.text, turn.session.place["words"])))


ACTIONS: Mapping[str, Callable[[Turn, AnnouncementId], None]] = MappingProxyType(
    {
        "reword": lambda turn, id: change(turn, id, turn.session.place["words"]),
        "append": _append,
        "leave": lambda turn, id: None,
    }
)
"""What may be done with words that were typed under a draft."""
