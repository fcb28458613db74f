"""Words typed while the Vietnamese keyboard was off: "hooj" (Telex) and "ho65" (VNI) are hộ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

_WORD = re.compile(r"[^\W_]+")
_TONE, _DOUBLED = "\0", "\1"
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_TELEX = {**dict(zip(_TONES, "sfrxj", strict=True)), "\u0302": _DOUBLED, "\u031b": "w", "\u0306": "w", "đ": "dd"}
_VNI = {**dict(zip(_TONES, "12345", strict=True)), "\u0302": "6", "\u031b": "7", "\u0306": "8", "đ": "d9"}
"""The keys for the tones (sắc, huyền, hỏi, ngã, nặng), the circumflex, the horn, the breve and đ."""

_WORDS = (
    "hộ nhà gia đình nóc người nhân khẩu vụ buổi lượt căn suất gương khóm tập thể cá đồng nghìn ngàn triệu tỷ tỉ trăm "
    "mươi mười một hai bốn năm lăm sáu bảy tám chín không có chưa rõ biết hôm nay qua ngày tháng như cũ giữ nguyên "
    "nghèo cận đồng ý đạt đúng sai giờ phút sáng trưa chiều tối đêm khuya rưỡi kém"
)


def mend(text: str) -> str:
    """The lower-case text with the Vietnamese words behind the keys, as far as answers are made of them."""
    return _WORD.sub(lambda word: _MENDED.get(word[0], word[0]), text)


def _spellings(word: str) -> Iterator[str]:
    telex = "".join(_keys_of(letter, _TELEX) for letter in word)
    vni = "".join(_keys_of(letter, _VNI) for letter in word)
    for keys in (telex, telex.replace("uwow", "uow"), vni):
        letters, _, rest = keys.partition(_TONE)
        key, rest = rest[:1], rest[1:]
        final = rest.lstrip("aeiouwy")
        yield letters + key + rest  # right after the vowel that bears it: nghefo
        yield letters + rest.removesuffix(final) + key + final  # after all vowels: nguwowif
        yield letters + rest + key  # at the end: hooj


def _keys_of(letter: str, layout: Mapping[str, str]) -> str:
    """The keys of one letter; the tone's key stands last, behind a sign of its own."""
    if letter in layout:
        return layout[letter]
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    shape = "".join(layout[mark] for mark in marks if mark not in _TONES).replace(_DOUBLED, base)
    tone = "".join(_TONE + layout[mark] for mark in marks if mark in _TONES)
    return base + shape + tone


_MENDED: Mapping[str, str] = {
    spelling: word for word in _WORDS.split() for spelling in _spellings(word) if spelling != word
}
