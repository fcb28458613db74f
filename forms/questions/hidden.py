"""A value that the form carries or the product supplies."""

from __future__ import annotations

from typing import ClassVar

from forms.questions._unasked import Unasked


class Hidden(Unasked):
    """Carried by the form or supplied by the product (the khóm, the period's kind); nobody is asked.

    | type   | name    | bind::khom:given |
    | hidden | loai_ky | yes              |
    """

    type: ClassVar[str] = "hidden"
