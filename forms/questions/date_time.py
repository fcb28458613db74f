"""A day with its time."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.findings import Unread
from forms.values.moments import read_moment, show_moment
from forms.values.times import other_half


class DateTime:
    """1/6 lúc 8h, 8h30 sáng mai, 2 giờ chiều hôm qua; kept with the zone, as XForms has it.

    | type     | name    | label                              |
    | dateTime | luc_xay | Việc xảy ra ngày nào, mấy giờ ạ?   |
    """

    type: ClassVar[str] = "dateTime"
    accepts: ClassVar[Accepts] = Accepts.MOMENT
    is_asked: ClassVar[bool] = True
    example: ClassVar[str] = "1/6 lúc 8h30 sáng"

    def handles(self, question: Question) -> bool:
        """Every dateTime question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The moment, to the minute: 2020-06-01T08:30:00.000+07:00."""
        found = read_moment(given.text, asked.today)
        return worded(
            found,
            given.text,
            write=lambda moment: f"{moment.isoformat(timespec='milliseconds')}{asked.offset}",
            show=show_moment,
            example=self.example,
            other="" if isinstance(found, Unread) else show_moment(_other_half(found.value)),
        )

    def show(self, value: str, asked: Asked) -> str:
        """8 giờ 30 sáng ngày 01/06/2020; what another tool wrote in another zone is shown in this one's time."""
        try:
            moment, here = datetime.fromisoformat(value), datetime.strptime(asked.offset, "%z").tzinfo
        except ValueError:
            return value
        return show_moment(moment.astimezone(here) if moment.tzinfo else moment)


def _other_half(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), other_half(moment.time()))
