"""A value that the form works out."""

from __future__ import annotations

from typing import ClassVar

from forms.questions._unasked import Unasked


class Calculate(Unasked):
    """Worked out from other answers; nobody is asked.

    | type      | name         | calculation                              |
    | calculate | ty_le_dat    | round(${ho_dat} div ${tong_so_ho} * 100, 2) |
    """

    type: ClassVar[str] = "calculate"
