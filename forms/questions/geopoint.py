"""A place on the map."""

from __future__ import annotations

from typing import ClassVar

from bot.messages import Point
from bot.texts import answers as texts
from forms.answers import Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.places import doubted, read_place, show_place


class Geopoint:
    """A shared location, the link of a map, or "10.29, 105.75". The value is latitude, longitude, altitude, accuracy.

    | type     | name   | label                                      |
    | geopoint | vi_tri | Công trình ở đâu ạ? Xin gửi vị trí cho em. |
    """

    type: ClassVar[str] = "geopoint"
    accepts: ClassVar[Accepts] = Accepts.PLACE
    is_asked: ClassVar[bool] = True
    example: ClassVar[str] = "10.29, 105.75"

    def handles(self, question: Question) -> bool:
        """Every geopoint question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Four numbers with spaces between, as XForms has them; a chat tells no altitude, so it is 0."""
        if given.attachments:
            point = given.attachments[-1].point
            if point is None:
                return Problem(text=texts.NEEDS_A_PLACE.format(example=self.example))
            found = doubted(point)
        else:
            found = read_place(given.text)
        return worded(found, given.text, write=_written, show=show_place, example=self.example)

    def show(self, value: str, asked: Asked) -> str:
        """vị trí 10.29000, 105.75000."""
        try:
            latitude, longitude = map(float, value.split()[:2])
        except ValueError:
            return value
        return show_place(Point(latitude=latitude, longitude=longitude))


def _written(point: Point) -> str:
    return f"{_plain(point.latitude)} {_plain(point.longitude)} 0 {_plain(point.accuracy)}"


def _plain(number: float) -> str:
    """Without an exponent, and seven decimals at most: a centimetre."""
    return f"{number:.7f}".rstrip("0").rstrip(".")
