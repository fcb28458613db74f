"""Anything that people, vendors and time can do, in any order."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.clock import local_date
from bot.texts import conversation
from tests.stories.anything.crowd import LAN_ELSEWHERE, STORED, STRANGER, Crowd
from tests.stories.anything.errands import ENTRIES, ERRANDS, FILES, content_of
from tests.stories.anything.gestures import on_telegram, on_zalo_bot, with_account
from tests.support.inputs import FORGED, TYPED
from tests.support.talk import Member
from tests.support.talk.console import ConsolePhone
from tests.support.talk.numbered import counted_out
from tests.support.talk.telegram import TelegramPhone
from tests.support.talk.web import WebPhone
from tests.support.talk.zalo_bot import ZaloBotPhone
from tests.support.talk.zalo_oa import ZaloOaPhone

EXAMPLE = re.compile(r"Ví dụ: (.+?)(?:\. |$)", re.MULTILINE)
NAMED = re.compile(r"gõ: ([^.,;:\n()«]+)")
LONGEST = 4_096
SOMEBODY = st.sampled_from(("lan", "minh", "hoa", "lan", LAN_ELSEWHERE, STRANGER))
BEGINNINGS = ("Báo cáo quý IV năm 2020", "Báo cáo năm 2020", "Ghi hoàn cảnh khó khăn", "Ghi người tốt việc tốt")
LEADING_BACK = frozenset(
    (
        *("Quay lại", "Để sau", "Giúp", "Xem lại", "Bỏ hồ sơ này", "Nhập nhanh", "Gõ lại", "Xem đã ghi gì", "Về menu"),
        *("Về menu", "Không đồng ý", *map(str, range(1, 50))),
    )
)


class Anything(RuleBasedStateMachine):
    """One town, from its opening to its end."""

    channel: ClassVar[str]
    ward: ClassVar[Path]
    """The database that each town begins with."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()

    @initialize(every_type=st.booleans(), entry=st.sampled_from(BEGINNINGS))
    def begins(self, every_type: bool, entry: str) -> None:
        folder = Path(self.folder.name)
        file = shutil.copy(self.ward, folder / "ward.sqlite3")
        self.crowd = Crowd(self.channel, f"sqlite:///{file}", folder, every_type=every_type)
        self.steps = 0
        self.opens_a_form(entry, "lan")

    def here(self, name: str) -> str:
        """A terminal is for members, so Lan sits there instead of a stranger."""
        self.steps += 1
        return name if name in self.crowd.people else "lan"

    @rule(who=SOMEBODY, text=TYPED)
    def types(self, who: str, text: str) -> None:
        # A terminal hands in nothing for an empty line, and a line that ends the chat ends it.
        name = self.here(who)
        self.say(name, text)

    def say(self, name: str, text: str) -> None:
        """Telegram's phone cuts a huge text into several messages, and a terminal one of several lines."""
        self.crowd.does(
            name,
            lambda member: member.says(text),
            answered=bool(text.strip()),
            at_once=len(text) > LONGEST or "\n" in text,
        )

    @rule(who=SOMEBODY, places=st.lists(st.integers(0, 30), min_size=4, max_size=16))
    def goes_on(self, who: str, places: list[int]) -> None:
        """Answers as the card's example says; where there is none, presses what does not lead back."""
        name = self.here(who)
        for place in places:
            card = self.crowd.cards(name)[-1:]
            example = EXAMPLE.search(card[0].text) if card else None
            if example is not None and place < 28:
                self.say(name, example[1])
            else:
                self.press_newest(name, place, besides=LEADING_BACK if place else frozenset())

    @rule(places=st.lists(st.integers(1, 27), min_size=14, max_size=16))
    def lan_fills_in_a_whole_form(self, places: list[int]) -> None:
        self.goes_on("lan", places)

    @rule(entry=st.sampled_from(BEGINNINGS), who=st.sampled_from(("lan", "minh", LAN_ELSEWHERE)))
    def opens_a_form(self, entry: str, who: str) -> None:
        name = self.here(who)
        self.say(name, "menu")
        self.say(name, entry)

    @rule(who=SOMEBODY, entry=st.sampled_from(ENTRIES), places=st.lists(st.integers(0, 30), max_size=4))
    def looks_into(self, who: str, entry: str, places: list[int]) -> None:
        """Whatever there is."""
        name = self.here(who)
        self.say(name, entry)
        for place in places:
            self.press_newest(name, place)

    @rule(errand=st.sampled_from(ERRANDS))
    def runs_an_errand(self, errand: Sequence[tuple[str, Sequence[str]]]) -> None:
        """As far as it goes: somebody may be in the middle of something else, or it has been done."""
        for who, steps in errand:
            name = self.here(who)
            for step in steps:
                content = content_of(step)
                if content is None:
                    self.say(name, step)
                else:
                    self.send(name, content, step)

    @rule(who=SOMEBODY, place=st.integers(0, 30))
    def presses_what_is_open(self, who: str, place: int) -> None:
        self.press_newest(self.here(who), place)

    def press_newest(self, name: str, place: int, besides: frozenset[str] = frozenset()) -> None:
        """What is offered leads on."""
        cards = self.crowd.cards(name)
        if cards:
            card, is_open = cards[-1], self.crowd.is_at(name)
            labels = [label for label in card.buttons if label not in besides] or card.buttons
            label = labels[place % len(labels)]
            news = self.crowd.does(name, lambda member: member.presses(label, on=card))
            said = "\n".join(seen.text for seen in news)
            if is_open:
                assert conversation.STALE not in said, f"{label} is offered, and not taken:\n{card}"
                assert conversation.NOT_UNDERSTOOD not in said, f"{label} is offered, and not understood:\n{card}"

    @rule(who=SOMEBODY, place=st.integers(0, 9))
    def types_what_is_named(self, who: str, place: int) -> None:
        """A word that the newest card says can be typed."""
        name = self.here(who)
        cards = self.crowd.cards(name)
        named = NAMED.findall(cards[-1].text) if cards and self.crowd.is_at(name) else []
        words = [word for some in named for word in counted_out(some.strip())]
        if words:
            word = words[place % len(words)]
            news = self.crowd.does(name, lambda member: member.says(word))
            said = "\n".join(seen.text for seen in news)
            assert conversation.NOT_UNDERSTOOD not in said, f"{word} is named, and not understood:\n{cards[-1]}"
            assert word.isdecimal() or f"{STORED}{word}" not in said, (
                f"{word} is named, and taken for an answer:\n{cards[-1]}"
            )

    @rule(who=SOMEBODY, card=st.integers(0, 99), place=st.integers(0, 30))
    def presses_what_was_open_once(self, who: str, card: int, place: int) -> None:
        name = self.here(who)
        cards = self.crowd.cards(name)
        if cards:
            old = cards[card % len(cards)]
            label = old.buttons[place % len(old.buttons)]
            self.crowd.does(name, lambda member: member.presses(label, on=old))

    @rule(who=SOMEBODY, choice=FORGED)
    def forges(self, who: str, choice: str) -> None:
        name = self.here(who)
        console = self.channel == "console" or (name == LAN_ELSEWHERE and self.channel == "web")
        self.crowd.does(name, lambda member: member.says(choice) if console else member.forges(choice))

    @rule(who=SOMEBODY, file=st.sampled_from(sorted(FILES)))
    def sends_a_file(self, who: str, file: str) -> None:
        self.send(self.here(who), FILES[file], file)

    def send(self, name: str, content: bytes, file: str) -> None:
        """Send a file."""
        self.crowd.does(name, lambda member: member.sends_file(content, file))

    @rule(who=SOMEBODY, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
    def shares_a_place(self, who: str, latitude: float, longitude: float) -> None:
        self.crowd.does(self.here(who), lambda member: member.shares_place(latitude, longitude))

    @rule(who=SOMEBODY, what=st.sampled_from(("sticker", "contact", "dice", "album", "edit", "voice")), text=TYPED)
    def does_what_only_telegram_can(self, who: str, what: str, text: str) -> None:
        name = self.here(who)
        if isinstance(self.crowd.people[name].phone, TelegramPhone):
            self.crowd.does(name, lambda member: on_telegram(member, what, text))

    @rule(who=SOMEBODY, what=st.sampled_from(("sticker", "place", "captioned")), text=TYPED)
    def does_what_only_zalo_can(self, who: str, what: str, text: str) -> None:
        name = self.here(who)
        if isinstance(self.crowd.people[name].phone, ZaloBotPhone):
            self.crowd.does(name, lambda member: on_zalo_bot(member, what, text))

    @rule(who=SOMEBODY, what=st.sampled_from(("sticker", "card", "link", "voice", "info", "again")))
    def does_what_only_an_account_hears(self, who: str, what: str) -> None:
        name = self.here(who)
        if isinstance(self.crowd.people[name].phone, ZaloOaPhone):
            self.crowd.does(name, lambda member: with_account(member, what))

    @rule(who=SOMEBODY, text=TYPED)
    def clerk_answers_by_hand(self, who: str, text: str) -> None:
        """What the account tells of itself is no answer of anybody's."""
        name = self.here(who)
        phone = self.crowd.people[name].phone
        if isinstance(phone, ZaloOaPhone):
            sent = phone.person.standing.received
            phone.person.sees_by_staff(text or "Dạ")
            self.crowd.sees(name, lambda member: member.is_answered())
            assert phone.person.standing.received == sent

    @rule(who=SOMEBODY, texts=st.lists(TYPED, max_size=3), place=st.integers(0, 30), chance=st.integers(0, 9))
    def does_several_things_at_once(self, who: str, texts: list[str], place: int, chance: int) -> None:
        """The vendor may hand them over in another order."""
        name = self.here(who)
        cards = self.crowd.cards(name)
        self._mix_up(Random(chance))

        async def act(member: Member) -> None:
            acts = [member.phone.types(text) for text in texts if text.strip()]
            if cards:
                card = cards[-1]
                acts.append(member.phone.presses(card.buttons[place % len(card.buttons)], card))
            if isinstance(member.phone, ConsolePhone):
                for each in acts:
                    await each
            else:
                await asyncio.gather(*acts)

        self.crowd.does(name, act, answered=bool(cards), at_once=True)
        self._mix_up(None)

    def _mix_up(self, chance: Random | None) -> None:
        telegram, account = self.crowd.town.telegram, self.crowd.town.zalo_oa
        if telegram is not None:
            telegram.updates.shuffle = chance
        if account is not None:
            account.delivery.disorder = chance is not None

    @rule(who=SOMEBODY, place=st.integers(0, 30), text=TYPED)
    def vendor_delivers_twice(self, who: str, place: int, text: str) -> None:
        """Or the page, which has not heard that its line arrived."""
        name = self.here(who)
        self._repeat(name, True)
        if place < 15:
            self.press_newest(name, place)
        else:
            self.say(name, text)
        self._repeat(name, False)

    def _repeat(self, name: str, repeats: bool) -> None:
        phone = self.crowd.people[name].phone
        if isinstance(phone, WebPhone):
            phone.repeats = repeats
        elif isinstance(phone, TelegramPhone):
            phone.telegram.updates.repeats = repeats
        elif isinstance(phone, ZaloOaPhone):
            phone.zalo.delivery.twice = repeats

    @rule(who=SOMEBODY, token=st.sampled_from(("khong-co-ma-nay", "x", "")))
    def follows_an_invitation_that_is_none(self, who: str, token: str) -> None:
        name = self.here(who)
        if isinstance(self.crowd.people[name].phone, TelegramPhone):
            self.crowd.does(name, lambda member: member.follows(token))

    @rule(hours=st.sampled_from((1, 30, 24 * 8, 24 * 100)))
    def nobody_says_a_word(self, hours: int) -> None:
        self.crowd.passes(hours)

    @rule()
    def clock_strikes(self) -> None:
        self.crowd.is_reminded()

    @precondition(lambda self: self.steps % 8 == 7)
    @rule()
    def bot_restarts(self) -> None:
        self.steps += 1
        self.crowd.restarts()

    @precondition(lambda self: self.steps > 25)
    @rule()
    def period_closes(self) -> None:
        town = self.crowd.town
        ward = self.crowd.run(town.read(lambda tx: tx.units.wards(local_date(town.watch()))[0]))
        periods = self.crowd.run(town.read(lambda tx: tx.periods.of_ward(ward.id)))
        self.crowd.run(town.change(lambda tx: tx.periods.close(periods[-1].id, town.watch())))

    def teardown(self) -> None:
        # What a failure leaves behind would fail another test, when its turn comes to be swept.
        with self.folder:
            if hasattr(self, "crowd"):
                self.crowd.closes()
