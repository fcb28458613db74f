"""What only a phone with one vendor's app can do."""

from __future__ import annotations

from tests.channels.samples import photo
from tests.support.talk import Member
from tests.support.talk.telegram import TelegramPhone
from tests.support.talk.zalo_bot import ZaloBotPhone
from tests.support.talk.zalo_oa import ZaloOaPhone


async def with_account(member: Member, what: str) -> None:
    """In the chat with an Official Account."""
    assert isinstance(member.phone, ZaloOaPhone)
    person = member.phone.person
    match what:
        case "sticker":
            person.sends_sticker()
        case "card":
            person.sends_card("Út", "84901234567")
        case "link":
            person.sends_link("https://zalo.me/pc")
        case "voice":
            person.sends_voice(b"\xff\xf1" + bytes(60))
        case "info":
            person.submits_info("84901234567")
        case _:
            person.unfollows()
            person.follows()


async def on_telegram(member: Member, what: str, text: str) -> None:
    """On Telegram."""
    assert isinstance(member.phone, TelegramPhone)
    person = member.phone.person
    match what:
        case "sticker":
            person.sends_sticker()
        case "contact":
            person.sends_contact("0901234567", of=0, name="Út")
        case "dice":
            person.sends(dice={"emoji": "🎲", "value": 3})
        case "voice":
            person.sends_voice()
        case "album":
            person.sends_album([photo(colour=colour) for colour in ("teal", "navy", "red")], caption=text[:900])
        case _:
            typed = person.says("421")
            person.edits(typed, text.strip() or "412")


async def on_zalo_bot(member: Member, what: str, text: str) -> None:
    """In the chat with a Zalo bot."""
    assert isinstance(member.phone, ZaloBotPhone)
    person = member.phone.person
    match what:
        case "sticker":
            person.sends_sticker()
        case "place":
            person.sends_something_else()
        case _:
            person.sends_photo(photo(), caption=text)
