"""The ward writes an announcement: kind, words, files, to whom, when; nobody gets anything before it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.actions import announcement_proof as proofs
from bot.actions import announcements as acts
from bot.actions import praising
from bot.announcements import composing_cards as cards
from bot.announcements.composing_cards import LOOK
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission, units_where
from bot.domain.announcements import AnnouncementId, AnnouncementKind, Audience, Content
from bot.domain.errors import Missing
from bot.domain.submissions import SubmissionId
from bot.domain.units import Unit
from bot.messages import Reply
from bot.texts import announcing as words
from bot.texts.conversation import NOT_UNDERSTOOD
from handlers import announcement, audience, home, previewing, rewording, timing

NAME = cards.NAME
MOST_LISTED = 6
WORDS = "words"
"""What the session waits for, where the words of an announcement may come."""


def open_(turn: Turn, argument: str) -> None:
    """The list; "@announce:new", "@announce:kind:meeting", and for a draft "@announce:send:7" and the like."""
    action, _, rest = argument.partition(":")
    if action == "new":
        _choose_kind(turn)
    elif action == "kind" and rest in set(AnnouncementKind):
        _chosen_kind(turn, AnnouncementKind(rest))
    elif action == "own" and rest in set(AnnouncementKind):
        _want_words(turn, AnnouncementKind(rest))
    elif action == "deed" and is_key(rest):
        _praise(turn, SubmissionId(int(rest)))
    elif action in ACTIONS:
        target, _, rest = rest.partition(":")
        if not is_key(target):
            raise Missing("announcement")
        turn.session.go(NAME, card=f"show:{target}", draft=int(target))
        ACTIONS[action](turn, AnnouncementId(int(target)), rest)
    else:
        _list(turn)


def choose(turn: Turn, action: str) -> None:
    """What may be done with words that were typed under a draft; all else that is offered here lasts."""
    place = turn.session.place
    if action in rewording.ACTIONS and place.get("wanted") == rewording.WHETHER:
        rewording.ACTIONS[action](turn, AnnouncementId(place["draft"]))
        _show(turn, AnnouncementId(place["draft"]))
    else:
        open_(turn, action)


def read(turn: Turn) -> None:
    """The words and the files of an announcement may come at any place of this menu, once its kind is chosen."""
    place = turn.session.place
    wanted = place.get("wanted")
    if wanted == WORDS:
        _take(turn)
    elif not place.get("draft"):
        turn.say(Reply(text=NOT_UNDERSTOOD))
        again(turn)
    elif wanted == timing.TIME and not turn.incoming.attachments:
        timing.read_typed(turn, AnnouncementId(place["draft"]))
    else:
        _read_for_draft(turn, AnnouncementId(place["draft"]))


def _read_for_draft(turn: Turn, draft: AnnouncementId) -> None:
    if turn.session.place.get("wanted") == timing.CONFIRM and not turn.incoming.attachments:
        is_wanted = not timing.read_answer(turn, draft)
    elif not turn.incoming.text.strip() and not turn.incoming.attachments:
        turn.say(Reply(text=words.ONLY_WORDS_OR_FILES))
        is_wanted = True
    else:
        is_wanted = rewording.take(turn, draft)
    if is_wanted:
        _show(turn, draft)


def claims(turn: Turn) -> bool | None:
    """Whether it is a number where an hour is asked for, or may be one."""
    is_number = turn.incoming.text.strip(" .)").isdecimal()
    return True if is_number and turn.session.place.get("wanted") == timing.TIME else None


def again(turn: Turn) -> None:
    """What is waited for, or the card where the officer stands."""
    place = turn.session.place
    if place.get("wanted") == WORDS:
        _want_words(turn, AnnouncementKind(place["kind"]), place.get("draft"), place.get("files", ()))
    elif place.get("wanted") == rewording.WHETHER:
        rewording.ask(turn, AnnouncementId(place["draft"]), place["words"])
    elif place.get("again"):
        before = datetime.fromisoformat(place["again"])
        timing.ask_about_the_same(turn, AnnouncementId(place["draft"]), place["when"], before)
    else:
        open_(turn, turn.session.card)


def _ward(turn: Turn) -> Unit:
    return units_where(turn.who, Permission.ANNOUNCE)[0]


def _list(turn: Turn) -> None:
    turn.session.go(NAME)
    found = []
    for each in acts.listed(turn.tx, by=turn.who, ward=_ward(turn), most=MOST_LISTED):
        progress = proofs.progress(turn.tx, by=turn.who, id=each.id)
        found.append((each, cards.state_of(each, progress.read, progress.sent)))
    turn.ask(cards.listed(found, acts.begun(turn.tx, by=turn.who, ward=_ward(turn))))


def _choose_kind(turn: Turn) -> None:
    turn.session.go(NAME, card="new")
    turn.ask(cards.which_kind())


def _chosen_kind(turn: Turn, kind: AnnouncementKind) -> None:
    """For good deeds those that khóm have sent are offered first."""
    deeds = []
    if kind is AnnouncementKind.GOOD_DEED:
        deeds = praising.good_deeds(turn.tx, by=turn.who, ward=_ward(turn), at=turn.now)[:MOST_LISTED]
    if deeds:
        turn.session.go(NAME, card=f"kind:{kind}")
        turn.ask(cards.which_deed(deeds))
    else:
        _want_words(turn, kind)


def _praise(turn: Turn, submission: SubmissionId) -> None:
    id = praising.praise(turn.tx, by=turn.who, ward=_ward(turn), submission=submission, at=turn.now)
    _show(turn, id)


def _want_words(
    turn: Turn, kind: AnnouncementKind, draft: int | None = None, files: tuple[str, ...] | list[str] = ()
) -> None:
    turn.session.go(NAME, wanted=WORDS, kind=kind.value, draft=draft, files=list(files))
    turn.ask(cards.which_words(kind))


def _take(turn: Turn) -> None:
    """Words, or files, or both: for a new announcement, or for the draft that is open."""
    text = turn.incoming.text.strip()
    files = tuple(file.digest for file in turn.incoming.attachments if file.digest)
    if not text and not files:
        turn.say(Reply(text=words.ONLY_WORDS_OR_FILES))
        again(turn)
    elif turn.session.place.get("draft"):
        draft = AnnouncementId(turn.session.place["draft"])
        rewording.change(turn, draft, text, files)
        _show(turn, draft)
    else:
        _begin(turn, text, files)


def _begin(turn: Turn, text: str, files: tuple[str, ...]) -> None:
    place = turn.session.place
    kept = (*place.get("files", ()), *files)
    if not text:
        place["files"] = list(kept)
        turn.say(Reply(text=words.FILE_KEPT.format(count=len(kept)), rows=((HOME,),)))
        return
    kind, period = AnnouncementKind(place["kind"]), audience.period_meant(turn, text)
    content = Content(kind=kind, text=text, attachments=kept, period=period)
    id = acts.compose(turn.tx, by=turn.who, ward=_ward(turn), content=content, audience=Audience(), at=turn.now)
    _show(turn, id)


def _show(turn: Turn, id: AnnouncementId, rest: str = "") -> None:
    """The draft; one that is confirmed meanwhile shows how far it has come."""
    del rest
    found, ward = acts.of(turn.tx, by=turn.who, id=id)
    if found.status.is_confirmed:
        announcement.show(turn, id)
        return
    turn.session.go(NAME, card=f"show:{id}", draft=id)
    preview = acts.preview(turn.tx, by=turn.who, id=id, at=turn.now, served=turn.previews)
    about = acts.period_of(turn.tx, found)
    turn.ask(cards.draft(preview, audience.described(turn, found, ward), about, turn.now))


def _names(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    found = acts.preview(turn.tx, by=turn.who, id=id, at=turn.now, served=turn.previews)
    turn.say(Reply(text=cards.names(found)))
    _show(turn, id)


def _choose_group(turn: Turn, id: AnnouncementId, key: str) -> None:
    audience.choose_group(turn, id, key)
    _show(turn, id)


def _choose_period(turn: Turn, id: AnnouncementId, period: str) -> None:
    audience.choose_period(turn, id, period)
    _show(turn, id)


def _change_words(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    found, _ = acts.of(turn.tx, by=turn.who, id=id)
    _want_words(turn, found.kind, id)


def _drop_files(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    found, _ = acts.of(turn.tx, by=turn.who, id=id)
    content = replace(found.content, attachments=())
    acts.change(turn.tx, by=turn.who, id=id, content=content, audience=found.audience)
    _show(turn, id)


def _ask_to_open(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    acts.of(turn.tx, by=turn.who, id=id)
    turn.session.go(NAME, card=f"open:{id}", draft=id)
    turn.ask(cards.whether_open(id))


def _open_files(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    count = acts.open_files(turn.tx, by=turn.who, id=id, at=turn.now)
    turn.say(Reply(text=words.OPEN_FILES_DONE.format(count=count)))
    _show(turn, id)


def _drop(turn: Turn, id: AnnouncementId, rest: str) -> None:
    del rest
    acts.discard(turn.tx, by=turn.who, id=id)
    turn.settle(words.DROP)
    home.greet(turn, words.DROPPED)


ACTIONS: Mapping[str, Callable[[Turn, AnnouncementId, str], None]] = MappingProxyType(
    {
        "show": _show,
        "preview": previewing.preview,
        LOOK: previewing.on_channel,
        "names": _names,
        "words": _change_words,
        "files": _drop_files,
        "open": _ask_to_open,
        "opened": _open_files,
        "drop": _drop,
        "periods": audience.which_period,
        "about": _choose_period,
        "to": audience.which,
        "group": _choose_group,
        "units": audience.units,
        "unit": audience.unit,
        "people": audience.people,
        "person": audience.person,
        "when": timing.which,
        "send": timing.ask_to_confirm,
        "go": timing.go,
        "again": timing.go_again,
    }
)
"""What can be done about a draft."""

HANDLER = Handler(
    name=NAME,
    label=words.LABEL,
    permission=Permission.ANNOUNCE,
    command="thongbao",
    words=words.WORDS,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    claims=claims,
)
