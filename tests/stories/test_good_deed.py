"""A good deed with its photos."""

from __future__ import annotations

from bot.domain.submissions import Submission, SubmissionId
from storage.transaction import Transaction
from tests.channels.samples import photo
from tests.stories.filling import GOOD_DEED, tells_of_a_good_deed
from tests.support.talk import Town
from tests.support.talk.town import WITHHOLDS_FILES


async def deed(town: Town) -> Submission:
    def work(tx: Transaction) -> Submission:
        khom = tx.units.by_code("K1")
        assert khom is not None
        (found,) = tx.submissions.of_family([khom.id], "guong_ntvt")
        return found

    return await town.read(work)


async def test_lan_records_a_good_deed_with_two_photos(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await tells_of_a_good_deed(lan, "5 triệu")
    await lan.sends_photo(photo(colour="teal"))
    await lan.sees("Đã nhận 1/5 ảnh.")
    await lan.sends_photo(photo(colour="navy"))
    await lan.sees("Đã nhận 2/5 ảnh.")
    await lan.presses("Xong")
    await lan.sees("nêu gương công khai")
    await lan.presses("Đồng ý")
    await lan.sees("Xem lại trước khi gửi", "(đã ghi, đang ẩn)")
    await lan.presses("Gửi về phường")
    await lan.sees("Mã: NT-K1-2020-001")
    sent = await deed(town)
    kept = await town.read(lambda tx: tx.attachments.of_submission(sent.id))
    assert len(kept) == 2
    for attachment in kept:
        assert (await town.parts.store.files.read(attachment.digest or "")).startswith(b"\xff\xd8")


async def test_what_is_no_photo_is_refused_and_a_sixth_is_too_many(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await tells_of_a_good_deed(lan)
    await lan.says("đây là ảnh")
    await lan.sees("Câu này cần ảnh.")
    await lan.sends_file(b"%PDF-1.4 a paper", "giay.pdf")
    await lan.sees("không đến được em" if town.channel in WITHHOLDS_FILES else "không phải là ảnh")
    for number, colour in enumerate(("red", "green", "blue", "teal"), start=1):
        await lan.sends_photo(photo(colour=colour))
        await lan.sees(f"Đã nhận {number}/5 ảnh.")
    await lan.sends_photo(photo(colour="navy"))
    await lan.sends_photo(photo(colour="black"))
    await lan.sees("Câu này nhận nhiều nhất 5 ảnh, mà em đã có 5 ảnh.")
    await lan.presses("Xong")
    await lan.sees("nêu gương công khai")


async def test_a_photo_for_a_question_in_words_is_answered_kindly(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(GOOD_DEED)
    await lan.presses("Cá nhân")
    await lan.sends_photo(photo())
    await lan.sees("Em nhận được ảnh, nhưng câu này cần trả lời bằng chữ hoặc số.", "Tên người")
    assert await town.read(lambda tx: tx.enclosures.of(SubmissionId(1))) == [], "who is in it has not been asked yet"


async def test_bo_qua_after_a_photo_ends_the_photos_and_keeps_them(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await tells_of_a_good_deed(lan)
    await lan.sends_photo(photo(colour="teal"))
    await lan.sees("Đã nhận 1/5 ảnh.")
    await lan.says("bỏ qua")
    await lan.sees("nêu gương công khai")
    await lan.presses("Đồng ý")
    await lan.presses("Gửi về phường")
    await lan.sees("Mã: NT-K1-2020-001")
    sent = await deed(town)
    assert len(await town.read(lambda tx: tx.attachments.of_submission(sent.id))) == 1
