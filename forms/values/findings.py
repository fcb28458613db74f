"""What a reader of values found: a clear value, a likely one with a doubt, or nothing, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Why(StrEnum):
    """Why a value is doubtful or could not be read; each has its sentence in bot/texts/answers.py."""

    NO_NUMBER = "no_number"
    SEVERAL = "several"
    """More than one number, and no way to tell which is meant."""
    PERCENT = "percent"
    DECIMAL = "decimal"
    NEGATIVE = "negative"
    ESTIMATE = "estimate"
    VAGUE = "vague"
    """Much or little, and no number: "đông lắm"."""
    RANGE = "range"
    PHONE = "phone"
    TOO_BIG = "too_big"
    FRACTION = "fraction"
    """153/167: the first of the two is likely meant."""
    SUM = "sum"
    """12 + 3."""
    SPOKEN = "spoken"
    """Number words that can be heard in two ways: "hai ba", "một triệu hai trăm"."""
    EXTRA_WORDS = "extra_words"
    """One number among words that are not known."""
    OTHER_UNIT = "other_unit"
    """People where households are asked for."""
    NOT_YET = "not_yet"
    """ "Chưa có": none so far, or not known yet?"""
    THOUSANDS = "thousands"
    """5k where things are counted."""
    MONEY = "money"
    """An amount of money where things are counted."""
    SMALL = "small"
    """A bare 500 where đồng are asked for: thousand or million?"""
    ODD_DIGITS = "odd_digits"
    """340123456 where đồng are asked for: an amount, or an identity number?"""
    NOT_DONG = "not_dong"
    UNCLEAR_MARK = "unclear_mark"
    """1.234 where a decimal may stand: thousands or decimals?"""

    NO_DATE = "no_date"
    NO_SUCH_DAY = "no_such_day"
    LUNAR = "lunar"
    MAYBE_LUNAR = "maybe_lunar"
    MONTH_ONLY = "month_only"
    VAGUE_DATE = "vague_date"
    NO_YEAR = "no_year"
    """Day and month only, and the nearest such day is not in this year or still to come."""
    UNUSUAL_DATE = "unusual_date"
    """Written in a way that is seldom a date (01062020), or a day counted from today."""

    NO_MONTH = "no_month"
    NO_SUCH_MONTH = "no_such_month"
    NO_YEAR_READ = "no_year_read"
    UNUSUAL_MONTH = "unusual_month"
    """Without its year and still to come, or with two digits of it."""

    NO_TIME = "no_time"
    NO_SUCH_TIME = "no_such_time"
    SEVERAL_TIMES = "several_times"
    HALF_OF_DAY = "half_of_day"
    """2 giờ: in the night or in the afternoon?"""
    UNUSUAL_TIME = "unusual_time"
    """Written in a way that is seldom a time (0830), about a time, or beside a doubtful day."""
    NO_MOMENT = "no_moment"
    TIME_ONLY = "time_only"
    DAY_ONLY = "day_only"

    NO_PLACE = "no_place"
    UNREAD_LINK = "unread_link"
    """A link that does not tell the place by itself: a short one."""
    FAR_PLACE = "far_place"
    """Outside Vietnam."""
    SWAPPED_PLACE = "swapped_place"
    """Longitude before latitude."""

    NO_DIGITS = "no_digits"
    NOT_IN_RANGE = "not_in_range"
    OFF_STEP = "off_step"

    NO_BIRTH_YEAR = "no_birth_year"
    AGE = "age"
    """62 years old: the year is only nearly known."""
    AGE_OR_YEAR = "age_or_year"
    """62: born in 1962, or 62 years old?"""

    POLITE_ONLY = "polite_only"
    """ "Dạ" alone."""
    NO_YES_NO = "no_yes_no"

    NO_CHOICE = "no_choice"
    NO_SUCH_NUMBER = "no_such_number"
    SEVERAL_CHOICES = "several_choices"
    """More than one where one is asked for, or words that fit several."""
    NEAR_CHOICE = "near_choice"


@dataclass(frozen=True, slots=True)
class Clear(Generic[T]):
    """Read without doubt."""

    value: T


@dataclass(frozen=True, slots=True)
class Unclear(Generic[T]):
    """Probably this."""

    value: T
    why: Why


@dataclass(frozen=True, slots=True)
class Unread:
    """Not to be read."""

    why: Why


Found = Clear[T] | Unclear[T] | Unread
