"""What only a phone that talks to an Official Account can do."""

from __future__ import annotations

from tests.support.talk import Member
from tests.support.talk.zalo_oa import ZaloOaPhone
from tests.support.zalo_oa import Person


def person_of(member: Member) -> Person:
    assert isinstance(member.phone, ZaloOaPhone)
    return member.phone.person
