"""What is read before the question's type is asked: things that are no answer, and answers that are no value."""

from __future__ import annotations

from bot.domain.submissions import Empty
from bot.texts import answers as texts
from bot.texts.forms import SAY_UNKNOWN
from forms.answers import Doubt, Emptied, Problem, Reading, Unchanged
from forms.offered import label_keys
from forms.prompt import Accepts, PromptChoice
from forms.questions.base import Asked, Given
from forms.values.empties import Blank, read_blank, says_nothing
from forms.values.findings import Why
from forms.values.fold import fold
from forms.values.normalize import looks_like_old_font

_TAKE_FILES = frozenset({Accepts.PHOTO, Accepts.FILE})
_TAKE_ATTACHMENTS = _TAKE_FILES | {Accepts.PLACE, Accepts.CODE}
"""What these questions do not take is refused by themselves: they say better what they need."""


def refusal(given: Given, accepts: Accepts) -> Problem | None:
    """Kindly, if it is nothing that this question could be answered with."""
    if given.attachments and accepts not in _TAKE_ATTACHMENTS:
        return Problem(text=texts.NO_ANSWER[given.attachments[0].kind.value])
    if given.attachments or given.choice is not None:
        return None
    if not given.text.strip():
        return Problem(text=texts.NOTHING_GIVEN)
    return Problem(text=texts.OLD_FONT) if looks_like_old_font(given.text) else None


def blank(given: Given, asked: Asked, accepts: Accepts) -> Reading | None:
    """ "Chưa rõ", "không phát sinh", "như cũ": unless one of the choices is called so."""
    if given.choice is not None or given.attachments:
        return None
    said = read_blank(given.text)
    tells_nothing = accepts in {Accepts.TEXT, *_TAKE_FILES} and says_nothing(given.text)
    if (said is None and not tells_nothing) or _is_a_label(given.text, asked):
        return None
    match said:
        case Blank.UNCHANGED:
            return Unchanged()
        case Blank.UNKNOWN if (choice := _unknown_among(asked)) is not None:
            return Doubt(
                text=texts.DOUBTS[Why.NEAR_CHOICE].format(shown=choice.label), value=choice.value, shown=choice.label
            )
        case Blank.UNKNOWN:
            return Emptied(empty=Empty.UNKNOWN)
        case Blank.NOTHING if Empty.NOTHING in asked.question.empties:
            return Emptied(empty=Empty.NOTHING)
    return Emptied(empty=Empty.NOTHING) if tells_nothing and Empty.NOTHING in asked.question.empties else None


def _unknown_among(asked: Asked) -> PromptChoice | None:
    """The choice that says so itself ("Chưa rõ diện nào"), where the question has no other way to say it."""
    if Empty.UNKNOWN in asked.question.empties or not asked.choices:
        return None
    begins = fold(SAY_UNKNOWN) + " "
    place = next((place for place, key in enumerate(label_keys(asked.choices)) if key.startswith(begins)), None)
    return None if place is None else asked.choices[place]


def _is_a_label(text: str, asked: Asked) -> bool:
    return fold(text) in label_keys(asked.choices)
