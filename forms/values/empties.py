"""Answers that are no value: "chưa rõ" (not known yet), "không phát sinh" (nothing happened), "như cũ" (as before)."""

from __future__ import annotations

from enum import StrEnum

from forms.values.fold import fold_typed, keys


class Blank(StrEnum):
    """What kind of no value it is."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    UNCHANGED = "unchanged"


_SAID = {
    Blank.UNKNOWN: keys(
        "chưa có số, chưa có số liệu, chưa có số cụ thể, chưa số, chưa rõ, chưa rõ số, chưa biết, chưa bit, "
        "không bit, ko bit, hông bit, chưa biết số, chưa hỏi, chưa nắm, "
        "chưa nắm được, chưa nắm rõ, chưa thống kê, chưa tổng hợp, chưa đếm, chưa tính, chưa kịp, chưa có báo cáo, "
        "chưa chắc, không biết, ko biết, k biết, hông biết, hổng biết, không rõ, ko rõ, k rõ, hông rõ, không nhớ, "
        "ko nhớ, không nắm, không nắm rõ, không có số, không có số liệu, ko có số liệu, quên, quên rồi, để hỏi lại, "
        "để hỏi đã, hỏi lại đã, để coi lại, để xem lại, để kiểm tra lại, chờ số, chờ số liệu, đang chờ số, "
        "chưa có kết quả, ?, ??, ???"
    ),
    Blank.NOTHING: keys(
        "không phát sinh, ko phát sinh, k phát sinh, hông phát sinh, hổng phát sinh, không có phát sinh, "
        "ko có phát sinh, không ps, ko ps, kps, không phát sinh gì, chưa phát sinh, không xảy ra, không có xảy ra"
    ),
    Blank.UNCHANGED: keys(
        "như cũ, y cũ, y như cũ, vẫn như cũ, như trước, vẫn như trước, như kỳ trước, y kỳ trước, như quý trước, "
        "như lần trước, như đợt trước, giống kỳ trước, giống lần trước, giống như cũ, giữ nguyên, giữ nguyên số cũ, "
        "giữ số cũ, số cũ, không đổi, ko đổi, k đổi, không thay đổi, ko thay đổi, không có thay đổi, "
        "không thay đổi gì, vẫn vậy, vẫn thế, y vậy, như kỳ rồi, như quý rồi"
    ),
}
_NOTHING_AT_ALL = keys(
    "không, không có, không có gì, ko, ko có, k, k có, hông, hông có, hổng, hổng có, hok, khg, kg, không có ai, "
    "không có gì hết, không có ý kiến, không ý kiến, chưa có, chưa có gì, không có khó khăn, không có kiến nghị"
)
_AROUND = frozenset({"da", "thua", "vang", "a", "nha", "nhe", "nghe", "em", "het", "luon", "dau", "nua", "do"})
"""Courtesy at either end."""
_WHO_AND_WHAT = keys("tôi, tui, mình, câu, này, cái, thì, mà")
"""Who says it, and of what: "câu này tui hổng biết"."""


def read_blank(text: str) -> Blank | None:
    """Which of the three it is; None if it is an answer (or nothing that is known)."""
    said = _without_courtesy(text)
    return next((blank for blank, words in _SAID.items() if said in words), None)


def says_nothing(text: str) -> bool:
    """Whether a free text answer says that there is nothing to tell: "không có", "không có gì"."""
    return fold_typed(text) in _NOTHING_AT_ALL or _without_courtesy(text) in _NOTHING_AT_ALL


def _without_courtesy(text: str) -> str:
    words = fold_typed(text).split()
    while len(words) > 1 and words[0] in _AROUND | _WHO_AND_WHAT:
        words = words[1:]
    while len(words) > 1 and words[-1] in _AROUND | _WHO_AND_WHAT:
        words = words[:-1]
    return " ".join(words)
