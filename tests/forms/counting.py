"""A small form of counts, with what goes with figures: units, checks and stated gaps."""

from __future__ import annotations

from tests.support.forms import Conversation, around, form_of

COUNTS = """
| survey |
| | type        | name  | label         | hint       | required | relevant | constraint       | constraint_message                                   | bind::khom:unit | bind::khom:time | bind::khom:empty | bind::khom:warn | bind::khom:warnMsg                    |
| | begin_group | so    | Số hộ         |            |          |          |                  |                                                      |                 |                 |                  |                 |                                       |
| | integer     | ho    | Bao nhiêu hộ? | Ví dụ: 412 | yes      |          | . >= 1           | Em đọc là ${ho} hộ (từ 1).                           | hộ              | stock           |                  | . > 5000        | Em đọc là ${ho} hộ, nhiều quá.        |
| | integer     | dat   | Hộ đạt?       |            | yes      |          | . <= ${ho}       | Em đọc là ${dat}, khóm có ${ho} hộ (từ 0 đến ${ho}). | hộ              | year            | nothing unknown  |                 |                                       |
| | end_group   |       |               |            |          |          |                  |                                                      |                 |                 |                  |                 |                                       |
| | integer     | khen  | Khen mấy?     |            | yes      | ${dat} > 0 |                |                                                      |                 | flow            |                  |                 |                                       |
| | text        | y     | Ý kiến?       |            |          |          |                  |                                                      |                 |                 |                  |                 |                                       |
"""  # noqa: E501 - a table


def counting(**last_saved: str) -> Conversation:
    return Conversation(form_of(COUNTS), around(last_saved=last_saved))
