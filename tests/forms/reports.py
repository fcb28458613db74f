"""The shipped quarterly report before anything is answered, and what becomes of several answers to it."""

from __future__ import annotations

from pathlib import Path

from forms.prompt import Accepted, Change, Outcome
from forms.together import Together
from tests.support.forms import Conversation, around, form_of

SOURCE = (Path(__file__).parents[2] / "forms/library/khom_dinh_ky.md").read_text(encoding="utf-8")
SAVED = {"tong_so_ho": "412", "tong_nhan_khau": "1650", "ho_dang_ky_gdvh": "410"}
"""Figures of the last period."""


def next_quarter(kind: str = "quarter", **saved: str) -> Conversation:
    """Quarter I, after a last period of that kind."""
    given = {"ky_loai": "quarter", "ky_so": "1", "ky": "2021", "khom": "Khóm 1"}
    return Conversation(form_of(SOURCE), around(given=given, last_saved={"ky_loai": kind, **saved}))


def report(**saved: str) -> Conversation:
    """Quarter IV of a khóm, before anything is answered."""
    given = {"ky_loai": "quarter", "ky_so": "4", "ky": "2020", "khom": "Khóm 1"}
    return Conversation(form_of(SOURCE), around(given=given, last_saved=saved))


def change(outcome: Outcome) -> Change | None:
    assert isinstance(outcome, Accepted)
    return outcome.change


def names(together: Together) -> list[str]:
    return [answered.name for answered in together.answered]
