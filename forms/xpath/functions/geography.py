"""Functions of places, given as `latitude longitude [altitude accuracy]`, joined by semicolons."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import NAN, Value, each_text

Point = tuple[float, float]

_EARTH_RADIUS = 6_378_100
"""Metres, as ODK counts."""


def _points(focus: Focus, *values: Value) -> list[Point] | None:
    """Latitude and longitude of every place in the values, or None if one cannot be read."""
    texts = each_text(values, focus.zone)
    written = [place for text in texts for place in text.strip().rstrip(";").split(";")]
    points = [_point(place) for place in written]
    good = [point for point in points if point is not None]
    return good if len(good) == len(points) else None


def _point(text: str) -> Point | None:
    try:
        latitude, longitude, *_ = [float(part) for part in text.split()]
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _distance(focus: Focus, *values: Value) -> Value:
    """Metres along the points."""
    points = _points(focus, *values)
    return NAN if points is None else round(sum(_metres(one, other) for one, other in pairwise(points)), 2)


def _metres(one: Point, other: Point) -> float:
    """By the haversine formula."""
    (lat1, lon1), (lat2, lon2) = (map(math.radians, one)), (map(math.radians, other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(half))


def _area(focus: Focus, *values: Value) -> Value:
    """Square metres inside the points."""
    points = _points(focus, *values)
    if points is None:
        return NAN
    if len(points) < 3:
        return 0.0
    turns = sum(
        math.radians(lon2 - lon1) * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
        for (lat1, lon1), (lat2, lon2) in pairwise([*points, points[0]])
    )
    return round(abs(turns * _EARTH_RADIUS**2 / 2), 2)


def _geofence(focus: Focus, place: Value, area: Value) -> Value:
    """Whether a place is inside an area whose last point is its first; by the even-odd rule."""
    points, corners = _points(focus, place), _points(focus, area)
    if not points or not corners or corners[0] != corners[-1]:
        return False
    (y, x), inside = points[0], False
    for (y1, x1), (y2, x2) in pairwise(corners):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


GEOGRAPHY: Final[tuple[Function, ...]] = (
    function("distance", _distance, Takes.ANY, more=True),
    function("area", _area, Takes.ANY, more=True),
    function("geofence", _geofence, Takes.ANY, Takes.ANY),
)
