"""The page for proof-reading says what the bot says: docs/loi-thoai.md is as docs/make_wording.py would write it."""

from __future__ import annotations

import re
import runpy

from bot.texts import addressing, answers, conversation, helping, interview
from forms.library import SHIPPED
from tests.guards.source import ROOT

PAGE: str = runpy.run_path(str(ROOT / "docs/make_wording.py"))["page"]()


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs/loi-thoai.md").read_text(encoding="utf-8") == PAGE, (
        "run: .venv/bin/python docs/make_wording.py"
    )


def test_no_sentence_and_no_question_is_left_out() -> None:
    for module in (addressing, answers, conversation, helping, interview):
        for name in (name for name in vars(module) if name.isupper()):
            assert re.search(rf"`{module.__name__.rpartition('.')[2]}\.{name}[`.\[]", PAGE), name
    for form in SHIPPED:
        assert f"## Phiếu: {form.title}" in PAGE
    assert "Khóm có tất cả bao nhiêu hộ ạ?" in PAGE


def test_da_is_said_once_in_a_while() -> None:
    begun = [line for line in PAGE.splitlines() if re.search(r"` (\(.*\) )?Dạ\b", line)]
    said = [line for line in PAGE.splitlines() if line.startswith("- ")]
    assert 0 < len(begun) < len(said) / 50


def test_nobody_is_reproached() -> None:
    """It is the bot that has not understood, never the person who was wrong."""
    scolding = re.compile(r"\b(bạn|sai rồi|nhập sai|không hợp lệ|lỗi của|phải nhập|bắt buộc phải)\b", re.IGNORECASE)
    heads = PAGE.split("## Mở kỳ báo cáo", maxsplit=1)[0] + PAGE[PAGE.index("## Phiếu") :]
    said = [line for line in heads.splitlines() if "(gõ được)" not in line]  # people may say so to the bot
    assert [line for line in said if scolding.search(line)] == []
