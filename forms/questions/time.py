"""A time of day."""

from __future__ import annotations

from datetime import time
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.findings import Unread
from forms.values.times import other_half, read_time, show_time


class TimeOfDay:
    """8h30, 14:05, 8 giờ rưỡi, 2 giờ chiều; a bare "2 giờ" is asked about. Kept with the zone, as XForms has it.

    | type | name    | label                          |
    | time | gio_hop | Khóm họp lúc mấy giờ ạ?        |
    """

    type: ClassVar[str] = "time"
    accepts: ClassVar[Accepts] = Accepts.TIME
    is_asked: ClassVar[bool] = True
    example: ClassVar[str] = "8h30 hoặc 2 giờ chiều"

    def handles(self, question: Question) -> bool:
        """Every time question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The time, to the minute: 08:30:00.000+07:00."""
        found = read_time(given.text)
        other = "" if isinstance(found, Unread) else show_time(other_half(found.value))
        return worded(
            found,
            given.text,
            write=lambda moment: f"{moment.isoformat(timespec='milliseconds')}{asked.offset}",
            show=show_time,
            example=self.example,
            other=other,
        )

    def show(self, value: str, asked: Asked) -> str:
        """8 giờ 30 sáng."""
        try:
            return show_time(time.fromisoformat(value[:5]))
        except ValueError:
            return value
