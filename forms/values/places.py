"""A place on the map: "10.29, 105.75", degrees and minutes, or the link of a map; short links tell nothing."""

from __future__ import annotations

import re

from bot.messages import Point
from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.normalize import tidy

_DEGREES = r"([+-]?\d{1,3}\.\d+)"
_COMMA = r"(?:,|;|\s|%2c|%20|\+)+"
_IN_A_LINK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"!3d{_DEGREES}!4d{_DEGREES}",  # Google's marker, more exact than what the map is centred on
        rf"[?&]mlat={_DEGREES}&mlon={_DEGREES}",
        rf"[?&](?:q|query|ll|sll|center|daddr|destination|cp|pin)=(?:loc:)?{_DEGREES}{_COMMA}{_DEGREES}",
        rf"/(?:place|search|dir)/(?:[^/]*/)?{_DEGREES}{_COMMA}{_DEGREES}",
        rf"@{_DEGREES},{_DEGREES}",
        rf"#map=\d+/{_DEGREES}/{_DEGREES}",
        rf"\bgeo:{_DEGREES},{_DEGREES}",
    )
)
_LINK = re.compile(r"https?://|www\.|\bmaps?\.|goo\.gl", re.IGNORECASE)
_PAIR = re.compile(rf"(?<![\d.]){_DEGREES}\s*°?\s*[NB]?{_COMMA}{_DEGREES}(?![\d.])", re.IGNORECASE)
_PAIR_WITH_COMMAS = re.compile(r"(?<![\d,.])([+-]?\d{1,3},\d+)(?:;|\s|,\s)\s*([+-]?\d{1,3},\d+)(?![\d.])")
_SEXAGESIMAL = re.compile(
    r"(\d{1,2})\s*°\s*(\d{1,2})\s*'\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*\"\s*)?([NBS])?[\s,;]+"
    r"(\d{1,3})\s*°\s*(\d{1,2})\s*'\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*\"\s*)?([EĐDWT])?",
    re.IGNORECASE,
)
"""10°17'24"N 105°45'31"E; Vietnamese write B (bắc) and Đ (đông)."""
_ACCURACY = re.compile(r"±\s*(\d{1,6})\s*m\b")
_SOUTH, _WEST = "s", "w"

_LATITUDES, _LONGITUDES = (6.0, 24.0), (102.0, 118.0)
"""Vietnam with its islands."""
SHOWN = "vị trí {latitude:.5f}, {longitude:.5f}"


def read_place(text: str) -> Found[Point]:
    """The point; outside Vietnam it is asked about, and so is one whose two numbers have changed places."""
    said = tidy(text)
    if _LINK.search(said) or said.lower().startswith("geo:"):
        found = next((match for pattern in _IN_A_LINK if (match := pattern.search(said))), None)
        return _point(float(found[1]), float(found[2])) if found else Unread(Why.UNREAD_LINK)
    accuracy = float(match[1]) if (match := _ACCURACY.search(said)) else 0.0
    if match := _PAIR.search(said):
        return _point(float(match[1]), float(match[2]), accuracy)
    if match := _PAIR_WITH_COMMAS.search(said):
        return _point(_decimal(match[1]), _decimal(match[2]), accuracy)
    if match := _SEXAGESIMAL.search(said):
        latitude = _of_parts(match[1], match[2], match[3], negative=(match[4] or "").lower() == _SOUTH)
        longitude = _of_parts(match[5], match[6], match[7], negative=(match[8] or "").lower() == _WEST)
        return _point(latitude, longitude)
    return Unread(Why.NO_PLACE)


def doubted(point: Point) -> Found[Point]:
    """The point, with a doubt if it is not in Vietnam."""
    is_here = _within(point.latitude, _LATITUDES) and _within(point.longitude, _LONGITUDES)
    return Clear(point) if is_here else Unclear(point, Why.FAR_PLACE)


def show_place(point: Point) -> str:
    """vị trí 10.29000, 105.75000."""
    return SHOWN.format(latitude=point.latitude, longitude=point.longitude)


def _point(latitude: float, longitude: float, accuracy: float = 0.0) -> Found[Point]:
    if _within(longitude, _LATITUDES) and _within(latitude, _LONGITUDES):
        return Unclear(Point(latitude=longitude, longitude=latitude, accuracy=accuracy), Why.SWAPPED_PLACE)
    if abs(latitude) > 90 or abs(longitude) > 180:
        return Unread(Why.NO_PLACE)
    return doubted(Point(latitude=latitude, longitude=longitude, accuracy=accuracy))


def _within(degrees: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= degrees <= bounds[1]


def _decimal(written: str) -> float:
    return float(written.replace(",", "."))


def _of_parts(degrees: str, minutes: str, seconds: str | None, *, negative: bool) -> float:
    value = int(degrees) + int(minutes) / 60 + _decimal(seconds or "0") / 3600
    return round(-value if negative else value, 7)
