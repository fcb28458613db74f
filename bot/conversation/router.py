"""Decides which handler answers a turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.conversation.beyond import beyond_the_list
from bot.conversation.channel import Previews
from bot.conversation.codes import code_of
from bot.conversation.courtesy import meant
from bot.conversation.doors import NO_DOORS, Doors
from bot.conversation.handler import Handler, Overheard
from bot.conversation.session import ALWAYS, Session
from bot.conversation.silence import break_silence
from bot.conversation.turn import Turn
from bot.domain.access import may, units_where
from bot.domain.errors import BotError, Refused
from bot.domain.people import Person
from bot.messages import AttachmentKind, Choice, Command, Incoming, Reply
from bot.texts import conversation as say
from bot.texts.answers import NO_ANSWER
from bot.texts.problems import sentence
from forms.values.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrances:
    """The handlers that the router itself must know."""

    home: Handler
    join: Handler
    stranger: Handler


class Router:
    """Routes by invitation or its code, by stranger or member, by lasting choice, by open question, by words."""

    def __init__(
        self,
        handlers: Sequence[Handler],
        entrances: Entrances,
        doors: Doors = NO_DOORS,
        previews: Previews = MappingProxyType({}),
    ) -> None:
        self._entrances = entrances
        self._doors = doors
        self._previews = previews
        self._by_name: Mapping[str, Handler] = {handler.name: handler for handler in handlers}
        self._everywhere = {fold(word): handler for handler in handlers for word in _words_anywhere(handler)}
        self._overhearing = tuple(handler.overhears for handler in handlers if handler.overhears is not None)
        self._by_words = {fold(word): handler for handler in handlers for word in handler.words} | self._everywhere

    def route(self, turn: Turn) -> None:
        """Let the right handler answer; what it refuses is said to the person."""
        turn.doors = self._doors
        turn.menu = lambda: self._menu(turn)
        turn.commands = lambda: self._commands(turn)
        turn.previews = self._previews
        turn.open = lambda choice: self._open(turn, choice)
        turn.explain = lambda: self._explain(turn)
        turn.repeat = lambda: self._say_again(turn)
        try:
            self._route(turn)
        except BotError as problem:
            turn.say(Reply(text=sentence(problem)))
            self._say_again(turn)

    def _route(self, turn: Turn) -> None:
        if turn.trouble is not None:
            raise turn.trouble
        incoming = turn.incoming
        if incoming.invitation:
            self._entrances.join.open(turn, incoming.invitation)
        elif code := code_of(turn):
            self._entrances.join.open(turn, code)
        elif turn.person is None:
            self._entrances.stranger.heard(turn)
        elif break_silence(turn):
            self._say_again(turn)
        else:
            self._answer(turn)

    def _answer(self, turn: Turn) -> None:
        """What a member pressed or typed."""
        incoming = turn.incoming
        if incoming.choice:
            self._pressed(turn, incoming.choice)
        elif why_not := _no_message(incoming):
            turn.say(Reply(text=why_not))
            self._say_again(turn)
        elif (choice := self._by_the_way(turn)) is not None:
            self._open_by_the_way(turn, choice)
        elif (handler := self._called(turn)) is not None:
            self._enter(turn, handler, "")
        else:
            self._typed(turn)

    def _by_the_way(self, turn: Turn) -> str | None:
        """The lasting choice that was offered by the way and is named now, where that cannot be an answer."""
        text, session = turn.incoming.text, turn.session
        if not text or option_typed(text, session.offered, session.ways) is not None:
            return None
        heard = next(filter(None, (overhears(turn) for overhears in self._overhearing)), None)
        if heard is None:
            standing = option_typed(text, (), session.standing)
            heard = Overheard(choice=standing, is_named=True) if standing else None
        return None if heard is None or self._is_answer(turn, heard) else heard.choice

    def _open_by_the_way(self, turn: Turn, choice: str) -> None:
        """Then on with what was open."""
        self._open(turn, choice)
        if not turn.session.is_free and not any(spoken.asks for spoken in turn.spoken):
            self._say_again(turn)

    def _is_answer(self, turn: Turn, heard: Overheard) -> bool:
        """Whether the words answer the open question; where anything would, those that were named do not."""
        current = self._current(turn.session)
        if current is None or turn.session.is_free:
            return False
        claimed = current.claims(turn) if current.claims is not None else None
        return not (heard.is_named and " " in turn.incoming.text.strip()) if claimed is None else claimed

    def _called(self, turn: Turn) -> Handler | None:
        """The handler that the typed words open where the person is now."""
        current = self._current(turn.session)
        words = self._everywhere if current is not None and current.reads_first else self._by_words
        called = meant(turn.incoming.text, words)
        # What is offered on the open card is meant, even where the same words have opened that card.
        return None if called is current and option_typed(turn.incoming.text, turn.session.offered) else called

    def _pressed(self, turn: Turn, choice: str) -> None:
        if choice.startswith(ALWAYS):
            self._open(turn, choice)
            return
        current = self._current(turn.session)
        action = turn.session.action_of(choice)
        if current is None:
            self._entrances.home.open(turn, "")
        elif action is None:
            turn.say(Reply(text=say.STALE))
            current.repeat(turn)
        else:
            current.chosen(turn, action)

    def _typed(self, turn: Turn) -> None:
        current = self._current(turn.session)
        if current is None:
            self._entrances.home.open(turn, "")
        elif current.reads_first or not (self._took_option(turn, current) or self._is_beyond(turn, current)):
            current.heard(turn)

    def _is_beyond(self, turn: Turn, current: Handler) -> bool:
        """Whether it was a number that the open list does not have, and no answer either; that is said."""
        why_not = beyond_the_list(turn)
        if not why_not or (current.claims is not None and current.claims(turn)):
            return False
        turn.say(Reply(text=why_not))
        current.repeat(turn)
        return True

    def _took_option(self, turn: Turn, current: Handler) -> bool:
        choice = option_typed(turn.incoming.text, turn.session.offered, turn.session.ways)
        if choice is None:
            return False
        if choice.startswith(ALWAYS):
            self._open(turn, choice)
        elif (action := turn.session.action_of(choice)) is not None:
            current.chosen(turn, action)
        return True

    def _open(self, turn: Turn, choice: str) -> None:
        name, _, argument = choice.removeprefix(ALWAYS).partition(":")
        handler = self._by_name.get(name)
        if handler is None:
            turn.say(Reply(text=say.STALE))
            self._entrances.home.open(turn, "")
            return
        self._enter(turn, handler, argument)

    def _enter(self, turn: Turn, handler: Handler, argument: str) -> None:
        if not allowed(turn.who, handler):
            raise Refused("not_for_your_role")
        handler.open(turn, argument)
        if handler.is_aside:
            self._say_again(turn)

    def _commands(self, turn: Turn) -> tuple[Command, ...]:
        entries = (handler for handler in self._by_name.values() if handler.command and allowed(turn.who, handler))
        return tuple(
            Command(name=entry.command, label=entry.label or (*entry.words_anywhere, *entry.words)[0])
            for entry in entries
        )

    def _menu(self, turn: Turn) -> tuple[Choice, ...]:
        entries = (handler for handler in self._by_name.values() if handler.label and allowed(turn.who, handler))
        return tuple(Choice(id=f"{ALWAYS}{entry.name}", label=entry.label) for entry in entries)

    def _explain(self, turn: Turn) -> str:
        current = self._current(turn.session)
        return current.explain(turn) if current is not None and current.explain is not None else ""

    def _say_again(self, turn: Turn) -> None:
        """After a refusal the open question comes once more, so that nobody is left without a way on."""
        current = self._current(turn.session)
        if turn.person is None:
            return
        if current is None:
            self._entrances.home.open(turn, "")
            return
        try:
            current.repeat(turn)
        except BotError:
            # The open question itself is gone: given up by the deputy, or the post has ended.
            self._entrances.home.open(turn, "")

    def _current(self, session: Session) -> Handler | None:
        return self._by_name.get(session.at)


def _no_message(incoming: Incoming) -> str:
    """What is said of something that nothing can be made of, whoever has the floor; else empty."""
    if any(file.kind is AttachmentKind.WITHHELD for file in incoming.attachments):
        return NO_ANSWER[AttachmentKind.WITHHELD]
    return say.EDITED if incoming.edited else ""


def option_typed(text: str, offered: Sequence[tuple[str, str]], words: Sequence[tuple[str, str]] = ()) -> str | None:
    """The id of the option that the text names by number or label, or of the one of `words` that it names by label."""
    if not offered and not words:
        return None
    typed = fold(text).rstrip(".)")
    if typed.isdecimal() and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1][0]
    labels = {fold(label): key for key, label in (*words, *offered)}
    return labels.get(typed)


def _words_anywhere(handler: Handler) -> tuple[str, ...]:
    command = (f"/{handler.command}",) if handler.command else ()
    label = (handler.label,) if handler.label else ()
    return (*handler.words_anywhere, *command, *label)


def allowed(person: Person, handler: Handler) -> bool:
    """Whether the person holds a post that gives the handler's permission."""
    if handler.permission is None:
        return True
    return any(may(person, handler.permission, unit) for unit in units_where(person, handler.permission))
