"""Replies in every shape that the conversation can make, for the tests of all adapters."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from PIL import Image

from bot.messages import Attachment, AttachmentKind, Choice, Command, Reply

PLAIN = Reply(text="Đã ghi: 412 hộ.")

QUESTION = Reply(
    heading="Câu 3/9 · Hộ gia đình",
    text="Khóm có tất cả bao nhiêu hộ ạ?",
    hint="Ví dụ: 412",
    rows=(
        (Choice(id="7.keep", label="Giữ nguyên 410"),),
        (Choice(id="7.back", label="Quay lại", way_out=True), Choice(id="7.skip", label="Bỏ qua", way_out=True)),
    ),
)

MENU = Reply(
    text="Cần em giúp việc gì ạ?",
    rows=tuple((Choice(id=f"@{number}", label=f"Việc thứ {number}"),) for number in range(1, 13)),
)

YES_NO = Reply(text="Có đúng không ạ?", rows=((Choice(id="9.y", label="Đúng"), Choice(id="9.n", label="Không đúng")),))

MARKUP = Reply(
    heading="<b>Đậm</b> & *sao*",
    text="1 < 2 & 3 > 2, _gạch_ [ngoặc](x) `mã` \\ {ngoặc nhọn} %s",
    hint="</p><script>alert(1)</script>",
    rows=((Choice(id="1.<&>", label="<nút> & *nút*"),),),
)

LONGEST_ID = Reply(text="Chọn một.", rows=((Choice(id="8." + "x" * 62, label="Một lựa chọn rất dài" + " dài" * 10),),))

COMMANDS = Reply(text="Chào bà Lan.", commands=(Command(name="menu", label="Về đầu"),))

LONG_TEXT = "\n\n".join(f"Đoạn {number}. " + "Nội dung báo cáo của khóm. " * 8 for number in range(1, 24))
"""About 5,000 characters."""

SHAPES = {
    "plain": PLAIN,
    "question": QUESTION,
    "menu": MENU,
    "yes or no": YES_NO,
    "markup": MARKUP,
    "longest choice id": LONGEST_ID,
    "commands": COMMANDS,
    "long": Reply(heading="Hướng dẫn", text=LONG_TEXT, rows=YES_NO.rows),
}

RSVP = (
    (Choice(id="@notice:coming:12", label="Dự được"), Choice(id="@notice:away:12", label="Xin vắng")),
    (Choice(id="@notice:ask:12", label="Hỏi lại"),),
)
INVITATION = Reply(
    heading="MỜI HỌP · Phường <Mỹ Thới> & bạn",
    text="Mời bà Lan họp lúc 8 giờ.\n\nĐem theo <sổ> & bút.",
    hint="Xin bấm một nút ạ.",
    rows=RSVP,
)
LETTER = Attachment(kind=AttachmentKind.DOCUMENT, name="Giấy mời.pdf", mime="application/pdf", size=12)
PLAN = Attachment(kind=AttachmentKind.DOCUMENT, name="Kế hoạch.docx", size=12)

ANNOUNCEMENTS = {
    "with buttons": INVITATION,
    "over the limit": Reply(heading="THÔNG BÁO", text=LONG_TEXT, hint="Đọc xong xin bấm ạ.", rows=RSVP),
    "with a file": Reply(heading="THÔNG BÁO", text="Xem giấy mời.", rows=RSVP, attachments=(LETTER,)),
    "with two files": Reply(text="Xem giấy mời.", rows=RSVP, attachments=(LETTER, PLAN)),
    "a file with much to say": Reply(text=LONG_TEXT[:1500].strip(), rows=RSVP, attachments=(LETTER,)),
}
"""What goes out to many."""


def photo(width: int = 80, height: int = 60, colour: str = "teal") -> bytes:
    """A real JPEG."""
    file = BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG")
    return file.getvalue()


def document(name: str) -> bytes:
    """A small file that is what its name says: PDF, or the beginnings of a Word document."""
    if name.endswith(".pdf"):
        return b"%PDF-1.4\n%%EOF\n"
    file = BytesIO()
    with ZipFile(file, "w") as parts:
        for part in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            parts.writestr(part, "<x/>")
    return file.getvalue()
