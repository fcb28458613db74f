"""What is asked where an answer is unusual, unless the form has its own words for that."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class How(StrEnum):
    """In which way a figure is unlike the earlier one."""

    MORE = "more"
    LESS = "less"
    TIMES_MORE = "times_more"
    TIMES_LESS = "times_less"
    FROM_OR_TO_NOUGHT = "nought"
    SWAPPED = "swapped"


# A soft check of the form without its own words.
UNUSUAL = "Em ghi là {shown}. Con số này hơi khác thường, xin xem lại giúp em."

# Beside the last period's figure.
SINCE_LAST: Mapping[How, str] = {
    How.MORE: "Kỳ trước {previous}, lần này {now}: tăng {percent} %.",
    How.LESS: "Kỳ trước {previous}, lần này {now}: giảm {percent} %.",
    How.TIMES_MORE: "Kỳ trước {previous}, lần này {now}: tăng gấp {times} lần.",
    How.TIMES_LESS: "Kỳ trước {previous}, lần này {now}: giảm {times} lần.",
    How.FROM_OR_TO_NOUGHT: "Kỳ trước {previous}, lần này {now}.",
    How.SWAPPED: "Kỳ trước {previous}, lần này {now}: hai chữ số đổi chỗ cho nhau.",
}
# Beside that of an earlier period, where the last one had none.
SINCE_KNOWN: Mapping[How, str] = {
    How.MORE: "Lần có số gần đây nhất là {previous}, lần này {now}: tăng {percent} %.",
    How.LESS: "Lần có số gần đây nhất là {previous}, lần này {now}: giảm {percent} %.",
    How.TIMES_MORE: "Lần có số gần đây nhất là {previous}, lần này {now}: tăng gấp {times} lần.",
    How.TIMES_LESS: "Lần có số gần đây nhất là {previous}, lần này {now}: giảm {times} lần.",
    How.FROM_OR_TO_NOUGHT: "Lần có số gần đây nhất là {previous}, lần này {now}.",
    How.SWAPPED: "Lần có số gần đây nhất là {previous}, lần này {now}: hai chữ số đổi chỗ cho nhau.",
}
# More households, or people, than there are.
BEYOND_SIZE = "Em ghi {now}, nhiều hơn cả khóm ({size})."
# How either is asked.
ASKED = "{found} Đúng vậy không ạ?"
