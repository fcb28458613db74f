"""The example sheet of docs/forms.md passes the gate, and shows every extension that the page lists."""

from __future__ import annotations

import re
from pathlib import Path

from bot.domain.submissions import Empty
from forms.question import Privacy, Time
from forms.xform import parse_xform
from forms.xlsform import check_form

PAGE = Path(__file__).resolve().parents[2] / "docs" / "forms.md"


def example() -> str:
    """The code block with the survey."""
    blocks: list[str] = re.findall(r"```\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return next(block for block in blocks if "survey" in block)


def test_the_example_can_be_published() -> None:
    report = check_form(example(), ".md")
    assert report.findings == ()
    assert report.conversion is not None
    form = parse_xform(report.conversion.xform)
    households, poor, money = (form.by_name[name] for name in ("so_ho", "ho_ngheo", "tien"))
    assert (households.short, households.unit, households.time) == ("Tổng số hộ", "hộ", Time.STOCK)
    assert households.also == ("tổng", "số hộ")
    assert (poor.empties, poor.supplier) == ((Empty.NOTHING, Empty.UNKNOWN), "LĐTBXH")
    assert money.unit == "đồng"
    assert form.by_name["nguoi_neu"].privacy is Privacy.PERSONAL
    assert form.by_name["anh"].max_files == 3
    assert form.by_name["khom"].given
    assert households.warn is not None
    assert money.usual == 3


def test_the_example_has_every_column_that_the_page_explains() -> None:
    explained = set(re.findall(r"^\| `(bind::khom:\w+)`", PAGE.read_text("utf-8"), re.MULTILINE))
    assert len(explained) == 12
    assert explained <= set(re.findall(r"bind::khom:\w+", example()))
