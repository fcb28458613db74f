"""Years of birth: 1962, sn 62, and the doubt whether 62 is a year or an age."""

from __future__ import annotations

import re
from datetime import date

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import fold_typed
from forms.values.number_words import read_words
from forms.values.tokens import take_apart

EARLIEST = 1900
OLDEST = 120

_ANNOUNCED = re.compile(r"(?:sinh nam|nam sinh|s n|sn|sinh|nam)(?: la)? ")
_AROUND = re.compile(r"^(?:da|thua|ong|ba|co|anh|chi|toi|em) (?=\S)| (?:a|nha|nhe|em)$")
_AGE = re.compile(r"(\d{1,3}) ?(?:tuoi|t)")
_WHOLE_DATE = re.compile(r"\d{1,2}[ ]\d{1,2}[ ](\d{4})")


def read_birth_year(text: str, today: date) -> Found[int]:
    """The year; of a whole date of birth only the year is taken."""
    said = _AROUND.sub("", fold_typed(text))
    if age := _AGE.fullmatch(said):
        return _of_age(int(age[1]), today)
    announced = _ANNOUNCED.match(said)
    said = said[announced.end() :] if announced else said
    if whole := _WHOLE_DATE.fullmatch(said):
        said = whole[1]
    if re.fullmatch(r"\d{4}", said):
        year = int(said)
        return Clear(year) if EARLIEST <= year <= today.year else Unread(Why.NO_BIRTH_YEAR)
    if re.fullmatch(r"\d{2}", said):
        return _of_two_digits(int(said), today, announced=announced is not None)
    return _in_words(said, today)


def _of_age(age: int, today: date) -> Found[int]:
    return Unclear(today.year - age, Why.AGE) if 0 < age <= OLDEST else Unread(Why.NO_BIRTH_YEAR)


def _of_two_digits(digits: int, today: date, *, announced: bool) -> Found[int]:
    this_century = digits <= today.year % 100
    year = (2000 if this_century else 1900) + digits
    if not announced:
        return Unclear(year, Why.AGE_OR_YEAR)
    return Unclear(year, Why.SPOKEN) if this_century else Clear(year)


def _in_words(said: str, today: date) -> Found[int]:
    """ "Một chín sáu hai": said digit by digit, so it is confirmed."""
    spoken = read_words(take_apart(said)) if said and not any(char.isdecimal() for char in said) else None
    if spoken and EARLIEST <= spoken.value <= today.year:
        return Unclear(int(spoken.value), Why.SPOKEN)
    return Unread(Why.NO_BIRTH_YEAR)
