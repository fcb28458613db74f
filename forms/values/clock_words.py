"""The words and signs of a time of day: where one stands among other words, and what hour "2 giờ chiều" is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.values.fold import fold, keys
from forms.values.number_words import read_whole
from forms.values.pieces import Piece, Pieces
from forms.values.tokens import Token

_HOUR_SIGNS = keys("giờ, h, g")
_MINUTE_SIGNS = keys("phút, p, ph") | {"'"}
_HALF, _LESS = fold("rưỡi"), keys("kém, thiếu")
_DATE_FOLLOWS = keys("tháng, t") | {"/", "-", "."}
_MOST_WORDS = 3
"""Of a number below sixty: hai mươi mốt."""

_MORNING, _NOON, _AFTERNOON, _EVENING, _NIGHT = map(fold, ("sáng", "trưa", "chiều", "tối", "đêm"))
_LATE, _BEFORE_NOON, _AFTER_NOON = fold("khuya"), frozenset({"am", "sa"}), frozenset({"pm", "ch"})
"""SA and CH is how a phone set to Vietnamese writes AM and PM."""

_HOURS: Mapping[str, Mapping[int, int]] = {
    _MORNING: {hour: hour for hour in range(12)},
    _NOON: {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 13: 13, 14: 14},
    _AFTERNOON: {12: 12, **{hour: hour + 12 for hour in range(1, 8)}, **{hour: hour for hour in range(13, 20)}},
    _EVENING: {12: 0, **{hour: hour + 12 for hour in range(5, 12)}, **{hour: hour for hour in range(17, 24)}},
    _NIGHT: {
        12: 0,
        **{hour: hour + 12 for hour in range(7, 12)},
        **{hour: hour for hour in (*range(5), *range(19, 24))},
    },
}
_PARTS = frozenset({*_HOURS, _LATE}) | _BEFORE_NOON | _AFTER_NOON
_I = "tôi"
"""Folded, it would be the same as tối."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """An hour with its minutes, as said, and which pieces say it."""

    hour: int
    minute: int = 0
    less: int = 0
    """Minutes before it: 9 giờ kém 15."""
    full: bool = False
    """Written as on a clock of 24 hours: 02:05."""
    odd: bool = False
    """Minutes of one digit: 8h5 may be 8:05 or a slip."""
    start: int = 0
    end: int = 0


def is_part(piece: Piece) -> bool:
    """Whether the word is a part of the day: sáng, chiều, PM."""
    return piece.key in _PARTS and piece.raw != _I


def hour_of_day(hour: int, part: str) -> int | None:
    """The hour from 0 to 23; None if that part of the day has no such hour."""
    if part in _BEFORE_NOON | _AFTER_NOON:
        return hour % 12 + (12 if part in _AFTER_NOON else 0) if 1 <= hour <= 12 else None
    return _HOURS[_NIGHT if part == _LATE else part].get(hour)


def spoken_times(pieces: Pieces) -> list[Spoken]:
    """Every time in the text, by its sign: "giờ", "h", a colon, or a part of the day right behind a number."""
    signs = [place for place, piece in enumerate(pieces) if piece.key in _HOUR_SIGNS or piece.raw == ":"]
    found: list[Spoken] = []
    for place in signs:
        if found and place < found[-1].end:
            continue  # the seconds of 08:30:00
        spoken = _at_colon(pieces, place) if pieces[place].raw == ":" else _at_hour_sign(pieces, place)
        if spoken is not None:
            found.append(spoken)
    return found or list(_before_part(pieces))


def spoken_time(pieces: Pieces) -> Spoken | None:
    """The hour, if the pieces are a number and nothing else, half an hour and a part of the day aside."""
    rest = pieces[:-1] if pieces and is_part(pieces[-1]) else pieces
    half = bool(rest) and rest[-1].key == _HALF
    hour = _number(rest[:-1] if half else rest)
    if hour is None or hour > 24:
        return None
    full = len(rest) == 1 and rest[0].raw.startswith("0")
    return Spoken(hour=hour, minute=30 if half else 0, full=full, end=len(pieces))


def _at_colon(pieces: Pieces, place: int) -> Spoken | None:
    if not 0 < place < len(pieces) - 1:
        return None
    hour, minute = pieces[place - 1], pieces[place + 1]
    if not (hour.is_figure and minute.is_figure and len(hour.raw) <= 2 and len(minute.raw) == 2):
        return None
    end = place + 2
    if end + 1 < len(pieces) and pieces[end].raw == ":" and pieces[end + 1].is_figure:
        end += 2
    full = hour.raw.startswith("0")
    return Spoken(hour=int(hour.raw), minute=int(minute.raw), full=full, start=place - 1, end=_behind_part(pieces, end))


def _at_hour_sign(pieces: Pieces, place: int) -> Spoken | None:
    start, hour = _number_before(pieces, place)
    if hour is None:
        return None
    end, minute, less, odd = _minutes(pieces, place + 1)
    full = pieces[start].raw.startswith("0")
    return Spoken(hour=hour, minute=minute, less=less, full=full, odd=odd, start=start, end=_behind_part(pieces, end))


def _minutes(pieces: Pieces, place: int) -> tuple[int, int, int, bool]:
    """Behind which piece they end, the minutes after the hour, those before it, and whether they look odd."""
    following = pieces[place].key if place < len(pieces) else ""
    if following == _HALF:
        return place + 1, 30, 0, False
    before = following in _LESS
    end, number = _number_after(pieces, place + before)
    if number is None:
        return place, 0, 0, False
    signed = end < len(pieces) and pieces[end].key in _MINUTE_SIGNS
    odd = not signed and not before and len(pieces[end - 1].raw) == 1 and pieces[end - 1].is_figure
    return end + signed, 0 if before else number, number if before else 0, odd


def _before_part(pieces: Pieces) -> Iterator[Spoken]:
    """8 sáng, 7 rưỡi tối, 7 rưỡi: no sign of an hour, but a part of the day or the half hour right behind."""
    for place, piece in enumerate(pieces):
        half = piece.key == _HALF
        if not half and not (is_part(piece) and place and pieces[place - 1].key != _HALF):
            continue
        start, hour = _number_before(pieces, place)
        if hour is not None and hour <= 24:
            end = _behind_part(pieces, place + half)
            yield Spoken(hour=hour, minute=30 if half else 0, start=start, end=end)


def _behind_part(pieces: Pieces, end: int) -> int:
    following = pieces[end] if end < len(pieces) else None
    return end + 1 if following is not None and is_part(following) else end


def _number_before(pieces: Pieces, end: int) -> tuple[int, int | None]:
    """Where the number that ends before a piece begins, and the number."""
    for length in range(min(_MOST_WORDS, end), 0, -1):
        number = _number(pieces[end - length : end])
        if number is not None and number <= 24:
            return end - length, number
    # A figure that is no hour ("25h") is still meant as one.
    figure = _number(pieces[end - 1 : end]) if end else None
    return end - 1, figure if end and pieces[end - 1].is_figure else None


def _number_after(pieces: Pieces, start: int) -> tuple[int, int | None]:
    """Behind which piece the number that begins there ends, and the number; the day of a date is none."""
    for length in range(min(_MOST_WORDS, len(pieces) - start), 0, -1):
        end = start + length
        number = _number(pieces[start:end])
        if number is None or (pieces[start].is_figure and len(pieces[start].raw) > 2):
            continue
        if end < len(pieces) and pieces[end].key in _DATE_FOLLOWS:
            continue
        return end, number
    return start, None


def _number(pieces: Pieces) -> int | None:
    return read_whole(tuple(Token(piece.raw) for piece in pieces))
