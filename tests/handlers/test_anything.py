"""Whatever people type, press, send, repeat or leave for weeks: a screen with a way out, and nothing breaks."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from bot.messages import Choice, Reply
from bot.texts import conversation, typing
from channels.plain_text import BULLET, render, told_once
from tests.handlers.room import CAST, PEOPLE, STRANGER, PlainRoom, Room, Ward, found
from tests.support.inputs import FORGED, KINDS, TYPED, WITHOUT_BUTTONS

PARKED = conversation.PARKED.partition("{")[0]
NAMED = typing.BY_THE_WAY.partition("{")[0]


@pytest.fixture(scope="module")
def ward_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room")
    asyncio.run(found(folder))
    return folder


class Anybody(RuleBasedStateMachine):
    """People of one ward who do anything at all."""

    founded: ClassVar[Path]
    room: ClassVar[type[Room]] = Room

    @initialize()
    def begins(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        shutil.copytree(self.founded, self.folder.name, dirs_exist_ok=True)
        self.ward = Ward(Path(self.folder.name), self.room())
        self.last: tuple[str, dict[str, object]] = ("lan", {"text": "menu"})
        self.does(*self.last)

    @rule(who=st.sampled_from(PEOPLE), text=TYPED)
    def types(self, who: str, text: str) -> None:
        self.does(who, {"text": text})

    @rule(who=st.sampled_from(PEOPLE), place=st.integers(0, 30))
    def presses_what_is_open(self, who: str, place: int) -> None:
        self.presses(who, self.cards(who)[-1:], place)

    @rule(who=st.sampled_from(("lan", "minh")), place=st.integers(0, 30))
    def presses_more(self, who: str, place: int) -> None:
        self.presses(who, self.cards(who)[-1:], place)

    @rule(who=st.sampled_from(PEOPLE), card=st.integers(0, 99), place=st.integers(0, 30))
    def presses_what_was_open_once(self, who: str, card: int, place: int) -> None:
        cards = self.cards(who)
        self.presses(who, cards[card % len(cards) :][:1] if cards else [], place)

    @rule(who=st.sampled_from(PEOPLE), choice=FORGED)
    def forges(self, who: str, choice: str) -> None:
        self.does(who, {"choice": choice, "pressed": "1"})

    @rule(who=st.sampled_from(PEOPLE), kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=3), text=TYPED)
    def sends(self, who: str, kinds: list[str], text: str) -> None:
        self.does(who, {"files": kinds, "text": text})

    @rule(who=st.sampled_from(PEOPLE), text=TYPED)
    def edits(self, who: str, text: str) -> None:
        self.does(who, {"text": text, "edited": True})

    @rule(who=st.sampled_from(PEOPLE), token=st.sampled_from(("", "x", "²" * 40)))
    def follows_an_invitation(self, who: str, token: str) -> None:
        self.does(who, {"text": "/start", "invitation": token})

    @rule()
    def vendor_delivers_twice(self) -> None:
        assert self.ward.comes_again(*self.last) == []

    @rule(hours=st.sampled_from((1, 30, 24 * 8, 24 * 100)))
    def nobody_says_a_word(self, hours: int) -> None:
        self.ward.passes(hours)

    def cards(self, who: str) -> list[Reply]:
        return [reply for reply in self.ward.room.shown[who] if reply.rows]

    def presses(self, who: str, cards: list[Reply], place: int) -> None:
        for card in cards:
            choices: list[Choice] = [choice for row in card.rows for choice in row]
            self.does(who, {"choice": choices[place % len(choices)].id, "pressed": "1"})

    def does(self, who: str, what: dict[str, object]) -> None:
        self.last = (who, what)
        shown = [reply for reply in self.ward.does(who, **what) if reply.settles is None]
        assert shown, f"{who} got no answer to {what}"
        assert not any(reply.text.startswith(PARKED) for reply in shown), f"{what} of {who} failed"
        if who == STRANGER:
            assert not any(reply.rows for reply in shown), "a stranger is shown something"
        elif not shown[-1].text.startswith(WITHOUT_BUTTONS):
            assert self.leads_on(shown[-1]), f"no way out for {who} after {what}:\n{shown[-1].text}"

    def leads_on(self, reply: Reply) -> bool:
        """Whether there is a way out below it."""
        return bool(reply.rows)

    def teardown(self) -> None:
        if hasattr(self, "ward"):
            for who in PEOPLE:
                self.does(who, {"text": "menu"})
                assert who == STRANGER or conversation.MENU_QUESTION in self.cards(who)[-1].text
            self.ward.close()
            self.folder.cleanup()


class AnybodyInPlainText(Anybody):
    """The same people where nothing can be pressed: each turn is one message, and a number is what it stands behind."""

    room = PlainRoom

    @rule(who=st.sampled_from(tuple(CAST)), number=st.integers(0, 15))
    def types_a_number(self, who: str, number: int) -> None:
        self.does(who, {"text": str(number)})

    @rule(who=st.sampled_from(tuple(CAST)), place=st.integers(0, 30))
    def types_a_label(self, who: str, place: int) -> None:
        for card in self.cards(who)[-1:]:
            labels = [choice.label for row in card.rows for choice in row]
            self.does(who, {"text": labels[place % len(labels)].lower()})

    def leads_on(self, reply: Reply) -> bool:
        """Below what asks nothing the way out is named."""
        return super().leads_on(reply) or NAMED in reply.hint

    def does(self, who: str, what: dict[str, object]) -> None:
        before = len(self.ward.room.shown[who])
        super().does(who, what)
        shown = self.ward.room.shown[who][before:]
        together = [reply for reply in shown if not (reply.shareable or reply.attachments)]
        assert len(together) <= 1, f"{len(together)} messages to {who} after {what}"
        assert not any(reply.settles for reply in shown)
        offering = [reply for reply in shown if reply.options]
        if offering and who != STRANGER:
            session = self.ward.session_of(who)
            assert [(choice.id, choice.label) for choice in offering[-1].options] == session.offered
        for reply in offering:
            read = told_once(reply).text.splitlines()
            twice = [c.label for c in reply.options for line in read if line.startswith(f"{BULLET}{c.label}:")]
            assert not twice, f"{who} reads twice of {twice}:\n{render(reply)}"


@pytest.mark.parametrize("anybody", [Anybody, AnybodyInPlainText])
def test_from_anywhere_anything_leads_to_a_screen_with_a_way_out(ward_folder: Path, anybody: type[Anybody]) -> None:
    anybody.founded = ward_folder
    run_state_machine_as_test(
        anybody,
        settings=settings(
            max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
