"""One quantity in a typed answer, whatever it counts: what counts, decimals and money have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from forms.values.findings import Unread, Why
from forms.values.fold import fold, keys
from forms.values.number_words import DIGITS, HOW_MANY_WORDS, NUMBER_WORDS, Spoken, read_words
from forms.values.numerals import Numeral, read_numeral
from forms.values.tokens import Token, Tokens, key_text, take_apart
from forms.values.units import is_unit
from forms.values.vague import is_vague

_POLITE_START = keys(
    "dạ, thưa, vâng, ừ, có, là, được, tổng, cộng, tất, cả, gồm, đủ, số, bác, chị, anh, em, của, mình, tôi, tui, "
    "nhầm, lộn, sai, rồi, sửa, lại, xin, lỗi"
)
"""Also what is said before a figure that takes the place of another: "nhầm rồi, 301"."""
_POLITE_END = keys(
    "ạ, nha, nhé, nhe, nghe, đó, thôi, em, con, cháu, bạn, rồi, hết, luôn, à, ha, tất, cả, nghen, ơi, chẵn, tròn"
)
_PLACE, _PLACE_HAS = fold("khóm"), keys("có, mình, tôi, được, hiện")
_ZERO_START = keys("không, ko, k, kg, kh, khg, khong, hông, hổng, hok, hong, kong, hk, o, 0")
_ZERO_REST = keys("có, gì, ai, hết, nào, cả, luôn, một, phát, sinh, đâu, đồng")
_NOT_YET = fold("chưa")
_PERCENT = re.compile(r"%|\bphan tram\b|\bpt\b")
_PHONE = re.compile(r"(?:0|\+?84)\d{9}")
_ESTIMATES = keys("khoảng, chừng, hơn, gần, ước, dưới, trên, độ, áng, xấp, ngót, vài, mấy, nhiều, ít")
_ESTIMATES_WITH_MARKS = frozenset({"cỡ", "tầm"})
"""Without their marks these are other words (có, tám)."""
_TOMORROW = "mai"
"""Folded it is how "mấy" is."""
_ABOUT_TEN = "mươi"
"""At the beginning: "mươi hộ", ten or so."""
_MINUS, _RANGE = keys("âm") | {"-"}, keys("đến, tới") | {"-", "~"}
_OVER, _PLUS = keys("trên") | {"/"}, keys("cộng, với, và") | {"+"}
_SILENT = frozenset(":=*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what stood around it."""

    value: Decimal
    doubt: Why | None = None
    numeral: Numeral | None = None
    """Set where it was one numeral in digits without scale words."""
    unit: str = ""


SplitUnit = Callable[[Tokens], tuple[Tokens, str]]
"""Takes the unit off the end of the tokens."""


def read_quantity(text: str, split_unit: SplitUnit) -> Quantity | Unread:
    """The one quantity of the text; every way in which it can be misread is a doubt or a refusal."""
    tokens = take_apart(text)
    if refusal := _refused_as_written(text, tokens):
        return Unread(refusal)
    if is_vague(tokens):
        return Unread(Why.VAGUE)
    tokens = _without_courtesy(tokens)
    if zero := _zero(tokens):
        return zero
    for read in (_fraction, _sum, _restated):
        if quantity := read(tokens, split_unit):
            return quantity
    if refusal := _refused_as_said(tokens):
        return Unread(refusal)
    return _plain(tokens, split_unit) or _among_words(tokens)


def _refused_as_written(text: str, tokens: Tokens) -> Why | None:
    if _PERCENT.search(key_text(tokens)):
        return Why.PERCENT
    if _PHONE.fullmatch(re.sub(r"[\s.\-]", "", text)):
        return Why.PHONE
    return None if tokens else Why.NO_NUMBER


def _without_courtesy(tokens: Tokens) -> Tokens:
    """Without "dạ", "khóm mình có", "nha em": words around an answer that do not change it."""
    tokens = tuple(token for token in tokens if token.raw not in _SILENT)
    if len(tokens) > 1 and (tokens[0].raw, tokens[-1].raw) == ("(", ")"):
        tokens = tokens[1:-1]
    while len(tokens) > 1:
        if _is_courtesy(tokens[0], tokens[1]):
            tokens = tokens[1:]
        elif tokens[-1].key in _POLITE_END and not tokens[-1].is_numeral:
            tokens = tokens[:-1]
        else:
            break
    return tokens


def _is_courtesy(token: Token, following: Token) -> bool:
    if token.key == _PLACE:
        return following.key in _PLACE_HAS
    return token.key in _POLITE_START and token.raw not in _ESTIMATES_WITH_MARKS


def _zero(tokens: Tokens) -> Quantity | None:
    """ "Không", "ko có", "không hộ nào", "0 có": nothing to count. "Chưa có" may also mean not known yet."""
    if not tokens or tokens[0].key not in _ZERO_START | {_NOT_YET}:
        return None
    if any(token.key not in _ZERO_REST and not is_unit(token.key) for token in tokens[1:]):
        return None
    return Quantity(Decimal(0), Why.NOT_YET if tokens[0].key == _NOT_YET else None)


def _fraction(tokens: Tokens, split_unit: SplitUnit) -> Quantity | None:
    """153/167 hộ: the first is the figure, the second what it is out of."""
    places = [place for place, token in enumerate(tokens) if token.key in _OVER and place]
    if len(places) != 1:
        return None
    top, bottom = _plain(tokens[: places[0]], split_unit), _plain(tokens[places[0] + 1 :], split_unit)
    if top is None or bottom is None or top.value > bottom.value:
        return None
    return Quantity(top.value, Why.FRACTION, unit=bottom.unit)


def _sum(tokens: Tokens, split_unit: SplitUnit) -> Quantity | None:
    parts = _split(tokens, _PLUS)
    if len(parts) < 2:
        return None
    known = [quantity for part in parts if (quantity := _plain(part, split_unit)) is not None]
    if len(known) < len(parts) or len({part.unit for part in known} - {""}) > 1:
        return None
    return Quantity(sum((part.value for part in known), Decimal(0)), Why.SUM, unit=known[-1].unit)


def _restated(tokens: Tokens, split_unit: SplitUnit) -> Quantity | None:
    """412 (bốn trăm mười hai) hộ: one number, said twice."""
    if "(" not in {token.key for token in tokens}:
        return None
    start = next(place for place, token in enumerate(tokens) if token.key == "(")
    end = next((place for place, token in enumerate(tokens) if token.key == ")"), len(tokens))
    first = _plain(tokens[:start] + tokens[end + 1 :], split_unit)
    second = _plain(tokens[start + 1 : end], split_unit)
    return first if first and second and first.value == second.value else None


def _is_estimate(token: Token) -> bool:
    return token.raw in _ESTIMATES_WITH_MARKS or (token.key in _ESTIMATES and token.raw != _TOMORROW)


def _refused_as_said(tokens: Tokens) -> Why | None:
    raws = [token.raw for token in tokens]
    if any(_is_estimate(token) for token in tokens):
        return Why.ESTIMATE
    if raws[:1] == [_ABOUT_TEN]:
        return Why.ESTIMATE
    if not any(_is_number(token) for token in tokens):
        return Why.NO_NUMBER
    if tokens[0].key in _MINUS:
        return Why.NEGATIVE
    if any(token.key in _RANGE for token in tokens[1:-1]):
        return Why.RANGE
    return None


def _plain(tokens: Tokens, split_unit: SplitUnit) -> Quantity | None:
    """A number with nothing but a unit behind it."""
    tokens, unit = split_unit(_without_courtesy(tokens))
    if not _says_how_many(tokens):
        return None
    spoken = read_words(tokens)
    return _quantity(tokens, spoken, unit) if spoken else None


def _quantity(tokens: Tokens, spoken: Spoken, unit: str, doubt: Why | None = None) -> Quantity:
    numeral = read_numeral(tokens[0].raw) if len(tokens) == 1 and tokens[0].is_numeral else None
    return Quantity(spoken.value, doubt or (None if spoken.sure else Why.SPOKEN), numeral, unit)


def _among_words(tokens: Tokens) -> Quantity | Unread:
    """Exactly one number among words that are not understood: to be confirmed."""
    runs = [run for run in _runs_of_numbers(tokens) if _says_how_many(run)]
    if len(runs) != 1:
        return Unread(Why.SEVERAL if runs else Why.NO_NUMBER)
    spoken = read_words(runs[0])
    if spoken is None:
        return Unread(Why.SEVERAL if len(runs[0]) > 1 else Why.NO_NUMBER)
    return _quantity(runs[0], spoken, "", Why.EXTRA_WORDS)


def _says_how_many(tokens: Tokens) -> bool:
    """A scale word alone ("triệu") is no number, nor is the "không" of "không biết"."""
    return any(token.is_numeral or DIGITS.get(token.key) or token.key in HOW_MANY_WORDS for token in tokens)


def _runs_of_numbers(tokens: Tokens) -> Sequence[Tokens]:
    return [run for run in _split(tokens, frozenset(token.key for token in tokens if not _is_number(token))) if run]


def _is_number(token: Token) -> bool:
    return token.is_numeral or token.key in NUMBER_WORDS


def _split(tokens: Tokens, at: frozenset[str]) -> list[Tokens]:
    parts: list[Tokens] = [()]
    for token in tokens:
        if token.key in at:
            parts.append(())
        else:
            parts[-1] = (*parts[-1], token)
    return parts
