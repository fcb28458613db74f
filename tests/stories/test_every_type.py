"""A form that has every type of question a chat can ask, talked through on every channel."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.form_files import checked, put_in_force
from bot.domain.submissions import Submission
from storage.transaction import Transaction
from tests.channels.samples import photo
from tests.support.talk import Member, Town
from tests.support.talk.town import WITHHOLDS_FILES

FAMILY, ENTRY = "guong_ntvt", "Ghi người tốt việc tốt"
PLACES = "\n".join(
    f"| | cho | c{number} | {name} |"
    for number, name in enumerate(
        ("Khóm 1", "Khóm 2", "Khóm 3", "Khóm Tân An", "Khóm Tân Thuận", "Khóm Tân Hòa", "Ấp Phú An", "Ấp Phú Thuận",
         "Ấp Phú Hòa", "Ấp Sa Nhiên", "Chợ Bà Tư", "Chợ Nàng Hai"),
        start=1,
    )
)  # fmt: skip
TABLE = f"""
| survey |
| | type | name | label | appearance | parameters | readonly | default | bind::khom:max | bind::khom:unit |
| | note | chao | Mời xem qua. |  |  |  |  |  | |
| | begin_group | g | Phần chung | field-list |  |  |  |  | |
| | note | doc | Xin tính cả năm nay. |  |  |  |  |  | |
| | integer | dem | Có mấy việc? |  |  |  |  |  | việc |
| | end_group |  |  |  |  |  |  |  | |
| | text | khom | Đơn vị |  |  | yes | Khóm 1 |  | |
| | text | ke | Xin kể rõ. | multiline |  |  |  |  | |
| | text | dt | Số điện thoại? | numbers |  |  |  |  | |
| | integer | tien | Hết bao nhiêu tiền? |  |  |  |  |  | đồng |
| | decimal | dai | Đường dài mấy cây số? |  |  |  |  |  | km |
| | range | sao | Bà con chấm mấy điểm? |  | start=0 end=5 step=1 |  |  |  | điểm |
| | range | phan | Làm được mấy phần trăm? |  | start=0 end=100 step=5 |  |  |  | |
| | date | ngay | Ngày nào? |  |  |  |  |  | |
| | date | thang | Tháng nào bắt đầu? | month-year |  |  |  |  | |
| | date | nam | Đường cũ làm năm nào? | year |  |  |  |  | |
| | time | gio | Mấy giờ họp? |  |  |  |  |  | |
| | dateTime | luc | Lúc nào xong? |  |  |  |  |  | |
| | select_one cho | cho | Làm ở đâu? |  |  |  |  |  | |
| | select_multiple cho | di | Ai cùng đi? | minimal |  |  |  |  | |
| | select_one muc | muc | Bà con hài lòng không? | likert |  |  |  |  | |
| | select_one viec or_other | viec | Việc gì? | quick |  |  |  |  | |
| | rank muc | xep | Xếp từ nhiều đến ít. |  |  |  |  |  | |
| | image | anh | Xin gửi ảnh. |  |  |  |  | 2 | |
| | image | ky | Xin ký tên. | signature |  |  |  |  | |
| | audio | noi | Xin nói vài lời. |  |  |  |  |  | |
| | video | phim | Có quay phim không? |  |  |  |  |  | |
| | file | tep | Xin gửi biên bản. |  |  |  |  |  | |
| | geopoint | vitri | Công trình ở đâu? |  |  |  |  |  | |
| | barcode | ma | Mã trên bảng là gì? |  |  |  |  |  | |
| | acknowledge | dung | Các điều trên là đúng. |  |  |  |  |  | |
| choices |
| | list_name | name | label         |
| | muc       | tot  | Rất hài lòng  |
| | muc       | vua  | Hài lòng      |
| | muc       | kem  | Chưa hài lòng |
| | viec      | duong | Làm đường    |
| | viec      | cau  | Bắc cầu       |
{PLACES}
"""
SENT = {
    "dem": "3",
    "khom": "Khóm 1",
    "ke": "Bà con góp công, góp của.",
    "dt": "0912345678",
    "tien": "1200000",
    "dai": "1.5",
    "sao": "4",
    "phan": "75",
    "ngay": "2020-11-18",
    "thang": "2020-06-01",
    "nam": "2018-01-01",
    "gio": "14:00:00.000+07:00",
    "luc": "2020-12-14T08:30:00.000+07:00",
    "cho": "c8",
    "di": "c1 c9 c12",
    "muc": "vua",
    "viec": "other",
    "viec_other": "đào mương",
    "xep": "kem vua tot",
    "vitri": "10.29 105.75 0 0",
    "ma": "DN4879-01",
    "dung": "OK",
}
OGG = b"OggS\x00\x02" + b"\x00" * 20 + b"\x01\x13OpusHead" + b"\x00" * 60
FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 64


@pytest.fixture
def form_file(tmp_path: Path) -> Path:
    file = tmp_path / "moi-kieu.md"
    file.write_text(TABLE, encoding="utf-8")
    return file


async def numbers_and_words(lan: Member) -> None:
    await lan.sees("Mời xem qua.")
    await lan.presses("Tiếp")
    await lan.sees("Xin tính cả năm nay.\n\nCó mấy việc?")
    await lan.says("ba việc")
    await lan.sees("Em ghi: 3 việc.", "Đơn vị\nKhóm 1")
    await lan.presses("Tiếp")
    await lan.says("Bà con góp công, góp của.", "+84 912 345 678")
    await lan.sees("Em ghi: 0912 345 678.", "Hết bao nhiêu tiền?")
    await lan.says("1tr2", "1,5")
    await lan.sees("Em ghi: 1,5 km.", "Bà con chấm mấy điểm?")
    await lan.says("7")
    await lan.sees("Em đọc là 7. Câu này nhận từ 0 đến 5")
    await lan.presses("4")
    await lan.sees("Em ghi: 4 điểm.", "Làm được mấy phần trăm?")
    await lan.says("72")
    await lan.sees("cách nhau 5; gần nhất là 70.")
    await lan.says("75")


async def days_and_times(lan: Member) -> None:
    await lan.says("18/11", "tháng 6", "2018")
    await lan.sees("Em ghi: 2018.", "Mấy giờ họp?")
    await lan.says("2 giờ")
    await lan.sees("Em đọc là 2 giờ chiều. Có đúng không ạ? Nếu không phải, xin gõ: 2 giờ sáng.")
    await lan.presses("Đúng vậy")
    await lan.sees("Em ghi: 2 giờ chiều.", "Lúc nào xong?")
    await lan.says("8h30")
    await lan.sees("chưa thấy ngày")
    await lan.says("hôm qua lúc 8h30")
    await lan.sees("Em ghi: 8 giờ 30 sáng ngày 14/12/2020.", "Đang hiện dòng 1 đến 8 trong 12.")


async def choices(lan: Member) -> None:
    await lan.presses("Xem tiếp")
    await lan.sees("Đang hiện dòng 9 đến 12 trong 12.")
    await lan.says("thuan")
    await lan.sees("Có 2 dòng có chữ “thuan”.", "Làm ở đâu?")
    await lan.presses("Ấp Phú Thuận")
    await lan.sees("Em ghi: Ấp Phú Thuận.", "Ai cùng đi?")
    await lan.presses("Khóm 1")
    await lan.says("nàng hai")
    await lan.sees("Em ghi: Khóm 1, Chợ Nàng Hai.")
    await lan.says("phú hòa", "xong")
    await lan.sees("Em ghi: Khóm 1, Ấp Phú Hòa, Chợ Nàng Hai.", "Bà con hài lòng không?")
    await lan.presses("Hài lòng", "Khác")
    await lan.sees("Xin ghi rõ là gì ạ?")
    await lan.says("đào mương")
    await lan.sees("Xếp từ nhiều đến ít.")
    await lan.presses("Chưa hài lòng")
    await lan.sees("Em ghi: 1. Chưa hài lòng.")
    await lan.says("xong")
    await lan.sees("Còn 2 dòng chưa xếp.")
    await lan.presses("Hài lòng")
    await lan.sees("Em ghi: 1. Chưa hài lòng, 2. Hài lòng, 3. Rất hài lòng.", "Xin gửi ảnh.")


async def files_and_places(lan: Member, *, withheld: bool) -> None:
    await lan.sends_photo(photo(colour="teal"))
    await lan.sees("Đã nhận 1/2 ảnh.")
    await lan.presses("Xong")
    await lan.sends_photo(photo(colour="navy"))
    await lan.sees("Em ghi: 1 ảnh.", "Xin nói vài lời.")
    await lan.sends_photo(photo(colour="red"))
    await lan.sees("không phải là ghi âm")
    await lan.sends_file(OGG, "loi.ogg")
    await lan.sees("Em ghi: 1 bản ghi âm.", "Có quay phim không?")
    await lan.sends_file(FILM, "phim.mp4")
    if withheld:
        await lan.sees("không đến được em", "Có quay phim không?")
        await lan.presses("Bỏ qua", "Bỏ qua")
        await lan.sees("Công trình ở đâu?", "dán đường dẫn bản đồ")
    else:
        await lan.sees("Em ghi: 1 video.", "Xin gửi biên bản.")
        await lan.sends_file(b"MZ\x90\x00 a program", "bien-ban.exe")
        await lan.sees("có thể gây hại cho máy")
        await lan.sends_file(b"%PDF-1.4 minutes", "bien-ban.pdf")
        await lan.sees("Em ghi: 1 tệp.", "Công trình ở đâu?", "dán đường dẫn bản đồ")
    await lan.says("https://maps.app.goo.gl/abc")
    await lan.sees("Đường dẫn này không ghi rõ tọa độ")
    await lan.shares_place(10.29, 105.75)
    await lan.sees("Em ghi: vị trí 10.29000, 105.75000.", "Mã trên bảng là gì?")
    await lan.says("DN4879-01")
    await lan.presses("Đã đọc")


async def publishes(town: Town, form_file: Path) -> None:
    """As the operator does at the console."""
    found, at = checked(form_file), town.watch()
    await town.change(lambda tx: put_in_force(tx, found, family=FAMILY, at_once=True, at=at))


async def test_lan_answers_every_type_of_question(town: Town, form_file: Path) -> None:
    await publishes(town, form_file)
    lan = town.lan
    await lan.joins()
    await lan.presses(ENTRY)
    await numbers_and_words(lan)
    await days_and_times(lan)
    await choices(lan)
    await files_and_places(lan, withheld=town.channel in WITHHOLDS_FILES)
    await lan.sees("Xem lại trước khi gửi", "Các điều trên là đúng: đã đọc")
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")

    def sent(tx: Transaction) -> Submission:
        khom = tx.units.by_code("K1")
        assert khom is not None
        (found,) = tx.submissions.of_family([khom.id], FAMILY)
        return found

    submission = await town.read(sent)
    (revision,) = await town.read(lambda tx: tx.submissions.revisions(submission.id))
    files = {"anh", "ky", "noi"} | ({"phim", "tep"} if town.channel not in WITHHOLDS_FILES else set())
    assert {name: value for name, value in revision.values.items() if name not in files} == SENT
    assert files <= revision.values.keys()
    assert len(await town.read(lambda tx: tx.attachments.of_submission(submission.id))) == len(files)


async def test_a_place_for_a_question_in_words_is_answered_kindly(town: Town, form_file: Path) -> None:
    await publishes(town, form_file)
    lan = town.lan
    await lan.joins()
    await lan.presses(ENTRY)
    await lan.presses("Tiếp")
    await lan.shares_place(10.29, 105.75)
    await lan.sees("Có mấy việc?")
