"""A day with its time: "1/6 lúc 8h", "8h30 sáng mai", "2 giờ chiều hôm qua", 2020-06-01 08:00."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from forms.values.clock_words import is_part, spoken_times
from forms.values.dates import read_date, show_date
from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import fold, keys
from forms.values.pieces import Pieces, cut_up, made_uniform, without
from forms.values.times import show_time, time_of

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?")
_BETWEEN = keys("lúc, vào, hồi, khoảng, chừng, buổi, đúng, gần, và, ạ, dạ, thưa, là, nha, nhé")
_AT_THE_EDGES = re.compile(r"^[\s,;.\-]+|[\s,;.\-]+$")
_YESTERDAY = {fold("qua"): "hôm qua"}
"""What is left of "chiều qua" without its part of the day."""
_SHOWN = "{time} ngày {day}"


def read_moment(text: str, today: date) -> Found[datetime]:
    """The moment, in local time and without a zone; each doubt about its day or its time is one about the moment."""
    if iso := _ISO.fullmatch(made_uniform(text)):
        return _iso(iso[1], iso[2])
    pieces = cut_up(text)
    said = spoken_times(pieces)
    if len(said) > 1:
        return Unread(Why.SEVERAL_TIMES)
    day_words = _day_words(text, pieces, said[0].start if said else 0, said[0].end if said else 0)
    if not said:
        return Unread(Why.DAY_ONLY if not isinstance(read_date(day_words, today), Unread) else Why.NO_MOMENT)
    if not day_words:
        return Unread(Why.TIME_ONLY)
    return _together(read_date(day_words, today), time_of(said[0], pieces))


def show_moment(moment: datetime) -> str:
    """8 giờ 30 sáng ngày 01/06/2020."""
    return _SHOWN.format(time=show_time(moment.time()), day=show_date(moment.date()))


def _day_words(text: str, pieces: Pieces, start: int, end: int) -> str:
    """What says the day: everything but the time, the part of the day, and the words that join them."""
    taken = [
        piece for place, piece in enumerate(pieces) if start <= place < end or piece.key in _BETWEEN or is_part(piece)
    ]
    words = _AT_THE_EDGES.sub("", without(text, taken))
    return _YESTERDAY.get(fold(words), words)


def _together(day: Found[date], clock: Found[time]) -> Found[datetime]:
    if isinstance(day, Unread):
        return day
    if isinstance(clock, Unread):
        return clock
    moment = datetime.combine(day.value, clock.value)
    if isinstance(clock, Unclear):
        return Unclear(moment, clock.why)
    if isinstance(day, Clear):
        return Clear(moment)
    return Unclear(moment, Why.MAYBE_LUNAR if day.why is Why.MAYBE_LUNAR else Why.UNUSUAL_TIME)


def _iso(day: str, clock: str) -> Found[datetime]:
    try:
        return Clear(datetime.combine(date.fromisoformat(day), time.fromisoformat(clock)))
    except ValueError:
        return Unread(Why.NO_SUCH_DAY)
