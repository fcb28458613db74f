"""Replies in every shape that the conversation can make, for the tests of all adapters."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from bot.messages import Choice, Command, Reply

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


def photo(width: int = 80, height: int = 60, colour: str = "teal") -> bytes:
    """A real JPEG."""
    file = BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG")
    return file.getvalue()
