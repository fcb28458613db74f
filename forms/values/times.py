"""Times of day as people say them: 8h30, 14:05, 8 giờ rưỡi, 9 giờ kém 15, 2 giờ chiều; "2 giờ" is asked about."""

from __future__ import annotations

import re
from datetime import time

from forms.values.clock_words import Spoken, hour_of_day, is_part, spoken_time, spoken_times
from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import fold, keys
from forms.values.pieces import Piece, Pieces, cut_up

_SAYS_NOTHING = keys("dạ, thưa, lúc, vào, hồi, là, ạ, nha, nhé, nhe, em, đó, buổi, đúng, khoảng, chừng, gần")
_ABOUT = keys("khoảng, chừng, gần, hơn")
_WRITTEN = re.compile(r"(\d{1,2})[ .,]([0-5]\d)")
_RUN_TOGETHER = re.compile(r"(\d{1,2})([0-5]\d)")
_MIDNIGHT = frozenset({fold("nửa đêm")})
_NOON = frozenset({fold("giữa trưa"), fold("đúng ngọ")})
_FIRST_OF_MORNING, _LAST_OF_AFTERNOON = 7, 5
"""A bare hour from seven on is the morning's; up to five it more often is the afternoon's, and is asked about."""

_SAID = (
    (range(1, 11), "{clock} sáng"),
    (range(11, 13), "{clock} trưa"),
    (range(13, 18), "{clock} chiều"),
    (range(18, 22), "{clock} tối"),
    (range(22, 24), "{clock} đêm"),
)
_CLOCK, _FULL_HOUR = "{hour} giờ {minute:02}", "{hour} giờ"


def read_time(text: str) -> Found[time]:
    """The time of day."""
    pieces = cut_up(text)
    said = spoken_times(pieces)
    if len(said) > 1:
        return Unread(Why.SEVERAL_TIMES)
    if not said:
        return _without_hour_sign(pieces)
    found = time_of(said[0], pieces)
    if isinstance(found, Clear) and _rest(pieces, said[0]):
        return Unclear(found.value, Why.UNUSUAL_TIME)
    return found


def time_of(said: Spoken, pieces: Pieces) -> Found[time]:
    """The time of what was said, with the part of the day that stands anywhere beside it."""
    parts = {piece.key for piece in pieces if is_part(piece)}
    if len(parts) > 1:
        return Unread(Why.SEVERAL_TIMES)
    if not (0 <= said.minute < 60 and 0 <= said.hour <= 24):
        return Unread(Why.NO_SUCH_TIME)
    found = _with_part(said, *parts) if parts else _without_part(said)
    if isinstance(found, Unread):
        return found
    if said.less:
        found = _earlier(found, said.less)
    if isinstance(found, Clear) and (said.odd or any(piece.key in _ABOUT for piece in pieces)):
        return Unclear(found.value, Why.UNUSUAL_TIME)
    return found


def other_half(moment: time) -> time:
    """The same figures on a clock's face, twelve hours away."""
    return moment.replace(hour=(moment.hour + 12) % 24)


def show_time(moment: time) -> str:
    """As people say it: 8 giờ 30 sáng, 2 giờ chiều, 0 giờ 15."""
    hour = moment.hour if moment.hour < 13 else moment.hour - 12
    clock = (_CLOCK if moment.minute else _FULL_HOUR).format(hour=hour, minute=moment.minute)
    return next((said.format(clock=clock) for hours, said in _SAID if moment.hour in hours), clock)


def _with_part(said: Spoken, part: str) -> Found[time]:
    hour = hour_of_day(said.hour, part)
    return Unread(Why.NO_SUCH_TIME) if hour is None else Clear(time(hour, said.minute))


def _without_part(said: Spoken) -> Found[time]:
    if said.hour == 24:
        return Unclear(time(0, said.minute), Why.UNUSUAL_TIME) if said.minute == 0 else Unread(Why.NO_SUCH_TIME)
    if said.full or said.hour == 0 or said.hour >= _FIRST_OF_MORNING:
        return Clear(time(said.hour, said.minute))
    likely = said.hour + 12 if said.hour <= _LAST_OF_AFTERNOON else said.hour
    return Unclear(time(likely, said.minute), Why.HALF_OF_DAY)


def _earlier(found: Clear[time] | Unclear[time], minutes: int) -> Found[time]:
    """9 giờ kém 15 is 8:45."""
    whole = (found.value.hour * 60 + found.value.minute - minutes) % (24 * 60)
    moment = time(whole // 60, whole % 60)
    return Clear(moment) if isinstance(found, Clear) else Unclear(moment, found.why)


def _rest(pieces: Pieces, said: Spoken) -> Pieces:
    """What was said besides the time and courtesy."""
    rest = [piece for place, piece in enumerate(pieces) if not said.start <= place < said.end]
    return tuple(piece for piece in rest if piece.is_said and piece.key not in _SAYS_NOTHING and not is_part(piece))


def _without_hour_sign(pieces: Pieces) -> Found[time]:
    """8.30, 8 30, 0830, 8: nothing says that it is a time, but a time was asked for."""
    said = tuple(piece for piece in pieces if piece.key not in _SAYS_NOTHING)
    words = " ".join(piece.key for piece in said)
    if words in _MIDNIGHT | _NOON:
        return Unclear(time(0 if words in _MIDNIGHT else 12), Why.UNUSUAL_TIME)
    written = _as_written(said)
    if match := _WRITTEN.fullmatch(written):
        return time_of(_plain(match[1], match[2]), pieces)
    if match := _RUN_TOGETHER.fullmatch(written):
        found = time_of(_plain(match[1], match[2]), pieces)
        return Unclear(found.value, Why.UNUSUAL_TIME) if isinstance(found, Clear) else found
    hour = spoken_time(said)
    if hour is None:
        return Unread(Why.NO_TIME)
    found = time_of(hour, pieces)
    return Unclear(found.value, Why.UNUSUAL_TIME) if isinstance(found, Clear) else found


def _as_written(said: tuple[Piece, ...]) -> str:
    """The digits and signs, with a space where there was one."""
    parts = []
    for before, piece in zip((None, *said), said, strict=False):
        parts.append(f" {piece.raw}" if before and before.end < piece.start else piece.raw)
    return "".join(parts)


def _plain(hour: str, minute: str) -> Spoken:
    return Spoken(hour=int(hour), minute=int(minute), full=hour.startswith("0"))
