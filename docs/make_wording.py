"""Writes docs/loi-thoai.md: all that the bot says to people, as one text for a ward officer to proof-read.

Run it again after a change of wording (a test asks for it):

    .venv/bin/python docs/make_wording.py
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

from bot.texts.addressing import Said
from forms.labels import choice_labels
from forms.library import SHIPPED, ShippedForm
from forms.question import Question
from forms.template import Template
from forms.xform import Form, parse_xform
from forms.xlsform import to_xform

PAGE = Path(__file__).resolve().parent / "loi-thoai.md"

INTRODUCTION = """# Lời thoại

Mọi lời mà trợ lý nói với người dùng, để cán bộ phường đọc soát. Chỗ nào khó hiểu, cứng hay sai, xin ghi lại mã ở đầu
dòng và lời nên thay. Dấu «…» là chỗ máy điền vào: «who» là cách xưng hô (cô, bác …), «name» là tên, «shown» là điều
máy đã ghi, «typed» là lời người dùng vừa gõ, «example» là ví dụ.

Trang này do máy lập từ lời thoại đang dùng; xin đừng sửa trực tiếp.
"""

CHAPTERS = {
    "conversation": "Chào hỏi, menu, giúp đỡ",
    "addressing": "Xưng hô",
    "channel_names": "Tên các kênh",
    "joining": "Vào bằng mã, thêm kênh, chọn nơi nhận tin",
    "interview": "Hỏi, ghi, xem lại, gửi",
    "courtesy": "Lời lễ phép quanh chữ được gõ",
    "several": "Nhiều câu một lúc, giữ nguyên tất cả",
    "usual": "Số khác thường",
    "changes": "So với kỳ trước",
    "entrusting": "Gửi ảnh, ghi âm; nhờ phường ghi giúp",
    "sharing": "Hai người cùng làm một báo cáo",
    "carrying": "Hoàn cảnh khó khăn của kỳ trước",
    "helping": "Khi có người gặp khó",
    "reminders": "Nhắc báo cáo; tình hình mỗi sáng (cán bộ phường)",
    "report": "Báo cáo của khóm",
    "forms": "Khi phiếu không có lời riêng",
    "answers": "Khi câu trả lời chưa đọc được hoặc chưa rõ",
    "problems": "Khi một việc không làm được",
    "periods": "Mở kỳ báo cáo (cán bộ phường)",
    "figures": "Tình hình nộp, xuất số liệu (cán bộ phường)",
    "received": "Đọc báo cáo khóm đã gửi (cán bộ phường)",
    "inviting": "Mời người (cán bộ phường)",
    "posts": "Người phụ trách (cán bộ phường)",
    "announcing": "Thông báo: phường soạn và theo dõi",
    "receiving": "Thông báo: người nhận trả lời",
    "typing": "Nơi không có nút để bấm",
    "announcements": "Thông báo",
    "publishing": "Biểu mẫu (cán bộ phường)",
    "findings": "Lỗi trong biểu mẫu (cán bộ phường)",
    "zalo": "Thêm vào tin gửi qua Zalo",
    "zalo_oa": "Zalo OA của phường",
    "web": "Trang trò chuyện trên web",
    "quotas": "Khi kênh chỉ cho ít tin mỗi tháng",
    "open_files": "Trang nhận tệp qua đường dẫn",
}
"""By module of bot/texts, in the order in which a head meets them; what only operators read is left out."""

TYPED = re.compile(r"WORDS(_|$)")
"""Names of what people type."""
PLACE = re.compile(r"\{(\w+)\}")


def page() -> str:
    """The whole text."""
    parts = [INTRODUCTION]
    for name, title in CHAPTERS.items():
        parts.append(f"## {title}\n\n{''.join(_chapter(name))}")
    parts += [f"## Phiếu: {form.title}\n\n{''.join(_form_lines(form))}" for form in SHIPPED]
    return "\n".join(parts)


def _chapter(name: str) -> Iterator[str]:
    module = importlib.import_module(f"bot.texts.{name}")
    for constant, value in _constants(module):
        yield from _entry(f"{name}.{constant}", value)


def _constants(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The module's own declarations, in their order."""
    for constant, value in vars(module).items():
        if constant.isupper():
            yield constant, value


def _entry(code: str, value: object) -> Iterator[str]:
    match value:
        case str():
            yield _line(code, value)
        case Said(to=to, plain=plain):
            yield _line(code, f"{to} / {plain}")
        case tuple() if TYPED.search(code):
            yield _line(code, f"(gõ được) {' · '.join(map(str, value))}")
        case Mapping():
            for key, inner in value.items():
                yield from _entry(f"{code}[{_key(key)}]", inner)
        case tuple() if hasattr(value, "_asdict"):
            for field, inner in value._asdict().items():
                yield from _entry(f"{code}.{field}", inner)
        case tuple():
            for number, inner in enumerate(value, start=1):
                yield from _entry(f"{code}[{number}]", inner)


def _key(key: object) -> str:
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _line(code: str, text: str) -> str:
    said = PLACE.sub(r"«\1»", text).replace("\n", "<br>")
    return f"- `{code}` {said}\n"


def _form_lines(shipped: ShippedForm) -> Iterator[str]:
    form = parse_xform(to_xform(shipped.source().encode(), file_type=".md", family=shipped.family).xform)
    section = ""
    for question in form.asked:
        if question.sections and (heading := _words(form, question.sections[-1].label)) != section:
            section = heading
            yield f"\n### {section}\n\n"
        for what, text in _sayings(form, question):
            yield f"- `{question.name}` {what}{text}\n"


def _sayings(form: Form, question: Question) -> Iterator[tuple[str, str]]:
    """What is said around a question, each with its heading."""
    for what, template in (
        ("", question.label),
        ("gợi ý: ", question.hint),
        ("khi cần giúp: ", question.guidance),
        ("khi chưa hợp: ", question.constraint_message),
        ("khi bỏ trống: ", question.required_message),
        ("khi số lạ: ", question.warn_message),
    ):
        if text := _words(form, template):
            yield what, text
    if labels := choice_labels(form, question):
        yield "lựa chọn: ", " · ".join(labels.values())


def _words(form: Form, template: Template) -> str:
    """The text with a mark where an earlier answer is shown."""
    return template.render(form.vietnamese, lambda _: "«…»").replace("\n", "<br>") if template else ""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
