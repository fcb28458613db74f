"""Yes and no as they are typed in the South and the North; "dạ" alone is politeness, not consent."""

from __future__ import annotations

from forms.values.findings import Clear, Found, Unread, Why
from forms.values.fold import fold_typed, keys

_YES = keys(
    "có, co, vâng, ừ, ừa, ừm, uh, uk, đúng, đúng rồi, đúng vậy, phải, phải rồi, rồi, ok, oke, okie, okay, okê, "
    "ô kê, được, dc, đc, đồng ý, đồng í, nhất trí, có rồi, rồi có, đã có, có chứ, chắc chắn, chắc, y, yes, "
    "xong rồi, đã xong, x"
)
_NO = keys(
    "không, ko, k, kg, khg, hông, hổng, hok, hong, không có, ko có, k có, hông có, hổng có, chưa, chưa có, "
    "chưa xong, sai, sai rồi, không đúng, ko đúng, thôi, không đồng ý, ko đồng ý, k đồng ý, không phải, ko phải, "
    "hông phải, không được, ko được, 0, no, chưa đồng ý, chưa hỏi, chưa hỏi được, chưa kịp hỏi"
)
_POLITE = keys("dạ, dạ dạ, dạ thưa, thưa, dạ em")
_BEFORE = frozenset({"da", "thua", "vang", "u"})
_AFTER = frozenset({"a", "nha", "nhe", "nghe", "em", "do", "luon", "het", "con", "chau"})


def read_yes_no(text: str) -> Found[bool]:
    """True for yes, False for no. "Chưa" is no: not yet."""
    words = fold_typed(text).split()
    while len(words) > 1 and words[-1] in _AFTER:
        words = words[:-1]
    if " ".join(words) in _POLITE:
        return Unread(Why.POLITE_ONLY)
    while len(words) > 1 and words[0] in _BEFORE and " ".join(words) not in _YES | _NO:
        words = words[1:]
    said = " ".join(words)
    if said in _YES:
        return Clear(True)
    return Clear(False) if said in _NO else Unread(Why.NO_YES_NO)
