"""The ward officer's forms: take one away as a workbook, send it back changed, put the new version in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.actions import proposals, publishing
from bot.actions.publishing import Family, Publication
from bot.clock import local_date
from bot.conversation.arguments import is_key
from bot.conversation.form_cards import since
from bot.conversation.handler import Handler
from bot.conversation.media_types import is_media
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission
from bot.domain.errors import Invalid
from bot.domain.submissions import FormId, PublishedForm
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import publishing as words
from handlers import home

NAME = "forms"
MOST_VERSIONS = 8
ALL = Choice(id=f"@{NAME}", label=words.ALL_FORMS, way_out=True)


def open_(turn: Turn, argument: str) -> None:
    """The list; "@forms:history:khom_dinh_ky" and the like: see ACTIONS."""
    verb, _, rest = argument.partition(":")
    act = ACTIONS.get(verb)
    if act is None:
        _list(turn)
    else:
        act(turn, rest)


def read(turn: Turn) -> None:
    """A workbook, and the files that it shows, may come at any place of this menu."""
    files = [file for file in turn.incoming.attachments if file.kind.is_file]
    if not files:
        turn.say(Reply(text=words.NEEDS_FILE))
        turn.repeat()
        return
    media = [file for file in files if is_media(file)]
    family = str(turn.session.place.get("family", ""))
    for file in files:
        if file not in media:
            proposal = proposals.propose(turn.tx, turn.who, file, family=family, to=turn.incoming.address, at=turn.now)
            turn.say(Reply(text=words.CHECKING.format(name=proposal.name)))
    for file in media:  # after the workbook, if both came at once
        proposals.add_medium(turn.tx, turn.who, file, turn.now)
    if media:
        names = ", ".join(file.name or words.NAMELESS for file in media)
        turn.say(Reply(text=words.CHECKING.format(name=names)))


def _list(turn: Turn) -> None:
    turn.session.go(NAME)
    found = publishing.families(turn.tx, turn.who, turn.now)
    lines = [_family_lines(family) for family in found]
    rows = tuple(
        (Choice(id=f"@{NAME}:of:{family.family}", label=family.title, told=told),)
        for family, told in zip(found, lines, strict=True)
    )
    turn.ask(Reply(text="\n".join((words.LIST, *lines)), hint=words.LIST_HINT, rows=(*rows, (HOME,))))


def _family_lines(family: Family) -> str:
    current = family.in_force
    line = words.FAMILY_LINE.format(title=family.title, version=current.version, since=since(current))
    planned = (words.PLANNED_LINE.format(version=form.version, since=since(form)) for form in family.planned)
    return "\n".join((line, *planned))


def _show_family(turn: Turn, name: str) -> None:
    family = publishing.family_called(turn.tx, turn.who, name, turn.now)
    turn.session.go(NAME, card=f"of:{name}", family=name)
    current = family.in_force
    lines = [words.FAMILY.format(title=family.title, version=current.version, since=since(current))]
    lines += [words.PLANNED_LINE.format(version=form.version, since=since(form)).strip() for form in family.planned]
    turn.ask(
        Reply(
            text="\n".join(lines),
            rows=(
                (Choice(id=f"@{NAME}:get:{current.id}", label=words.DOWNLOAD),),
                (Choice(id=f"@{NAME}:send:{name}", label=words.SEND_NEW),),
                (Choice(id=f"@{NAME}:history:{name}", label=words.HISTORY),),
                (ALL, HOME),
            ),
        )
    )


def _get(turn: Turn, form: str) -> None:
    to = turn.incoming.address
    asked = publishing.request_workbook(turn.tx, turn.who, FormId(_number(form)), to, turn.now)
    turn.say(Reply(text=words.COMING.format(title=asked.title)))


def _send(turn: Turn, name: str) -> None:
    family = publishing.family_called(turn.tx, turn.who, name, turn.now)
    turn.session.go(NAME, card=f"send:{name}", family=name)
    turn.ask(Reply(text=words.SEND_IT.format(title=family.title), rows=((ALL, HOME),)))


def _history(turn: Turn, name: str) -> None:
    family = publishing.family_called(turn.tx, turn.who, name, turn.now)
    turn.session.go(NAME, card=f"history:{name}", family=name)
    shown = family.versions[:MOST_VERSIONS]
    lines = [words.HISTORY_TITLE.format(title=family.title), *(_version_line(family, form) for form in shown)]
    rows = [_version_choices(family, form) for form in shown]
    turn.ask(Reply(text="\n".join(lines), rows=(*rows, (ALL, HOME))))


def _version_line(family: Family, form: PublishedForm) -> str:
    if form.withdrawn_at is not None:
        state = words.STATE_WITHDRAWN
    elif form in family.planned:
        state = words.STATE_PLANNED.format(since=since(form))
    else:
        state = words.STATE_IN_FORCE if form == family.in_force else words.STATE_EARLIER
    published = dates.day(local_date(form.published_at))
    return words.HISTORY_LINE.format(version=form.version, published=published, state=state)


def _version_choices(family: Family, form: PublishedForm) -> tuple[Choice, ...]:
    get = Choice(id=f"@{NAME}:get:{form.id}", label=words.DOWNLOAD_VERSION.format(version=form.version))
    if form not in family.planned:
        return (get,)
    return get, Choice(id=f"@{NAME}:withdraw:{form.id}", label=words.WITHDRAW.format(version=form.version))


def _withdraw(turn: Turn, form: str) -> None:
    taken_back = publishing.withdraw(turn.tx, turn.who, FormId(_number(form)), turn.now)
    family = publishing.family_called(turn.tx, turn.who, taken_back.family, turn.now)
    turn.settle(words.WITHDRAW.format(version=taken_back.version))
    home.greet(
        turn,
        words.WITHDRAWN.format(version=taken_back.version, title=taken_back.title, current=family.in_force.version),
    )


def show_proposal(turn: Turn, number: int) -> None:
    """The card of a workbook that waits for a decision."""
    proposal = proposals.ready(turn.tx, turn.who, number, turn.now)
    turn.session.go(NAME, card=f"proposal:{number}")
    turn.ask(proposals.card(turn.tx, turn.who, proposal, turn.now))


def _choose_family(turn: Turn, argument: str) -> None:
    number, _, family = argument.partition(":")
    proposals.name_family(turn.tx, turn.who, _number(number), family, turn.now)
    show_proposal(turn, _number(number))


def _use_now(turn: Turn, proposal: str) -> None:
    done = proposals.publish_proposal(turn.tx, turn.who, _number(proposal), turn.now, at_once=True)
    text = words.PUBLISHED_NOW.format(title=done.form.title, version=done.form.version)
    _published(turn, words.USE_NOW, text, done)


def _use_next(turn: Turn, proposal: str) -> None:
    done = proposals.publish_proposal(turn.tx, turn.who, _number(proposal), turn.now, at_once=False)
    text = words.PUBLISHED_NEXT.format(title=done.form.title, version=done.form.version, day=since(done.form))
    _published(turn, words.USE_NEXT.format(day=since(done.form)), text, done)


def _published(turn: Turn, pressed: str, text: str, done: Publication) -> None:
    turn.settle(pressed)
    lines = [text, *(words.REPLACED.format(version=form.version, since=since(form)) for form in done.replaced)]
    if done.missing:
        names = ", ".join(one.name for one in done.missing)
        lines.append(words.FILES_STILL_MISSING.format(count=len(done.missing), names=names))
    home.greet(turn, "\n".join(lines))


def _drop(turn: Turn, proposal: str) -> None:
    name = proposals.ready(turn.tx, turn.who, _number(proposal), turn.now).name
    proposals.drop(turn.tx, turn.who, _number(proposal), turn.now)
    turn.settle(words.DROP)
    home.greet(turn, words.DROPPED.format(name=name))


def _number(text: str) -> int:
    if not is_key(text):
        raise Invalid("proposal")
    return int(text)


ACTIONS: Mapping[str, Callable[[Turn, str], None]] = MappingProxyType(
    {
        "of": _show_family,
        "get": _get,
        "send": _send,
        "history": _history,
        "withdraw": _withdraw,
        "proposal": lambda turn, number: show_proposal(turn, _number(number)),
        "for": _choose_family,
        "now": _use_now,
        "next": _use_next,
        "drop": _drop,
    }
)
"""What stands after the first colon of a lasting choice."""

HANDLER = Handler(
    name=NAME,
    label=words.LABEL,
    permission=Permission.PUBLISH_FORMS,
    command="bieumau",
    words=words.WORDS,
    open=open_,
    read=read,
)
