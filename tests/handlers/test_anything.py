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

from bot.messages import AttachmentKind, Choice, Reply
from bot.texts import carrying, conversation, figures, interview, publishing, reminders, sharing
from tests.handlers.room import PEOPLE, STRANGER, Ward, found

PARKED = conversation.PARKED.partition("{")[0]
WORDS = sorted(
    {
        word
        for module in (carrying, conversation, figures, interview, publishing, reminders, sharing)
        for value in vars(module).values()
        for word in ((value,) if isinstance(value, str) else value if isinstance(value, tuple) else ())
        if isinstance(word, str) and len(word) < 25 and "{" not in word
    }
)
"""Every word and button of the product that may be typed."""
ANSWERS = ["0", "1", "2", "412", "1.034", "2tr", "tổng 412, đạt 398", "khoảng 30", "hôm nay", "18/11", "1, 3", "94%"]
ANSWERS += ["079123456789", "Nguyễn Thị Bảy", "một việc tốt cho cả khóm", "²", "١٢", "99999999999999999999999", "-", ""]
ANSWERS += ["2020-Q4", "2020-H9", "/start", "/tieptuc", "/nothing", "k" * 3_000, "\u0000", "a\u0301"]
TYPED = st.sampled_from(WORDS) | st.sampled_from(ANSWERS) | st.text(max_size=30)
NUMBERS: tuple[str, ...] = (
    "",
    "1",
    "2",
    "99",
    "9" * 30,
    "²",
    "x",
    "1:2",
    "2:new",
    "1:khom_dinh_ky",
    "2020-Q4",
    "2020-Q9",
)
PLACES: tuple[str, ...] = (
    "",
    "home",
    "nowhere",
    "interview",
    "report",
    "hardship",
    "good_deed",
    "mine",
    "resume",
    "periods",
    "progress",
    "carried",
    "carried:1",
    "ward_hardship",
)
PLACES += (
    "export",
    "trial",
    "help",
    "join",
    "stranger",
    "forms",
    "forms:of",
    "forms:get",
    "forms:send",
    "forms:history",
)
PLACES += ("reminder", "reminder:1", "snooze", "reminding")
PLACES += ("forms:withdraw", "forms:for", "forms:now", "forms:next", "forms:drop", "forms:nowhere")
LASTING = ("@", "@interview", "@snooze", "@reminding:now", "@reminding:enabled_off", "@reminder:1:2:khom_dinh_ky")
FORGED = st.builds("@{}:{}".format, st.sampled_from(PLACES), st.sampled_from(NUMBERS)) | st.sampled_from(
    [*LASTING, "1.option0", "1.line1", "x.y", ".", "typed", "9" * 64]
)
KINDS = [kind.value for kind in AttachmentKind]
WITHOUT_BUTTONS = tuple(
    text.partition("{")[0]
    for text in (figures.EXPORT_COMING, publishing.COMING, publishing.CHECKING, conversation.STALE)
)
"""What is said while something is fetched: the card before it stays in force."""


@pytest.fixture(scope="module")
def ward_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room")
    asyncio.run(found(folder))
    return folder


class Anybody(RuleBasedStateMachine):
    """People of one ward who do anything at all."""

    founded: ClassVar[Path]

    @initialize()
    def begins(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        shutil.copytree(self.founded, self.folder.name, dirs_exist_ok=True)
        self.ward = Ward(Path(self.folder.name))
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
            assert shown[-1].rows, f"no way out for {who} after {what}:\n{shown[-1].text}"

    def teardown(self) -> None:
        if hasattr(self, "ward"):
            for who in PEOPLE:
                self.does(who, {"text": "menu"})
                assert who == STRANGER or conversation.MENU_QUESTION in self.cards(who)[-1].text
            self.ward.close()
            self.folder.cleanup()


def test_from_anywhere_anything_leads_to_a_screen_with_a_way_out(ward_folder: Path) -> None:
    Anybody.founded = ward_folder
    run_state_machine_as_test(
        Anybody,
        settings=settings(
            max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
