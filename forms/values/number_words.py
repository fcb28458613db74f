"""Numbers in words, or in digits and words mixed: mười hai, hăm mốt, trăm rưỡi, ngàn hai, 1 triệu 2, 5 chục ngàn.

A small grammar, largest scale first. A lone digit after a scale counts its tenths ("trăm hai" = 120, "triệu hai" =
1.200.000) unless lẻ or linh stands between ("trăm lẻ hai" = 102).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from forms.values.fold import fold, keys
from forms.values.numerals import Numeral, read_numeral
from forms.values.tokens import Token, Tokens

DIGITS: Mapping[str, int] = {
    fold(word): value
    for value, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm nhăm", "sáu", "bảy bẩy", "tám", "chín")
    )
    for word in words.split()
}
_ONLY_AFTER_TENS = frozenset({"mốt", "lăm", "nhăm", "tư"})
"""A pair that ends with one of these leaves the tens word out: ba lăm, bốn tư, hai mốt."""
_NEVER_ALONE = frozenset({fold("lăm"), fold("nhăm")})
"""Alone, "lam" is lắm or làm."""
_SPELLED = frozenset(
    {"không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín"}
)

SCALES: tuple[tuple[Decimal, frozenset[str]], ...] = (
    (Decimal(10**9), keys("tỷ, tỉ")),
    (Decimal(10**6), keys("triệu, tr")),
    (Decimal(10**3), keys("nghìn, ngàn, k")),
    (Decimal(100), keys("trăm")),
)
_FIVE = fold("năm")
_TEN, _TENS, _TWENTY, _THIRTY = fold("mười"), keys("mươi, chục"), fold("hăm"), fold("băm")
_HALF, _ODD = fold("rưỡi"), keys("lẻ, linh")
_POINT = frozenset({"phẩy", "phay", "phảy"})
"""As written: folded, it would be the same as phải."""
NUMBER_WORDS = (
    frozenset(DIGITS)
    | frozenset().union(*(words for _, words in SCALES))
    | _TENS
    | _ODD
    | {_TEN, _TWENTY, _THIRTY, _HALF, *map(fold, _POINT)}
)
HOW_MANY_WORDS = frozenset({_TEN, _TWENTY, _THIRTY, _HALF})
"""The number words besides digits that say how many; a scale alone does not."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number that was put together; `sure` is False where the same words can mean another number."""

    value: Decimal
    sure: bool = True

    def plus(self, other: Spoken) -> Spoken:
        """The sum of two parts, doubtful if one of them is."""
        return Spoken(self.value + other.value, self.sure and other.sure)


def read_words(tokens: Tokens) -> Spoken | None:
    """The number that all the tokens together say; None if they say none."""
    spoken = _read(tokens)
    return Spoken(spoken.value, sure=False) if spoken and any(map(_is_another_word, tokens)) else spoken


def read_whole(tokens: Tokens) -> int | None:
    """The whole number that all the tokens together say beyond doubt; None otherwise."""
    spoken = read_words(tokens) if tokens else None
    return int(spoken.value) if spoken and spoken.sure and spoken.value == int(spoken.value) else None


def _is_another_word(token: Token) -> bool:
    """ "Bà" folds to the same as ba, but is another word, or a slip."""
    return token.key in DIGITS and not token.raw.isascii() and token.raw not in _SPELLED


def _read(tokens: Tokens) -> Spoken | None:
    if len(tokens) == 1 and tokens[0].is_numeral:
        numeral = read_numeral(tokens[0].raw)
        return Spoken(numeral.value) if numeral else None
    for scale, words in SCALES:
        places = [place for place, token in enumerate(tokens) if token.key in words]
        if places:
            return _scaled(tokens[: places[0]], scale, tokens[places[0] + 1 :])
    return _below_hundred(tokens)


def _scaled(before: Tokens, scale: Decimal, after: Tokens) -> Spoken | None:
    how_many = _how_many(before, scale)
    rest = _after_scale(after, scale)
    if how_many is None or rest is None or rest.value >= scale:
        return None
    if rest.value and how_many.value != int(how_many.value):
        return None
    return Spoken(how_many.value * scale, how_many.sure).plus(rest)


def _how_many(tokens: Tokens, scale: Decimal) -> Spoken | None:
    if not tokens:
        return Spoken(Decimal(1))
    if len(tokens) == 1 and tokens[0].is_numeral:
        numeral = read_numeral(tokens[0].raw)
        # "1.500 triệu": one and a half million, or fifteen hundred?
        return Spoken(numeral.value, sure=not numeral.one_mark) if numeral else None
    spoken = _read(tokens)
    return spoken if spoken is not None and (scale > 100 or spoken.value < 10) else None


def _after_scale(tokens: Tokens, scale: Decimal) -> Spoken | None:
    if not tokens:
        return Spoken(Decimal(0))
    if len(tokens) == 1:
        return _one_after_scale(tokens[0], scale)
    if tokens[0].key in _ODD:
        spoken = _below_hundred(tokens[1:])
        # "một ngàn lẻ năm" is 1.005; after a million it is seldom said and means anything.
        return Spoken(spoken.value, spoken.sure and scale <= 1000) if spoken else None
    spoken = _read(tokens)
    if spoken is not None and scale > 1000 and spoken.value < 1000:
        # "một triệu hai trăm" leaves the thousand out, as money is spoken of.
        return Spoken(spoken.value * scale / 1000, sure=False)
    return spoken


def _one_after_scale(token: Token, scale: Decimal) -> Spoken | None:
    if token.key == _HALF:
        return Spoken(scale / 2)
    if token.is_numeral:
        return _digits_after_scale(read_numeral(token.raw), scale)
    digit = DIGITS.get(token.key)
    if digit:
        # "Một trăm năm" is 150 to most and 105 to some.
        return Spoken(digit * scale / 10, sure=not (digit == 5 and scale == 100 and token.key == _FIVE))
    spoken = _below_hundred((token,))
    return Spoken(spoken.value, sure=False) if spoken else None


def _digits_after_scale(numeral: Numeral | None, scale: Decimal) -> Spoken | None:
    """1tr2 = 1,2 triệu and 1tr250 = 1,25 triệu; "1 triệu 20" and "1 trăm 5" can be heard in two ways."""
    if numeral is None or not numeral.written.isdecimal():
        return Spoken(numeral.value, sure=False) if numeral else None
    digits = len(numeral.written)
    if scale == 100:
        return Spoken(numeral.value) if digits == 2 else Spoken(numeral.value * 10, sure=False)
    if digits == 3 and scale == 1000:
        return Spoken(numeral.value)
    return Spoken(numeral.value * scale / 10**digits, sure=digits in {1, 3})


def _below_hundred(tokens: Tokens) -> Spoken | None:
    point = next((place for place, token in enumerate(tokens) if token.raw in _POINT), None)
    if point is not None:
        return _with_decimals(tokens[:point], tokens[point + 1 :])
    match [token.key for token in tokens]:
        case [one]:
            return _tens_or_unit(one)
        case [one, last] if last == _HALF and one in _TENS:
            return Spoken(Decimal(15))
        case [one, last] if last == _HALF and (unit := _unit(tokens[0])) is not None:
            return Spoken(unit + Decimal("0.5"))
        case [tens, last] if tens in {_TEN, _TWENTY, _THIRTY} or (tens in _TENS and last != _HALF):
            digit = DIGITS.get(last)
            return Spoken((_tens_or_unit(tens) or Spoken(Decimal(10))).value + digit) if digit else None
        case [one, tens] if tens in _TENS or tens == _TEN:
            return _times_ten(tokens[0])
        case [one, tens, last] if tens in _TENS or tens == _TEN:
            return _times_ten_and(tokens[0], last)
        case [one, last]:
            return _two_digits(tokens[0], tokens[1])
    return _digit_by_digit(tokens)


def _tens_or_unit(key: str) -> Spoken | None:
    if key in DIGITS and key not in _NEVER_ALONE:
        return Spoken(Decimal(DIGITS[key]))
    tens = {_TEN: 10, _TWENTY: 20, _THIRTY: 30, **dict.fromkeys(_TENS, 10)}.get(key)
    return Spoken(Decimal(tens)) if tens else None


def _unit(token: Token) -> Decimal | None:
    if token.is_numeral:
        return Decimal(token.raw) if token.raw.isdecimal() else None
    return Decimal(DIGITS[token.key]) if token.key in DIGITS else None


def _times_ten(token: Token) -> Spoken | None:
    unit = _unit(token)
    return Spoken(unit * 10) if unit else None


def _times_ten_and(token: Token, last: str) -> Spoken | None:
    tens = _times_ten(token)
    if tens is None:
        return None
    if last == _HALF:
        return Spoken(tens.value + 5)
    digit = DIGITS.get(last) or (int(last) if last.isdecimal() and len(last) == 1 else 0)
    return Spoken(tens.value + digit) if digit else None


def _two_digits(first: Token, second: Token) -> Spoken | None:
    """ "Ba lăm" is 35; "hai ba" may be 23, or two to three."""
    tens, unit = DIGITS.get(first.key), DIGITS.get(second.key)
    if not tens or unit is None:
        return None
    return Spoken(Decimal(10 * tens + unit), sure=second.raw in _ONLY_AFTER_TENS)


def _digit_by_digit(tokens: Tokens) -> Spoken | None:
    if len(tokens) < 3 or any(token.key not in DIGITS for token in tokens):
        return None
    return Spoken(Decimal("".join(str(DIGITS[token.key]) for token in tokens)), sure=False)


def _with_decimals(whole: Tokens, part: Tokens) -> Spoken | None:
    """ "Tám phẩy năm" is 8,5 and "tám phẩy hai lăm" 8,25."""
    spoken, after = _read(whole), _below_hundred(part)
    if spoken is None or after is None or after.value != int(after.value):
        return None
    return Spoken(spoken.value + Decimal(f"0.{after.value}"), spoken.sure and after.sure)
