"""What only a phone with Telegram can do."""

from __future__ import annotations

from tests.support.talk import Town
from tests.support.talk.telegram import TelegramPhone


def phone_of(town: Town, name: str = "lan") -> TelegramPhone:
    phone = town.member(name).phone
    assert isinstance(phone, TelegramPhone)
    return phone
