"""Talks a form through to its end with answers that somebody might give."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from bot.messages import Attachment, AttachmentKind
from forms.filling import Filling, begin
from forms.prompt import Accepted, Accepts, Prompt, Surroundings
from forms.question import Question
from forms.questions.repeat import ADD, DONE
from forms.xform import Form

MOST_TURNS = 4000
MOST_SECONDS = 30
MOST_TRIES = 40
_LITERAL = re.compile(r"'([^']*)'|\"([^\"]*)\"|(\d+(?:\.\d+)?)")
USUAL: Mapping[Accepts, Sequence[str]] = {
    Accepts.NUMBER: ("1", "2", "3", "0", "20", "45", "7", "2,5", "1962"),
    Accepts.DATE: ("hôm nay", "1/2/2020", "18/11/2019", "3/4/1962", "1/1/2050", "6/2020", "1962"),
    Accepts.TIME: ("8h30 sáng", "2 giờ chiều"),
    Accepts.MOMENT: ("18/12/2020 lúc 8h30 sáng", "1/6/2020 lúc 2 giờ chiều"),
    Accepts.PLACE: ("10.29, 105.75", "10.3, 105.76"),
    Accepts.CODE: ("8934567890123",),
    Accepts.TEXT: ("một việc tốt", "Lan", "12", "0912345678", "lan@khom.vn", "ABC-123", "hộ 5", "x" * 40),
}
FILES = {"audio": AttachmentKind.VOICE, "video": AttachmentKind.VIDEO, "file": AttachmentKind.DOCUMENT}
UNUSUAL = ("100", "1962", "12345", "9999999", "0912345678", "0000000000", "1234567890123")
"""What is tried last: a count of rows should not be one of these."""


def talk_through(form: Form, surroundings: Surroundings, seed: str) -> tuple[bool, int, str]:
    """Whether the review was reached and could be sent, in how many turns, and where it got stuck."""
    dice, state, turns = Random(seed), begin(form, surroundings), 0
    until = time.monotonic() + MOST_SECONDS
    while turns < MOST_TURNS and time.monotonic() < until:
        filling = Filling(form, state, surroundings)
        prompt = filling.prompt()
        if prompt is None:
            flawed = filling.first_problem()
            if flawed is None:
                filling.complete()
                return True, turns, ""
            filling.go_to(flawed)
            prompt = filling.prompt()
        if prompt is None or not _answered(filling, form, prompt, dice):
            return False, turns, prompt.key if prompt else "the review"
        state, turns = filling.state, turns + 1
    return False, turns, "the limit of turns and time"


def _answered(filling: Filling, form: Form, prompt: Prompt, dice: Random) -> bool:
    """Try one answer after the other until one is taken, or the question may be skipped."""
    if prompt.type == "repeat":
        choice = ADD if dice.random() < 0.3 else DONE
        return isinstance(filling.answer("", choice), Accepted)
    if prompt.skippable and dice.random() < 0.3 and isinstance(filling.skip(), Accepted):
        return True
    for text, pressed, attachments in _answers(form, prompt, dice):
        outcome = filling.answer(text, pressed, attachments)
        if "pending" in filling.state:
            outcome = filling.confirm("đúng vậy")
        if isinstance(outcome, Accepted):
            waits = filling.prompt()
            if waits is not None and waits.key == prompt.key and (prompt.multiple or attachments):
                filling.keep()
            return True
    return any(isinstance(way(), Accepted) for way in (filling.keep, filling.skip))


def _answers(form: Form, prompt: Prompt, dice: Random) -> Iterator[tuple[str, str | None, list[Attachment]]]:
    if prompt.accepts in {Accepts.PHOTO, Accepts.FILE}:
        kind = FILES.get(prompt.type, AttachmentKind.PHOTO)
        yield "", None, [Attachment(kind=kind, digest=f"{dice.getrandbits(256):064x}")]
    elif prompt.type == "rank":
        places = [str(number) for number in range(1, len(prompt.choices) + 1)]
        yield ", ".join(dice.sample(places, len(places))), None, []
    elif prompt.choices:
        values = [choice.value for choice in prompt.choices]
        for value in dice.sample(values, min(len(values), MOST_TRIES)):
            yield "", value, []
    else:
        question = form.by_name[prompt.name]
        usual = list(USUAL.get(prompt.accepts, USUAL[Accepts.TEXT]))
        dice.shuffle(usual)
        for text in (*usual, *_fitting(question), *UNUSUAL):
            yield text, None, []


def _fitting(question: Question) -> Iterator[str]:
    """What the constraint itself speaks of."""
    if question.constraint is None:
        return
    for quoted, double, number in _LITERAL.findall(question.constraint.text):
        yield quoted or double or number
        if number:
            yield str(int(float(number)) + 1)
            yield str(int(float(number)) - 1)
