"""Words that say much or little and name no number: đông lắm, ít thôi, cũng kha khá, như mọi năm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from forms.values.fold import fold
from forms.values.tokens import Tokens

_SAYS_HOW_MANY = (
    "nhiều, ít, đông, kha khá, khá, vừa phải, vừa vừa, tàm tạm, tạm, tạm tạm, lắm, quá, vô số, một đống, cả đống, "
    "đa số, hầu hết, phần lớn, phần đông, số đông, phân nửa, một nửa, một số, một phần, dăm ba, dăm bảy, đôi ba, "
    "lèo tèo, lưa thưa, thưa thớt, đáng kể, bao nhiêu, hàng trăm, hàng chục, cả trăm, cả chục, "
    "như mọi năm, như năm ngoái, như năm trước, bằng năm ngoái, bằng năm trước, hơn năm ngoái, hơn năm trước"
)
_AROUND_IT = (
    "rất, cũng, hơi, tương đối, không, ko, k, chẳng, chả, chưa, có, được, thì, là, mà, thôi, luôn, dữ, ghê, nghẹt, đủ, "
    "vui, người, hộ, nhà, bà con, khóm, mình, năm nay, kỳ này, quý này, mọi năm, mọi khi, hơn, dạ, ạ, nha, nhé, em, "
    "kỳ trước, trước, năm ngoái, năm trước, đi, dự, tham gia, một, trời, lượt"
)


def _spelled(phrases: str) -> set[str]:
    """Each as it is written, and as it is typed without marks; "đồng" typed with its marks is no "đông"."""
    written = [phrase.split() for phrase in phrases.split(",")]
    return {" ".join(map(_key, words)) for words in written} | {" ".join(map(fold, words)) for words in written}


def _key(word: str) -> str:
    return fold(word) if word.isascii() else word


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


_CORE = re.compile(rf"(?<!\S)(?:{_any_of(_spelled(_SAYS_HOW_MANY))})(?!\S)")
_WHOLE = re.compile(rf"(?:(?:{_any_of(_spelled(_SAYS_HOW_MANY) | _spelled(_AROUND_IT))})(?: |$))+")


_NO_DONG = re.compile(r"(?:khong|ko|k) (?:co )?dong")
"""Without marks as likely no đồng as not many."""


def is_vague(tokens: Tokens) -> bool:
    """Whether everything that was said is such words and those around them."""
    said = " ".join(_key(token.raw) for token in tokens)
    if _NO_DONG.fullmatch(said):
        return False
    return _WHOLE.fullmatch(said) is not None and _CORE.search(said) is not None
