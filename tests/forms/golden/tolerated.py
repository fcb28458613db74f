"""Where ODK's web-forms engine and we differ, and are meant to: node by node, each with its reason.

The reasons are those of docs/forms.md, "Where we differ from ODK, and why". A difference that stands here must also
look like its reason, and a line that nothing needs any more fails the test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from bot.texts import forms as texts


class Reason(Enum):
    """Why a fact differs."""

    TRUTH = "a truth is stored as 1 or 0, as JavaRosa does, not as a word"
    BLANKS = "sum, min and max pass over blanks, as in JavaRosa, where web-forms gives a blank"
    NO_ROWS = "the sum over no rows is 0, as in JavaRosa and XPath, where web-forms gives a blank"
    TRANSLATION = "a missing translation falls back to the default language, where web-forms shows pyxform's dash"
    EXPONENT = "numbers are written without an exponent and with the digits that JavaRosa writes"
    NAN = "concat() writes a missing number as NaN, as JavaRosa and XPath do, where web-forms leaves it out"
    DATE_NUMBER = "format-date() takes a number of days, as in JavaRosa, where web-forms gives a blank"
    BLANK_ROW = "a row of a repeat without a name is no choice; web-forms offers a blank one"
    NO_LABEL = "a choice without words is shown by its value, where web-forms shows nothing"
    OTHER = "or_other speaks Vietnamese, where pyxform writes its own English"
    SHUFFLED = "randomize() without a seed gives another order every time"
    BIG_IMAGE = "the address of a big-image is no part of the words, where web-forms writes it behind them"
    UPLOAD = "a hidden photo reads as blank like every hidden answer; web-forms goes on showing it"


_NUMBERS = re.compile(r" \d+\b")

LOOKS_LIKE: Mapping[Reason, Callable[[Any, Any], bool]] = {
    Reason.TRUTH: lambda ours, theirs: (ours, theirs) in {("1", "true"), ("0", "false")},
    Reason.BLANKS: lambda ours, theirs: theirs in {"", _NUMBERS.sub("", ours)},
    Reason.NO_ROWS: lambda ours, theirs: theirs == "" and float(ours) == 0,
    Reason.TRANSLATION: lambda ours, theirs: _without_dash(theirs, ours),
    Reason.EXPONENT: lambda ours, theirs: abs(Decimal(ours) / Decimal(theirs) - 1) < Decimal("1e-15"),
    Reason.NAN: lambda ours, theirs: ours.replace("NaN", "").strip() == theirs.strip(),
    Reason.DATE_NUMBER: lambda ours, theirs: bool(ours) and theirs == "",
    Reason.BLANK_ROW: lambda ours, theirs: ours == [choice for choice in theirs if choice != ["", ""]],
    Reason.NO_LABEL: lambda ours, theirs: (
        [value for value, _ in ours] == [value for value, _ in theirs]
        and all(one == other or (one[1] == one[0] and not other[1]) for one, other in zip(ours, theirs, strict=True))
    ),
    Reason.OTHER: lambda ours, theirs: ours == _in_vietnamese(theirs),
    Reason.SHUFFLED: lambda ours, theirs: isinstance(ours, list) and sorted(ours) == sorted(theirs),
    Reason.BIG_IMAGE: lambda ours, theirs: re.fullmatch(f"{re.escape(ours)}jr://images/[^/]+", theirs) is not None,
    Reason.UPLOAD: lambda ours, theirs: ours == "" and bool(theirs),
}


@dataclass(frozen=True, slots=True)
class Tolerated:
    """One fact of one node that may differ."""

    form: str
    path: str
    """Without row numbers, and without the root."""
    fact: str
    reason: Reason


TOLERATED: tuple[Tolerated, ...] = (
    Tolerated("calc_chain", "b10", "value", Reason.BLANKS),
    Tolerated("calc_chain", "b11", "value", Reason.BLANKS),
    Tolerated("calc_chain", "b12", "value", Reason.BLANKS),
    Tolerated("repeat_counted", "tuoi_lon", "value", Reason.BLANKS),
    Tolerated("repeat_open", "tong", "value", Reason.BLANKS),
    Tolerated("repeat_open", "tong_cao", "value", Reason.BLANKS),
    Tolerated("repeat_open", "it", "value", Reason.BLANKS),
    Tolerated("repeat_open", "nhieu", "value", Reason.BLANKS),
    Tolerated("repeat_open", "con/phan", "value", Reason.BLANKS),
    Tolerated("repeat_open", "con/ghi", "label", Reason.BLANKS),
    Tolerated("repeat_nested", "tien_ca", "value", Reason.BLANKS),
    Tolerated("repeat_nested", "ho/tien_ho", "value", Reason.BLANKS),
    Tolerated("repeat_nested", "ho/so_lon", "value", Reason.NO_ROWS),
    Tolerated("repeat_nested", "lon", "value", Reason.NO_ROWS),
    Tolerated("numbers", "dung", "value", Reason.TRUTH),
    Tolerated("numbers", "va", "value", Reason.TRUTH),
    Tolerated("strings", "bat", "value", Reason.TRUTH),
    Tolerated("numbers", "rat_nho", "value", Reason.EXPONENT),
    Tolerated("numbers", "mu", "value", Reason.EXPONENT),
    Tolerated("pictures", "g/xem", "label", Reason.BIG_IMAGE),
    Tolerated("defaults", "hom_truoc", "value", Reason.DATE_NUMBER),
    Tolerated("languages", "tuoi", "hint", Reason.TRANSLATION),
    Tolerated("languages", "ten", "hint", Reason.TRANSLATION),
    Tolerated("languages", "mau", "label", Reason.TRANSLATION),
    Tolerated("languages", "mau", "choices", Reason.TRANSLATION),
    Tolerated("languages", "ten_mau", "value", Reason.TRANSLATION),
    Tolerated("languages", "n", "label", Reason.TRANSLATION),
    Tolerated("select_from_repeat", "pho", "choices", Reason.BLANK_ROW),
    Tolerated("select_from_repeat", "thu", "choices", Reason.BLANK_ROW),
    Tolerated("tables", "tong", "value", Reason.NO_ROWS),
    Tolerated("many_choices", "thich_other", "label", Reason.OTHER),
    Tolerated("many_choices", "ten_dau", "value", Reason.OTHER),
    Tolerated("many_choices", "ten_thich", "value", Reason.OTHER),
    Tolerated("many_choices", "vi_sao", "label", Reason.OTHER),
    Tolerated("many_choices", "ghet_other", "label", Reason.OTHER),
    *(Tolerated("many_choices", name, "choices", Reason.OTHER) for name in ("mon", "thich", "ghet", "hang", "mot")),
    Tolerated("guong_ntvt", "hinh_anh/minh_chung", "value", Reason.UPLOAD),
)


def tolerated(form: str, path: str, fact: str) -> list[Tolerated]:
    """The lines for one fact."""
    return [line for line in TOLERATED if (line.form, line.path, line.fact) == (form, path, fact)]


def _without_dash(theirs: Any, ours: Any) -> bool:
    """Whether all that differs is a dash in their text, with our word in its place."""
    if isinstance(theirs, list):
        return all(one == other or other[1] in {"-", ""} for one, other in zip(ours, theirs, strict=True))
    return theirs == "-" or bool(theirs.endswith(" -") and ours.startswith(theirs.removesuffix("-")))


def _in_vietnamese(theirs: Any) -> Any:
    if isinstance(theirs, list):
        return [[value, _in_vietnamese(label)] for value, label in theirs]
    return theirs and theirs.replace("Specify other.", texts.OTHER_QUESTION).replace("Other", texts.OTHER_CHOICE)
