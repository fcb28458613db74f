"""What only a phone that talks to a Zalo bot can do."""

from __future__ import annotations

from tests.support.talk import Member
from tests.support.talk.zalo_bot import ZaloBotPhone
from tests.support.zalo_bot import Person


def zalo_person(member: Member) -> Person:
    assert isinstance(member.phone, ZaloBotPhone)
    return member.phone.person
