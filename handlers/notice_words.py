"""What somebody means who types "đã đọc" or "xin vắng" instead of pressing a button, wherever he is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import announcement_answers as acts
from bot.announcements import notice_cards as cards
from bot.announcements.kinds import BY_KIND
from bot.announcements.kinds.base import AWAY, COMING, INSTEAD, LABELS, NOTICE, READ
from bot.conversation.handler import Overheard
from bot.conversation.turn import Turn
from bot.domain.announcements import Announcement, AnnouncementKind, Delivery
from bot.texts import receiving as words
from forms.values.fold import fold

Received = Sequence[tuple[Announcement, Delivery]]
WHICH, WHAT, ALL = "which", "what", "read_all"
"""Asking which announcement a word means, asking what is meant about one, and reading all of them."""

_BY_WORD = {word: action for action, said in words.ACTION_WORDS.items() for word in said}
_BY_KEY = {fold(word): action for word, action in _BY_WORD.items() if word not in words.MARKED_WORDS}
_LABELS = {fold(label) for label in LABELS.values()}
_UNCLEAR = {fold(word) for word in words.UNCLEAR_WORDS}


def overhears(turn: Turn) -> Overheard | None:
    """The action on the newest announcement that the typed words may mean; None if they mean none."""
    text = turn.incoming.text
    action = _action(text)
    if action is None and not (turn.session.is_free and fold(text) in _UNCLEAR):
        return None
    found = acts.recent(turn.tx, who=turn.who, at=turn.now)
    argument = _unclear(found) if action is None else _argument(action, found)
    return None if not argument else Overheard(choice=f"@{NOTICE}:{argument}", is_named=fold(text) in _LABELS)


def meant(turn: Turn, action: str) -> Received:
    """The announcements that a word may mean: where any still wait for it only those."""
    found = acts.recent(turn.tx, who=turn.who, at=turn.now)
    return _waiting(action, found) or _offering(action, found)[:1]


def ask_which(turn: Turn, action: str) -> None:
    """Which of several is meant."""
    found = meant(turn, action)
    turn.ask(cards.which(turn.who, action, found, every=ALL if action == READ else ""))


def _action(text: str) -> str | None:
    """What the words say; a single word that is typed with marks must be that very word: "đủ" is not "dự"."""
    typed = text.lower().strip(" .!")
    if " " not in typed and not typed.isascii():
        return _BY_WORD.get(typed)
    return _BY_KEY.get(fold(typed))


def _argument(action: str, found: Received) -> str:
    waiting = _waiting(action, found)
    if len(waiting) > 1:
        return f"{WHICH}:{action}"
    meant = waiting or _offering(action, found)
    return f"{action}:{meant[0][1].id}" if meant else ""


def _unclear(found: Received) -> str:
    """ "Vâng" to what came last, if that is still open."""
    waiting = [each for each in found[:1] if _is_open(*each)]
    return f"{WHAT}:{waiting[0][1].id}" if waiting else ""


def _offering(action: str, found: Received) -> Received:
    return [each for each in found if any(action in row for row in BY_KIND[each[0].kind].rows) or action == READ]


def _waiting(action: str, found: Received) -> Received:
    """Those on which nothing like it was said yet."""
    if action in {COMING, AWAY, INSTEAD}:
        return [each for each in _offering(action, found) if each[1].answer is None]
    if action == READ:
        return [each for each in found if each[1].read_at is None]
    return [each for each in _offering(action, found) if _is_open(*each)]


def _is_open(announcement: Announcement, delivery: Delivery) -> bool:
    """Whether the person has not said anything about it, or not whether she comes."""
    return delivery.read_at is None or (announcement.kind is AnnouncementKind.MEETING and delivery.answer is None)
