"""What people come for: the ways into every entry, and whole errands that chance alone would seldom run."""

from __future__ import annotations

from functools import cache

from exports.form_file import as_workbook
from handlers import HANDLERS
from tests.channels.samples import photo
from tests.stories.filling import QUARTER, REPORT
from tests.stories.test_every_type import TABLE

ENTRIES = sorted(
    {
        word
        for handler in HANDLERS
        for word in (handler.label, *handler.words[:1], *handler.words_anywhere[:1], f"/{handler.command}")
        if word.strip("/")
    }
)
"""What opens the entries of the menu, and what else can be opened by its words."""

FILES = {
    "anh.jpg": photo(),
    "hong.jpeg": b"\xff\xd8\xff",
    "giay.pdf": b"%PDF-1.4",
    "noi.ogg": b"OggS" + bytes(60),
    "bieu-mau.xlsx": b"PK\x03\x04",
    "phim.mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64),
}
FORM = "moi-kieu.xlsx"
"""A workbook in order, with every type of question."""

KEEPS = ("hoàn cảnh kỳ trước", "1")
"""What is asked before the report, where a case waits."""
SENDS = ("lan", (*KEEPS, "menu", REPORT, *QUARTER, "gửi về phường"))
LEAVES = ("lan", (*KEEPS, "menu", REPORT, "anh.jpg", "nhờ phường ghi giúp cả phiếu", "gửi về phường"))
ENTERS = ("hoa", ("khóm nhờ ghi giúp", "1", "4", "3", "2 triệu", "về phiếu", "nhờ khóm xác nhận"))
READS = ("hoa", ("tình hình nộp", "quý IV năm 2020", "Khóm 1", "2"))
INVITES = ("hoa", ("thông báo", "soạn thông báo mới", "mời họp", "Mời {tên} họp lúc 8 giờ.", "gửi ngay", "đồng ý gửi"))
ERRANDS = (
    (SENDS, READS),
    (LEAVES,),
    (LEAVES, ENTERS, ("lan", ("xem ghi giúp", "chưa đúng"))),
    (LEAVES, ENTERS, ("minh", ("đúng", "xem ghi giúp", "đúng")), READS),
    (("lan", ("hoàn cảnh kỳ trước", "1", "3", "2")),),
    (("lan", ("menu", REPORT, "nhập nhanh", "412; 1.650; 410; 389")), ("minh", ("menu", REPORT, "làm tiếp", "415"))),
    (INVITES, ("lan", ("xin vắng",)), ("minh", ("hỏi lại", "mấy giờ ạ?")), ("hoa", ("thông báo", "1", "ai chưa đọc"))),
    (INVITES, ("minh", ("cử người khác", "bà Sáu")), ("hoa", ("xem thông báo", "ai dự, ai vắng"))),
    (("hoa", ("biểu mẫu", FORM, "1", "thử phiếu", "tiếp")),),
    (("hoa", ("mời người", "1", "1", "Lê Thị Út")),),
)
"""Who, and what is typed or, where it is the name of a file, sent, one after the other; then the next person."""


def content_of(file: str) -> bytes | None:
    """The file of that name; None: it is something to type."""
    return _form() if file == FORM else FILES.get(file)


@cache
def _form() -> bytes:
    return as_workbook(TABLE.encode(), ".md", "Mọi kiểu")
