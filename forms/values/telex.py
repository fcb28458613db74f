"""Words typed while the Vietnamese keyboard was off: "hooj" (Telex) and "ho65" (VNI) are hộ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

_TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
_VOWEL_MARKS = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
"""Circumflex, horn, breve; in Telex the circumflex doubles the letter and the other two are a w."""
_TELEX_LETTERS = {"đ": "dd"}
_VNI_LETTERS = {"đ": "d9"}
_FINAL_CONSONANTS = "cghmnpt"

_WORDS = (
    "hộ nhà gia đình nóc người nhân khẩu vụ buổi lượt căn suất gương khóm tập thể cá đồng nghìn ngàn triệu tỷ tỉ trăm "
    "mươi mười một hai bốn năm lăm sáu bảy tám chín không có chưa rõ biết hôm nay qua ngày tháng như cũ giữ nguyên"
)


def mend(word: str) -> str:
    """The Vietnamese word behind the keys, for the words that answers are made of; any other word unchanged."""
    return _MENDED.get(word, word)


def _spellings(word: str) -> Iterator[str]:
    telex, vni, tone = "", "", ""
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        elif mark := _VOWEL_MARKS.get(char):
            telex, vni = telex + (telex[-1] if mark == "6" else "w"), vni + mark
        else:
            telex, vni = telex + _TELEX_LETTERS.get(char, char), vni + _VNI_LETTERS.get(char, char)
    for spelling, key in ((telex, tone[:1]), (telex.replace("uwow", "uow"), tone[:1]), (vni, tone[1:])):
        stem = spelling.rstrip(_FINAL_CONSONANTS)
        yield spelling + key
        yield stem + key + spelling[len(stem) :]


_MENDED: Mapping[str, str] = {
    spelling: word for word in _WORDS.split() for spelling in _spellings(word) if spelling != word
}
