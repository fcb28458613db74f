"""The words that people put behind a number: hộ, nhà, nóc gia, người, lượt; which of them count the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from forms.values.fold import fold_known, keys
from forms.values.tokens import Tokens

ANY_THING = keys("cái, đơn vị, trường hợp, tổng")
"""Said of anything that is counted."""

_SAME_THING: Sequence[frozenset[str]] = (
    keys("hộ, h, nhà, nóc gia, nóc nhà, nóc, gia đình, hộ dân, hộ gia đình, hộ nhà, căn hộ, gđ"),
    keys("người, ng, nhân khẩu, khẩu, người dân, lượt người, lượt, bà con, nhân mạng, em, cháu, cá nhân, thành viên"),
    keys("vụ, vụ việc, ca, việc"),
    keys("buổi, cuộc, lần, kỳ họp"),
    keys("căn, căn nhà, nhà"),
    keys("suất, phần, suất quà, phần quà, suất học bổng"),
    keys("gương, tấm gương, gương người tốt việc tốt"),
    keys("tập thể, tổ"),
    keys("công trình, việc, phần việc"),
    keys("khóm, ấp, khu phố"),
    keys("tuổi, t"),
    keys("mét, m"),
    keys("tuyến, tuyến đường, đường"),
    keys("hồ sơ, bộ, bộ hồ sơ"),
    keys("điểm, đ"),
)
_UNITS: frozenset[str] = ANY_THING.union(*_SAME_THING)
_LONGEST = max(len(unit.split()) for unit in _UNITS)


def split_unit(tokens: Tokens, asked: str = "") -> tuple[Tokens, str]:
    """The tokens without the unit at their end, and that unit's key ("" if there is none)."""
    known = _UNITS | {fold_known(asked)} if asked else _UNITS
    for length in range(min(max(_LONGEST, len(asked.split())), len(tokens)), 0, -1):
        unit = " ".join(token.key for token in tokens[-length:])
        if unit in known:
            return tokens[:-length], unit
    return tokens, ""


def count_the_same(typed: str, asked: str) -> bool:
    """Whether the typed unit fits the question's ("" = the question names none, so any fits)."""
    wanted = fold_known(asked)
    if not wanted or not typed or typed == wanted or typed in ANY_THING:
        return True
    return any({typed, wanted} <= words for words in _SAME_THING)


def is_unit(key: str) -> bool:
    """Whether the one folded word is (part of) a unit."""
    return key in _PARTS


_PARTS: frozenset[str] = frozenset(part for unit in _UNITS for part in unit.split())
